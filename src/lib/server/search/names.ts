import { asc, eq, inArray } from 'drizzle-orm';
import type { Published } from '#lib/domain/archive/types.ts';
import type { GlossaryEntry } from '#lib/domain/search/glossary.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { fold, tokenize } from '#lib/domain/search/tokens.ts';
import { may } from '#lib/server/access/index.ts';
import { slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
  events,
  glossary,
  people,
  recordings,
  recordingSpeakers,
  series,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import { heardSpeakers, type LabelOfSpeaker } from '#lib/server/recordings/index.ts';

const foldedWords = (text: string): string[] => tokenize(text).map(({ word }) => fold(word));

/** Every word of what was typed stands in the name. */
function namesIt(typed: string, name: string): boolean {
  const words = new Set(foldedWords(name));
  const wanted = foldedWords(typed);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

/** How results name their recordings. */
export interface RecordingFacts {
  id: string;
  title: typeof recordings.$inferSelect.title;
  slugs: Slugs;
  durationMs: number | null;
  standIn: boolean;
  /** ISO day, month or year; null: not known. */
  date: string | null;
}

/** Those of the recordings that the viewer may find in lists. */
export async function recordingFacts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, RecordingFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.read
    .select({ recording: recordings, eventDate: events.sortDate })
    .from(recordings)
    .leftJoin(events, eq(events.id, recordings.eventId))
    .where(inArray(recordings.id, [...ids]));
  const open = rows.filter(({ recording }) => may(ctx, 'recording:list', recording));
  const slugs = await slugsOf(
    ctx,
    'recording',
    open.map(({ recording }) => recording.id)
  );
  return new Map(
    open.map(({ recording: { id, title, durationMs, mediaState, recordedOn }, eventDate }) => [
      id,
      {
        ...{ id, title, durationMs },
        slugs: slugs.get(id) ?? { en: id, es: id },
        standIn: mediaState === 'stand_in',
        date: recordedOn ?? eventDate
      }
    ])
  );
}

/** Those of the versions whose text the viewer may read. */
export async function readableVersions(ctx: Ctx, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.read
    .select({ id: trackVersions.id, state: trackVersions.state })
    .from(trackVersions)
    .where(inArray(trackVersions.id, [...ids]));
  const readable = rows.filter(({ state }) =>
    may(ctx, 'track-version:read', { state, publishAt: null } satisfies Published)
  );
  return new Set(readable.map(({ id }) => id));
}

/** The labels that may be written for the speakers of these recordings, asked of each person's policy now. */
export async function labelsOf(ctx: Ctx, ids: readonly string[] | null): Promise<Map<string, LabelOfSpeaker>> {
  const rows = await ctx.read
    .select({ speaker: recordingSpeakers, person: people })
    .from(recordingSpeakers)
    .leftJoin(people, eq(people.id, recordingSpeakers.personId))
    .where(ids === null ? undefined : inArray(recordingSpeakers.recordingId, [...ids]));
  const byRecording = new Map<string, typeof rows>();
  for (const row of rows) {
    const known = byRecording.get(row.speaker.recordingId);
    if (known === undefined) byRecording.set(row.speaker.recordingId, [row]);
    else known.push(row);
  }
  return new Map([...byRecording].map(([id, speakers]) => [id, heardSpeakers(ctx, speakers)]));
}

/** `recording/speaker` of everybody whose label, as it may be shown, has the words of one of the names. */
export async function speakersNamed(ctx: Ctx, names: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.read.select().from(recordingSpeakers);
  const labels = await labelsOf(ctx, null);
  const found = new Set<string>();
  for (const { recordingId, id, labels: own } of rows) {
    const label = labels.get(recordingId);
    const shown = [...Object.keys(own), null].flatMap((language) => label?.(id, language) ?? []);
    if (names.some((name) => shown.some((each) => namesIt(name, each)))) found.add(`${recordingId}/${id}`);
  }
  return found;
}

/** Recordings of the series (by title, or by id) and of the years; an empty list does not narrow. */
export async function recordingsIn(
  ctx: Ctx,
  { series: names, years }: { series: readonly string[]; years: readonly number[] }
): Promise<Set<string>> {
  const rows = await ctx.read
    .select({
      id: recordings.id,
      seriesId: recordings.seriesId,
      recordedOn: recordings.recordedOn,
      eventSeries: events.seriesId,
      eventDate: events.sortDate
    })
    .from(recordings)
    .leftJoin(events, eq(events.id, recordings.eventId));
  const wanted = new Set<string>();
  for (const one of await ctx.read.select().from(series)) {
    if (!may(ctx, 'series:list', one)) continue;
    const titles = locales.flatMap((locale) => one.title[locale] ?? []);
    if (names.some((name) => name === one.id || titles.some((title) => namesIt(name, title)))) wanted.add(one.id);
  }
  const inSeries = (row: (typeof rows)[number]) =>
    names.length === 0 || wanted.has(row.seriesId ?? '') || wanted.has(row.eventSeries ?? '');
  const inYears = ({ recordedOn, eventDate }: (typeof rows)[number]) =>
    years.length === 0 || years.includes(Number((recordedOn ?? eventDate ?? '').slice(0, 4)));
  return new Set(rows.filter((row) => inSeries(row) && inYears(row)).map(({ id }) => id));
}

/** The archive's word list, as organizers keep it. */
export async function glossaryEntries(ctx: Ctx): Promise<GlossaryEntry[]> {
  const rows = await ctx.read.select().from(glossary).orderBy(asc(glossary.position));
  return rows.map((row) => ({
    en: [row.enTerm, ...row.enVariants],
    es: [row.esTerm, ...row.esVariants],
    others: [...row.enNotOurWord, ...row.esNotOurWord]
  }));
}
