import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { MediaState, TrackRole } from '#lib/domain/recordings/types.ts';
import { listed } from '#lib/server/access/index.ts';
import { slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { audioTracks, chapters, moments, readingTracks, recordings } from '#lib/server/db/schema/index.ts';
import { eventCardsById, type EventCard } from '#lib/server/events/index.ts';

type RecordingRow = typeof recordings.$inferSelect;

/** A recording as lists show it. */
export interface RecordingCard {
  id: string;
  /** The upper part of its moments' ids. */
  number: number;
  slugs: Slugs;
  title: Localized;
  description: Localized | null;
  /** The day of the recording, else its event's date; null: neither is known. */
  date: ArchiveDate | null;
  sortDate: string | null;
  event: EventCard | null;
  durationMs: number | null;
  mediaState: MediaState;
  /** BCP 47 tags of the languages it can be read in. */
  languages: string[];
  publishedAt: number | null;
}

const dayDate = (value: string): ArchiveDate => ({
  ...{ value, precision: 'day', year: null, notBefore: null, notAfter: null, inferred: [], label: null }
});

async function languagesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.read
    .select({ id: readingTracks.recordingId, language: readingTracks.language })
    .from(readingTracks)
    .where(inArray(readingTracks.recordingId, [...ids]))
    .orderBy(asc(readingTracks.language));
  for (const { id, language } of rows) found.set(id, [...(found.get(id) ?? []), language]);
  return found;
}

async function cardsOf(ctx: Ctx, rows: RecordingRow[]): Promise<RecordingCard[]> {
  const open = listed(ctx, 'recording:list', rows);
  const ids = open.map(({ id }) => id);
  const [slugs, languages, events] = await Promise.all([
    slugsOf(ctx, 'recording', ids),
    languagesOf(ctx, ids),
    eventCardsById(ctx, [...new Set(open.flatMap(({ eventId }) => eventId ?? []))])
  ]);
  return open.map((row): RecordingCard => {
    const event = events.find(({ id }) => id === row.eventId) ?? null;
    const { id, number, title, description, recordedOn, durationMs, mediaState, publishedAt } = row;
    return {
      ...{ id, number, title, description, event, durationMs, mediaState, publishedAt },
      slugs: slugs.get(id) ?? { en: id, es: id },
      date: recordedOn ? dayDate(recordedOn) : (event?.date ?? null),
      sortDate: recordedOn ?? event?.sortDate ?? null,
      languages: languages.get(id) ?? []
    };
  });
}

const newestFirst = (a: RecordingCard, b: RecordingCard) =>
  (b.sortDate ?? '').localeCompare(a.sortDate ?? '') || a.number - b.number;

/** Recordings that lists may name, the newest first; of one event only, where one is given. */
export async function recordingCards(ctx: Ctx, of: { eventId?: string } = {}): Promise<RecordingCard[]> {
  const rows = await ctx.read
    .select()
    .from(recordings)
    .where(of.eventId === undefined ? undefined : eq(recordings.eventId, of.eventId));
  return (await cardsOf(ctx, rows)).sort(newestFirst);
}

/** The same by their ids, the newest first. */
export async function recordingCardsById(ctx: Ctx, ids: readonly string[]): Promise<RecordingCard[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.read
    .select()
    .from(recordings)
    .where(inArray(recordings.id, [...ids]));
  return (await cardsOf(ctx, rows)).sort(newestFirst);
}

/** What the drawn score of a recording is made of: its chapters and its stretches of speech. */
export interface Outline {
  durationMs: number;
  chapters: { startMs: number; title: Localized }[];
  passages: { startMs: number; endMs: number; hasInterpretation: boolean }[];
  /** Whose voices can be heard, in which language (BCP 47); what is only known to exist is left out. */
  voices: { role: TrackRole; language: string | null }[];
}

const momentsPerRecording = 2 ** 20;

export async function outlineOf(
  ctx: Ctx,
  { id, number, durationMs }: Pick<RecordingCard, 'id' | 'number' | 'durationMs'>
): Promise<Outline> {
  const first = number * momentsPerRecording;
  const [chapterRows, momentRows, voices] = await Promise.all([
    ctx.read
      .select({ startMs: chapters.startMs, title: chapters.title })
      .from(chapters)
      .where(eq(chapters.recordingId, id))
      .orderBy(asc(chapters.position)),
    ctx.read
      .select()
      .from(moments)
      .where(and(gte(moments.id, first), lt(moments.id, first + momentsPerRecording)))
      .orderBy(asc(moments.id)),
    ctx.read
      .select({ role: audioTracks.role, language: audioTracks.language })
      .from(audioTracks)
      .where(and(eq(audioTracks.recordingId, id), eq(audioTracks.held, true)))
      .orderBy(asc(audioTracks.position))
  ]);
  return {
    durationMs: durationMs ?? momentRows.at(-1)?.endMs ?? 0,
    chapters: chapterRows,
    voices,
    passages: momentRows.map(({ startMs, endMs, spans }) => ({
      ...{ startMs, endMs },
      hasInterpretation: Object.keys(spans).length > 1
    }))
  };
}
