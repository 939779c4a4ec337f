import { citationFile } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

/** The citation of a quote in one format: apa.txt, bibtex.bib, ris.ris, csl.json … */
export const GET: RequestHandler = async ({ params, request, locals: { ctx, locale } }) => {
  const { body, type, name } = await found(citationFile(ctx, locale, params.code, params.file));
  return textAnswer(request, body, { type, fileName: name });
};
