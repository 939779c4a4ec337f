import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { addSpeaker, trackPlace } from '#lib/server/captions/workshop/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';
import type { RequestHandler } from './$types';

const Named = v.object({ name: v.pipe(v.string(), v.trim(), v.maxLength(200)) });

/** Somebody who is heard and was not named before. */
export const POST: RequestHandler = async ({ request, locals: { ctx }, params }) => {
  const read = v.safeParse(Named, await request.json().catch(() => null));
  if (!read.success) return json({ code: 'captions.speaker-name' }, { status: 422 });
  try {
    return json(await addSpeaker(ctx, await trackPlace(ctx, params.recording, params.track), read.output.name));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return json({ code: error.code }, { status: statusOf[error.kind] });
  }
};
