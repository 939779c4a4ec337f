import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { parseStretches } from '#lib/domain/media/chapter-lines.ts';
import { trackRoles } from '#lib/domain/recordings/types.ts';
import { parseTime } from '#lib/domain/recordings/timecode.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { DomainError } from '#lib/server/errors.ts';
import { answer } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import {
  choosePoster,
  getMediaDesk,
  giveUpProduction,
  includeAgain,
  leaveOut,
  placeSound,
  publishProduction,
  retryProduction,
  saveChapters,
  startProduction,
  type WantedSound
} from '#lib/server/productions/index.ts';
import { leaveIndex } from '#lib/server/search/index.ts';
import { dropUpload } from '#lib/server/uploads/index.ts';

const hooks = [leaveIndex];

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => ({
  desk: await answer(getMediaDesk(ctx, locale, params.recording, url.searchParams.get('align'))),
  aligned: url.searchParams.get('align'),
  done: url.searchParams.get('done'),
  problem: url.searchParams.get('problem')
});

/** Back to the page with a word of what was done: a reload does not send the form again. */
const back = ({ params, locals: { locale } }: RequestEvent, done: string): never =>
  redirect(303, `${pathIn(locale, 'manage', 'media', params.recording)}?done=${done}`);

const flag = v.optional(v.string());
const seconds = v.pipe(
  v.string(),
  v.transform((text) => Math.round(Number(text.trim().replace(',', '.') || '0') * 1000)),
  v.number(),
  v.minValue(-36_000_000),
  v.maxValue(36_000_000)
);
const language = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/),
  v.transform((tag) => tag || null)
);
const Sound = v.object({
  upload: v.string(),
  stream: v.pipe(v.string(), v.transform(Number), v.number()),
  use: flag,
  role: v.picklist(trackRoles),
  language,
  offset: seconds
});
const Start = v.object({
  picture: v.string(),
  sounds: v.optional(v.record(v.string(), Sound), {}),
  even: flag,
  publish: flag
});
const One = v.object({ id: v.string() });
const mediaTime = v.pipe(
  v.string(),
  v.transform((text) => parseTime(text) ?? -1)
);

const soundOf = ({ upload, stream, role, language: tag, offset }: v.InferOutput<typeof Sound>): WantedSound => ({
  from: { uploadId: upload },
  ...{ stream, role, language: tag, offsetMs: offset, silences: [] }
});

/** The original first: it is what players begin with. */
const inOrder = (sounds: WantedSound[]) =>
  [...sounds].sort((a, b) => Number(b.role === 'original') - Number(a.role === 'original'));

export const actions = {
  start: (event) =>
    act(event, Start, async ({ picture, sounds, even, publish }) => {
      const used = Object.values(sounds).filter(({ use }) => use !== undefined);
      const options = { evenLoudness: even !== undefined, posterMs: null, publishWhenReady: publish !== undefined };
      await startProduction(event.locals.ctx, event.params.recording, {
        picture: picture === '' ? null : { uploadId: picture },
        sounds: inOrder(used.map(soundOf)),
        options
      });
      back(event, 'started');
    }),
  publish: (event) =>
    act(event, One, async ({ id }) => {
      await publishProduction(event.locals.ctx, id, hooks);
      back(event, 'published');
    }),
  retry: (event) =>
    act(event, One, async ({ id }) => {
      await retryProduction(event.locals.ctx, id);
      back(event, 'started');
    }),
  giveUp: (event) =>
    act(event, One, async ({ id }) => {
      await giveUpProduction(event.locals.ctx, id);
      back(event, 'stopped');
    }),
  drop: (event) =>
    act(event, One, async ({ id }) => {
      await dropUpload(event.locals.ctx, id);
      back(event, 'removed');
    }),
  poster: (event) =>
    act(event, v.object({ id: v.string(), file: v.string() }), async ({ id, file }) => {
      await choosePoster(event.locals.ctx, id, file, hooks);
      back(event, 'poster');
    }),
  place: (event) =>
    act(
      event,
      v.object({ id: v.string(), track: v.string(), offset: seconds, silences: v.string() }),
      async ({ id, track, offset, silences }) => {
        const stretches = parseStretches(silences);
        if (!stretches) throw new DomainError('invalid', 'stretches.form', { field: `silences-${track}` });
        await placeSound(event.locals.ctx, id, { trackId: track, offsetMs: offset, silences: stretches });
        back(event, 'started');
      }
    ),
  leaveOut: (event) =>
    act(event, v.object({ from: mediaTime, to: mediaTime }), async ({ from, to }) => {
      await leaveOut(event.locals.ctx, event.params.recording, { startMs: from, endMs: to }, hooks);
      back(event, 'omitted');
    }),
  include: (event) =>
    act(event, One, async ({ id }) => {
      await includeAgain(event.locals.ctx, id, hooks);
      back(event, 'included');
    }),
  chapters: (event) =>
    act(event, v.object({ chapters: v.object({ en: v.string(), es: v.string() }) }), async ({ chapters }) => {
      await saveChapters(event.locals.ctx, event.params.recording, chapters, hooks);
      back(event, 'chapters');
    })
} satisfies Actions;
