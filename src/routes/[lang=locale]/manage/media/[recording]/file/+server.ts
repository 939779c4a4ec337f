import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { DomainError } from '#lib/server/errors.ts';
import { receiveForm } from '#lib/server/http/multipart.ts';

/** The form without script. What went wrong is told on the page that it came from. */
export const POST: RequestHandler = async ({ params, request, locals: { ctx, locale } }) => {
  const page = pathIn(locale, 'manage', 'media', params.recording);
  let said = 'done=uploaded';
  try {
    await receiveForm(request, ctx, params.recording);
  } catch (problem) {
    if (!(problem instanceof DomainError)) throw problem;
    said = `problem=${encodeURIComponent(problem.code)}`;
  }
  redirect(303, `${page}?${said}`);
};
