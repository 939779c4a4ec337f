import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answer } from '#lib/server/http/answers.ts';
import { recordIn } from '#lib/server/http/record-actions.ts';
import { kindOf } from '#lib/server/http/record-forms.ts';
import { keepDraft } from '#lib/server/records/index.ts';
import type { RequestHandler } from './$types';

const body = v.object({ fields: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(5000)) });

/** Keeps what is being written, while it is being written. */
export const POST: RequestHandler = async ({ params, request, locals: { ctx } }) => {
  const read = v.safeParse(body, await request.json().catch(() => null));
  if (!read.success) return json({ code: 'invalid' }, { status: 422 });
  const sent = new Map<string, string[]>();
  for (const [name, value] of read.output.fields) sent.set(name, [...(sent.get(name) ?? []), value]);
  const kind = kindOf(params.kind);
  const record = await recordIn(ctx, kind, params.id, sent);
  const at = await answer(keepDraft(ctx, kind, params.id, record, sent.get('base')?.[0] ?? ''));
  return json({ at });
};
