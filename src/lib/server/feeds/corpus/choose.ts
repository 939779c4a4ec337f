import { and, asc, eq } from 'drizzle-orm';
import { isCleared, primaryLanguage } from '#lib/domain/feeds/podcast.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { listed } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, recordings, series, textTracks, trackVersions } from '#lib/server/db/schema/index.ts';

/** What the corpus is narrowed to; null: everything. */
export interface CorpusFilter {
  /** Primary language of the text: `es` takes es-GT as well. */
  language: string | null;
  /** UUIDs. */
  series: string | null;
  event: string | null;
  year: string | null;
  standIns: boolean;
}

export type RecordingRow = typeof recordings.$inferSelect;
export type TrackRow = typeof textTracks.$inferSelect;
export type VersionRow = Pick<
  typeof trackVersions.$inferSelect,
  'id' | 'number' | 'format' | 'frame' | 'cueCount' | 'publishedAt'
>;

export interface ChosenText {
  track: TrackRow;
  version: VersionRow;
  standIn: boolean;
}

export interface ChosenRecording {
  row: RecordingRow;
  event: { uuid: string; title: Localized; date: string | null } | null;
  series: { uuid: string; title: Localized } | null;
  texts: ChosenText[];
}

/** Every recording that lists may name, with its place; nothing of its texts yet. */
async function placed(ctx: Ctx) {
  const [rows, eventRows, seriesRows] = await Promise.all([
    ctx.read.select().from(recordings).orderBy(asc(recordings.number)),
    ctx.read.select().from(events),
    ctx.read.select().from(series)
  ]);
  const byEvent = new Map(listed(ctx, 'event:list', eventRows).map((row) => [row.id, row]));
  const bySeries = new Map(listed(ctx, 'series:list', seriesRows).map((row) => [row.id, row]));
  return listed(ctx, 'recording:list', rows).map((row) => {
    const event = byEvent.get(row.eventId ?? '') ?? null;
    return { row, event, series: bySeries.get(row.seriesId ?? event?.seriesId ?? '') ?? null };
  });
}

type Placed = Awaited<ReturnType<typeof placed>>[number];
const yearOf = ({ row, event }: Placed) => (row.recordedOn ?? event?.date.value ?? '').slice(0, 4) || null;

const isWanted = (one: Placed, { series: seriesUuid, event, year }: CorpusFilter): boolean =>
  (seriesUuid === null || one.series?.uuid === seriesUuid) &&
  (event === null || one.event?.uuid === event) &&
  (year === null || yearOf(one) === year);

/** A term of the track wins over that of its recording. A stand-in was made here and only needs to be asked for. */
function mayBeCopied(row: RecordingRow, { rights, standIn }: TrackRow, { standIns }: CorpusFilter): boolean {
  return standIn || row.mediaState === 'stand_in' ? standIns : isCleared({ rights: rights ?? row.rights });
}

/** Published texts by recording: one query however many there are. */
async function publishedTexts(ctx: Ctx): Promise<Map<string, { track: TrackRow; version: VersionRow }[]>> {
  const { id, number, format, frame, cueCount, publishedAt } = trackVersions;
  const rows = await ctx.read
    .select({ track: textTracks, version: { id, number, format, frame, cueCount, publishedAt } })
    .from(textTracks)
    .innerJoin(
      trackVersions,
      and(eq(trackVersions.recordingId, textTracks.recordingId), eq(trackVersions.trackId, textTracks.id))
    )
    .where(and(eq(textTracks.held, true), eq(trackVersions.state, 'public')))
    .orderBy(asc(textTracks.recordingId), asc(textTracks.position));
  const found = new Map<string, { track: TrackRow; version: VersionRow }[]>();
  for (const row of rows) {
    const mine = found.get(row.track.recordingId);
    if (mine) mine.push(row);
    else found.set(row.track.recordingId, [row]);
  }
  return found;
}

/** Which texts a corpus holds: published, of recordings that lists may name, with rights that let others use them. */
export async function chooseCorpus(ctx: Ctx, filter: CorpusFilter): Promise<ChosenRecording[]> {
  const [all, texts] = await Promise.all([placed(ctx), publishedTexts(ctx)]);
  return all.flatMap((one) => {
    if (!isWanted(one, filter)) return [];
    const { row, event } = one;
    const mine = (texts.get(row.id) ?? [])
      .filter(({ track }) => filter.language === null || primaryLanguage(track.language) === filter.language)
      .filter(({ track }) => mayBeCopied(row, track, filter))
      .map((text) => ({ ...text, standIn: text.track.standIn || row.mediaState === 'stand_in' }));
    if (mine.length === 0) return [];
    return [
      {
        row,
        event: event && { uuid: event.uuid, title: event.title, date: event.date.value },
        series: one.series && { uuid: one.series.uuid, title: one.series.title },
        texts: mine
      }
    ];
  });
}

export interface CorpusOutline {
  recordings: number;
  texts: number;
  cues: number;
  languages: string[];
  years: string[];
  events: { uuid: string; title: Localized }[];
  series: { uuid: string; title: Localized }[];
}

const unique = <T extends { uuid: string }>(all: readonly (T | null)[]): T[] => [
  ...new Map(all.flatMap((one) => (one ? [[one.uuid, one] as const] : []))).values()
];

/** What there is to choose from, for the page. */
export function outlineOfCorpus(chosen: readonly ChosenRecording[]): CorpusOutline {
  const texts = chosen.flatMap((one) => one.texts);
  const years = chosen.flatMap(({ row, event }) => (row.recordedOn ?? event?.date ?? '').slice(0, 4) || []);
  return {
    recordings: chosen.length,
    texts: texts.length,
    cues: texts.reduce((sum, { version }) => sum + version.cueCount, 0),
    languages: [...new Set(texts.flatMap(({ track }) => primaryLanguage(track.language) ?? []))].sort(),
    years: [...new Set(years)].sort(),
    events: unique(chosen.map(({ event }) => event)),
    series: unique(chosen.map((one) => one.series))
  };
}
