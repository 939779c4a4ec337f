import { asc, desc, eq, ne } from 'drizzle-orm';
import { mainLanguage } from '#lib/domain/captions/checks/language.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { may } from '#lib/server/access/index.ts';
import { myDrafts } from '#lib/server/captions/workshop/drafts.ts';
import { mayWork, type TrackRow } from '#lib/server/captions/workshop/place.ts';
import { organizerIdOf } from '#lib/server/captions/workshop/versions.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, recordings, textTracks, trackVersions } from '#lib/server/db/schema/index.ts';

export interface DeskTrack {
  recordingId: string;
  title: Localized;
  track: TrackRow;
  at: number;
  /** Of a version; null for a draft. */
  number: number | null;
  mine: boolean;
}

export interface DeskRecording {
  recordingId: string;
  title: Localized;
  durationMs: number | null;
  /** Languages of the archive without a published text. */
  missing: Locale[];
  /** Tracks that machines or live captioners made and nobody has checked. */
  unchecked: TrackRow[];
  tracks: number;
}

export interface CaptionDesk {
  drafts: DeskTrack[];
  /** Versions that wait for somebody who may publish. */
  waiting: DeskTrack[];
  needs: DeskRecording[];
  /** Every recording, to begin from. */
  all: DeskRecording[];
}

const rough = new Set(['live_captioning', 'machine_captions', 'edited_from_live', 'unknown']);

async function waitingVersions(ctx: Ctx) {
  return ctx.read
    .select({
      recordingId: trackVersions.recordingId,
      trackId: trackVersions.trackId,
      number: trackVersions.number,
      createdAt: trackVersions.createdAt,
      createdBy: trackVersions.createdBy
    })
    .from(trackVersions)
    .where(eq(trackVersions.state, 'submitted'))
    .orderBy(desc(trackVersions.createdAt))
    .limit(200);
}

/** What a captioner has begun, what waits for review, and what needs captions. */
export async function captionDesk(ctx: Ctx): Promise<CaptionDesk> {
  const [rows, tracks, publicRows, drafts, waiting] = await Promise.all([
    ctx.read
      .select({ row: recordings, eventSeries: events.seriesId })
      .from(recordings)
      .leftJoin(events, eq(events.id, recordings.eventId))
      .where(ne(recordings.state, 'deleted'))
      .orderBy(desc(recordings.recordedOn), asc(recordings.id)),
    ctx.read.select().from(textTracks).orderBy(asc(textTracks.recordingId), asc(textTracks.position)),
    ctx.read
      .select({ recordingId: trackVersions.recordingId, trackId: trackVersions.trackId })
      .from(trackVersions)
      .where(eq(trackVersions.state, 'public')),
    myDrafts(ctx),
    waitingVersions(ctx)
  ]);
  const readable = rows
    .filter(({ row, eventSeries }) => {
      const seriesIds = [row.seriesId, eventSeries].filter((id) => id !== null);
      return may(ctx, 'recording:read', { ...row, seriesIds }) && mayWork(ctx, 'edit', seriesIds);
    })
    .map(({ row }) => row);
  const byId = new Map(readable.map((row) => [row.id, row]));
  const shown = new Set(publicRows.map(({ recordingId, trackId }) => `${recordingId} ${trackId}`));
  const me = organizerIdOf(ctx);
  const trackOf = (recordingId: string, trackId: string) =>
    tracks.find((track) => track.recordingId === recordingId && track.id === trackId);
  const deskTrack = (
    recordingId: string,
    trackId: string,
    more: Pick<DeskTrack, 'at' | 'number' | 'mine'>
  ): DeskTrack[] => {
    const [recording, track] = [byId.get(recordingId), trackOf(recordingId, trackId)];
    return recording && track ? [{ recordingId, title: recording.title, track, ...more }] : [];
  };
  const all = readable.map((row): DeskRecording => {
    const mine = tracks.filter(({ recordingId, kind }) => recordingId === row.id && kind !== 'descriptions');
    // a stand-in is no caption of what was said
    const published = mine.filter(({ id, standIn }) => !standIn && shown.has(`${row.id} ${id}`));
    return {
      recordingId: row.id,
      title: row.title,
      durationMs: row.durationMs,
      missing: locales.filter((locale) => !published.some(({ language }) => mainLanguage(language) === locale)),
      unchecked: published.filter(({ method, reviewedBy }) => reviewedBy === null && rough.has(method)),
      tracks: mine.filter(({ held }) => held).length
    };
  });
  return {
    drafts: drafts.flatMap((draft) =>
      deskTrack(draft.recordingId, draft.trackId, { at: draft.updatedAt, number: null, mine: true })
    ),
    waiting: waiting.flatMap(({ recordingId, trackId, createdAt, number, createdBy }) =>
      deskTrack(recordingId, trackId, { at: createdAt, number, mine: createdBy === me })
    ),
    needs: all.filter(({ missing, unchecked }) => missing.length > 0 || unchecked.length > 0),
    all
  };
}
