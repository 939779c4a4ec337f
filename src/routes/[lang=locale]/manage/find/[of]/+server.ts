import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { answer } from '#lib/server/http/answers.ts';
import { pickKindIn } from '#lib/server/http/record-actions.ts';
import { createNamed, findPicks } from '#lib/server/records/index.ts';
import type { RequestHandler } from './$types';

/** What a combobox offers while somebody types. */
export const GET: RequestHandler = async ({ params, url, locals: { ctx, locale } }) =>
  json({
    picks: await answer(
      Promise.resolve().then(() => findPicks(ctx, pickKindIn(params.of), url.searchParams.get('q') ?? '', locale))
    )
  });

const body = v.object({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) });

/** Somebody who is not here yet, by name, without leaving the form. */
export const POST: RequestHandler = async ({ params, request, locals: { ctx, locale } }) => {
  const read = v.safeParse(body, await request.json().catch(() => null));
  if (!read.success) return json({ code: 'invalid' }, { status: 422 });
  const made = await answer(createNamed(ctx, pickKindIn(params.of), read.output.name, locale));
  return json({ picks: [made] });
};
