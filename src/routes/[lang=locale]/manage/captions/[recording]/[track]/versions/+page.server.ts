import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { readTime } from '#lib/components/caption-desk/words.ts';
import {
  addNote,
  editableVersion,
  nameVersion,
  notesOf,
  publishVersion,
  removeNote,
  replaceDraft,
  submitVersion,
  trackPlace,
  versionIn
} from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { trackHead } from '#lib/server/http/caption-pages.ts';
import { act } from '#lib/server/http/forms.ts';
import { leaveIndex } from '#lib/server/search/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const notes = (await notesOf(ctx, place.recording.id)).filter(({ trackId }) => trackId === place.track.id);
  return {
    ...trackHead(ctx, locale, place),
    notes: notes.map(({ id, startMs, endMs, note }) => ({ id, startMs, endMs, note: textIn(note, locale) })),
    versions: place.versions.map(({ number, state, cueCount, note, madeBy, creditName, createdAt, step }) => ({
      ...{ number, state, cueCount, madeBy, creditName, createdAt, step },
      name: textIn(note, locale)
    }))
  };
};

const Numbered = v.object({
  number: v.pipe(v.string(), v.toNumber(), v.safeInteger()),
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  reviewed: v.optional(v.string(), '')
});
const time = v.pipe(v.string(), v.trim(), v.maxLength(20));
const words = v.pipe(v.string(), v.trim(), v.maxLength(2000));
const Note = v.object({ start: time, end: time, note: v.object({ en: words, es: words }) });

const here = ({ locals: { ctx }, params }: RequestEvent) => trackPlace(ctx, params.recording, params.track);
const back = ({ locals: { locale }, params }: RequestEvent, ...rest: string[]): never =>
  redirect(303, pathIn(locale, 'manage', 'captions', params.recording, params.track, ...rest));

export const actions = {
  name: async (event) =>
    act(event, Numbered, async ({ number, name }) => {
      await nameVersion(event.locals.ctx, await here(event), number, name);
      back(event, 'versions');
    }),
  submit: async (event) =>
    act(event, Numbered, async ({ number }) => {
      const place = await here(event);
      await submitVersion(event.locals.ctx, place, versionIn(place, number));
      back(event, 'versions');
    }),
  publish: async (event) =>
    act(event, Numbered, async ({ number, reviewed }) => {
      const place = await here(event);
      const facts = { reviewed: reviewed !== '' };
      await publishVersion(event.locals.ctx, place, versionIn(place, number), facts, [leaveIndex]);
      back(event, 'versions');
    }),
  /** Goes on from an older version: its cues become the draft, the newest version stays what it is. */
  continue: async (event) =>
    act(event, Numbered, async ({ number }) => {
      const place = await here(event);
      const { cues } = await editableVersion(event.locals.ctx, versionIn(place, number));
      await replaceDraft(event.locals.ctx, place, cues, place.versions[0]?.id ?? null);
      back(event);
    }),
  note: async (event) =>
    act(event, Note, async ({ start, end, note }) => {
      const times = { startMs: readTime(start) ?? 0, endMs: readTime(end) ?? 0 };
      await addNote(event.locals.ctx, await here(event), {
        ...times,
        note: { ...(note.en && { en: note.en }), ...(note.es && { es: note.es }) }
      });
      back(event, 'versions');
    }),
  removeNote: async (event) =>
    act(event, v.object({ id: v.string() }), async ({ id }) => {
      await removeNote(event.locals.ctx, await here(event), id);
      back(event, 'versions');
    })
} satisfies Actions;
