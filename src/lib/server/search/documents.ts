import { and, asc, between, eq, isNull, min, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { plainText } from '#lib/domain/captions/plain.ts';
import { captionFormats, type CaptionFormat } from '#lib/domain/captions/types.ts';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { voiceOfRole, type Voice } from '#lib/domain/recordings/types.ts';
import { may } from '#lib/server/access/index.ts';
import { cueRange, momentRange } from '#lib/server/captions/index.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import {
  cues,
  events,
  moments,
  readingTracks,
  recordings,
  recordingSpeakers,
  searchDocuments,
  searchSegments,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import type { IndexCue, IndexDocument, IndexTrack } from '#lib/server/search/engine/document.ts';

/** Raised when the word rules or the form of the stored lists change: everything is built anew then. */
export const indexFormat = 1;

/** What of a recording is, or should be, in the index. */
export interface Indexable {
  recordingId: string;
  number: number;
  fingerprint: string;
  orderKey: string;
  cues: number;
}

/** Recordings that visitors may find now, oldest first. What an anonymous visitor may list is what is indexed. */
export async function indexableRecordings(ctx: Ctx): Promise<Indexable[]> {
  const visitor = asViewer(ctx, anonymous);
  const rows = await ctx.read
    .select({ recording: recordings, eventDate: events.sortDate })
    .from(recordings)
    .leftJoin(events, eq(events.id, recordings.eventId));
  const open = rows.filter(({ recording }) => may(visitor, 'recording:list', recording));
  const [versions, speakers] = await Promise.all([versionsByRecording(ctx), speakersByRecording(ctx)]);
  return open
    .flatMap(({ recording, eventDate }): Indexable[] => {
      const tracks = versions.get(recording.id) ?? [];
      if (tracks.length === 0) return [];
      const orderKey = `${recording.recordedOn ?? eventDate ?? ''} ${String(recording.number).padStart(9, '0')}`;
      const identity = [indexFormat, recording.title, orderKey, tracks, speakers.get(recording.id) ?? []];
      return [
        {
          recordingId: recording.id,
          number: recording.number,
          fingerprint: createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 16),
          orderKey,
          cues: tracks.reduce((sum, track) => sum + track.cues, 0)
        }
      ];
    })
    .sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));
}

/** When the next recording opens by itself; null: none waits. */
export async function nextOpening(ctx: Ctx): Promise<number | null> {
  const [row] = await ctx.read
    .select({ at: min(recordings.publishAt).mapWith(Number) })
    .from(recordings)
    .where(and(eq(recordings.state, 'scheduled'), sql`${recordings.publishAt} > ${ctx.now()}`));
  return row?.at || null;
}

interface ReadVersion {
  language: string;
  versionId: number;
  cues: number;
}

async function versionsByRecording(ctx: Ctx): Promise<Map<string, ReadVersion[]>> {
  const rows = await ctx.read
    .select({
      recordingId: readingTracks.recordingId,
      language: readingTracks.language,
      versionId: readingTracks.versionId,
      cues: trackVersions.cueCount
    })
    .from(readingTracks)
    .innerJoin(trackVersions, eq(trackVersions.id, readingTracks.versionId))
    .orderBy(asc(readingTracks.recordingId), asc(readingTracks.language));
  const found = new Map<string, ReadVersion[]>();
  for (const { recordingId, ...version } of rows) {
    const known = found.get(recordingId);
    if (known === undefined) found.set(recordingId, [version]);
    else known.push(version);
  }
  return found;
}

async function speakersByRecording(ctx: Ctx): Promise<Map<string, string[]>> {
  const rows = await ctx.read
    .select({ recordingId: recordingSpeakers.recordingId, id: recordingSpeakers.id })
    .from(recordingSpeakers)
    .orderBy(asc(recordingSpeakers.recordingId), asc(recordingSpeakers.position));
  const found = new Map<string, string[]>();
  for (const { recordingId, id } of rows) {
    const known = found.get(recordingId);
    if (known === undefined) found.set(recordingId, [id]);
    else known.push(id);
  }
  return found;
}

/** Recording → fingerprint of every document that counts now. One recording twice in two segments is a fault. */
export async function indexedDocuments(ctx: Ctx): Promise<{ recordingId: string; fingerprint: string }[]> {
  return ctx.read
    .select({ recordingId: searchDocuments.recordingId, fingerprint: searchDocuments.fingerprint })
    .from(searchDocuments)
    .innerJoin(searchSegments, eq(searchSegments.id, searchDocuments.segmentId))
    .where(
      and(eq(searchSegments.state, 'live'), eq(searchSegments.format, indexFormat), isNull(searchDocuments.goneAt))
    );
}

/** Recordings that the index does not have as they are now, and documents of it that should no longer count. */
export async function findStale(ctx: Ctx): Promise<{ missing: Indexable[]; surplus: string[] }> {
  const [wanted, present] = [await indexableRecordings(ctx), await indexedDocuments(ctx)];
  const fingerprints = new Map(present.map(({ recordingId, fingerprint }) => [recordingId, fingerprint]));
  const byId = new Map(wanted.map((one) => [one.recordingId, one]));
  return {
    missing: wanted.filter(({ recordingId, fingerprint }) => fingerprints.get(recordingId) !== fingerprint),
    surplus: present
      .filter(({ recordingId, fingerprint }) => byId.get(recordingId)?.fingerprint !== fingerprint)
      .map(({ recordingId }) => recordingId)
  };
}

const formatOf = (value: string | null): CaptionFormat => captionFormats.find((each) => each === value) ?? 'vtt';

/** Everything that is searched of a recording; null when it has no moments. */
export async function loadDocument(
  ctx: Ctx,
  { recordingId, number, fingerprint, orderKey }: Indexable
): Promise<IndexDocument | null> {
  const [[recording], speakers, tracks, placed] = await Promise.all([
    ctx.read.select({ titles: recordings.title }).from(recordings).where(eq(recordings.id, recordingId)),
    ctx.read
      .select({ id: recordingSpeakers.id })
      .from(recordingSpeakers)
      .where(eq(recordingSpeakers.recordingId, recordingId))
      .orderBy(asc(recordingSpeakers.position)),
    ctx.read
      .select({
        language: readingTracks.language,
        versionId: readingTracks.versionId,
        role: textTracks.role,
        format: trackVersions.format
      })
      .from(readingTracks)
      .innerJoin(trackVersions, eq(trackVersions.id, readingTracks.versionId))
      .innerJoin(
        textTracks,
        and(eq(textTracks.recordingId, readingTracks.recordingId), eq(textTracks.id, readingTracks.trackId))
      )
      .where(eq(readingTracks.recordingId, recordingId))
      .orderBy(asc(readingTracks.language)),
    ctx.read
      .select({ spans: moments.spans })
      .from(moments)
      .where(between(moments.id, ...momentRange(number)))
      .orderBy(asc(moments.id))
  ]);
  if (recording === undefined || placed.length === 0) return null;
  const speakerIndex = new Map(speakers.map(({ id }, index) => [id, index]));
  const loaded: IndexTrack[] = [];
  for (const { language, versionId, role, format } of tracks) {
    const momentOf = momentsOfCues(placed.map(({ spans }) => spans[language] ?? null));
    loaded.push({
      language,
      versionId,
      cues: await loadCues(ctx, versionId, formatOf(format), voiceOfRole(role), speakerIndex, momentOf)
    });
  }
  const { titles } = recording;
  const ids = speakers.map(({ id }) => id);
  return { recordingId, fingerprint, orderKey, titles, moments: placed.length, speakers: ids, tracks: loaded };
}

/**
 * Cue position → its moment. A cue between two moments, which the aligner does not make but an older one might have, counts
 * to the moment before it.
 */
function momentsOfCues(spans: readonly ([number, number] | null)[]): (position: number) => number {
  const starts: { from: number; moment: number }[] = [];
  for (const [moment, span] of spans.entries()) if (span !== null) starts.push({ from: span[0], moment });
  let at = 0;
  return (position) => {
    while (at + 1 < starts.length && (starts[at + 1]?.from ?? Infinity) <= position) at++;
    return starts[at]?.moment ?? 0;
  };
}

const cuesAtOnce = 4000;

async function loadCues(
  ctx: Ctx,
  versionId: number,
  format: CaptionFormat,
  voice: Voice,
  speakers: ReadonlyMap<string, number>,
  momentOf: (position: number) => number
): Promise<IndexCue[]> {
  const [first, last] = cueRange(versionId);
  const found: IndexCue[] = [];
  for (let from = first; ; from += cuesAtOnce) {
    const rows = await ctx.read
      .select({
        id: cues.id,
        startMs: cues.startMs,
        endMs: cues.endMs,
        text: cues.text,
        speakerId: cues.speakerId,
        voice: cues.voice
      })
      .from(cues)
      .where(between(cues.id, from, Math.min(last, from + cuesAtOnce - 1)))
      .orderBy(asc(cues.id));
    for (const row of rows) {
      const position = row.id - first;
      found.push({
        position,
        startMs: row.startMs,
        endMs: row.endMs,
        text: plainText(row.text, format),
        moment: momentOf(position),
        speaker: row.speakerId === null ? null : (speakers.get(row.speakerId) ?? null),
        voice: row.voice ?? voice
      });
    }
    if (rows.length < cuesAtOnce) return found;
  }
}
