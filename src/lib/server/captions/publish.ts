import { and, asc, between, eq, inArray, ne } from 'drizzle-orm';
import type { Moment } from '#lib/domain/captions/types.ts';
import type { MomentSpans } from '#lib/domain/recordings/types.ts';
import { alignMoments, chooseReadingTrack } from '#lib/server/captions/interim.ts';
import { cueRange, momentKey, momentRange } from '#lib/server/captions/versions.ts';
import type { Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { cues, moments, readingTracks, recordings, textTracks, trackVersions } from '#lib/server/db/schema/index.ts';

/**
 * Called in the transaction in which a recording's reading tracks, moments, speakers or state changed. The caller that combines
 * captions and search hands the index's in: captions stand left of search and must not know it.
 */
export type PublishHook = (tx: Tx, recordingId: string) => Promise<void>;

const rowsAtOnce = 500;

interface Reading {
  language: string;
  trackId: string;
  versionId: number;
}

/** Makes versions of one recording public, all at once, and renews what is made from them. */
export async function publishVersions(
  tx: Tx,
  recordingId: string,
  versionIds: readonly number[],
  hooks: readonly PublishHook[]
): Promise<void> {
  for (const id of versionIds) {
    const [version] = await tx.write
      .update(trackVersions)
      .set({ state: 'public', publishedAt: tx.now() })
      .where(and(eq(trackVersions.id, id), eq(trackVersions.recordingId, recordingId)))
      .returning({ trackId: trackVersions.trackId });
    if (!version) throw new Error(`recording ${recordingId} has no version ${id}`);
    const others = and(
      eq(trackVersions.recordingId, recordingId),
      eq(trackVersions.trackId, version.trackId),
      eq(trackVersions.state, 'public'),
      ne(trackVersions.id, id)
    );
    await tx.write.update(trackVersions).set({ state: 'withdrawn' }).where(others);
  }
  await renewReading(tx, recordingId, hooks);
}

/** Takes the public versions of tracks out of sight, for example of stand-ins that are replaced. */
export async function withdrawVersions(tx: Tx, recordingId: string, trackIds: readonly string[]): Promise<void> {
  if (trackIds.length === 0) return;
  const mine = and(eq(trackVersions.recordingId, recordingId), inArray(trackVersions.trackId, [...trackIds]));
  await tx.write.update(trackVersions).set({ state: 'withdrawn' }).where(mine);
}

/** Chooses the reading tracks anew, makes the moments from them, and tells the hooks. */
export async function renewReading(tx: Tx, recordingId: string, hooks: readonly PublishHook[]): Promise<void> {
  const [recording] = await tx.write
    .select({ number: recordings.number })
    .from(recordings)
    .where(eq(recordings.id, recordingId));
  if (!recording) throw new Error(`there is no recording ${recordingId}`);
  const reading = await chooseReading(tx, recordingId);
  await tx.write.delete(readingTracks).where(eq(readingTracks.recordingId, recordingId));
  if (reading.length > 0) await tx.write.insert(readingTracks).values(reading.map((row) => ({ ...row, recordingId })));
  await writeMoments(tx, recording.number, reading);
  await raiseContentRevision(tx.write);
  for (const hook of hooks) await hook(tx, recordingId);
}

async function chooseReading(tx: Tx, recordingId: string): Promise<Reading[]> {
  const rows = await tx.write
    .select({ track: textTracks, versionId: trackVersions.id })
    .from(textTracks)
    .innerJoin(
      trackVersions,
      and(eq(trackVersions.recordingId, textTracks.recordingId), eq(trackVersions.trackId, textTracks.id))
    )
    .where(and(eq(textTracks.recordingId, recordingId), eq(textTracks.held, true), eq(trackVersions.state, 'public')))
    .orderBy(asc(textTracks.position));
  const languages = [...new Set(rows.map(({ track }) => track.language ?? 'und'))];
  return languages.flatMap((language): Reading[] => {
    const among = rows.filter(({ track }) => (track.language ?? 'und') === language);
    const chosen = chooseReadingTrack(among.map(({ track, versionId }) => ({ ...track, versionId })));
    return chosen ? [{ language, trackId: chosen.id, versionId: chosen.versionId }] : [];
  });
}

const timesOf = (tx: Tx, versionId: number) =>
  tx.write
    .select({ startMs: cues.startMs, endMs: cues.endMs })
    .from(cues)
    .where(between(cues.id, ...cueRange(versionId)))
    .orderBy(asc(cues.id));

const spansOf = ({ ranges }: Moment, reading: readonly Reading[]): MomentSpans =>
  Object.fromEntries(
    ranges.flatMap(({ track, from, to }) => {
      const language = reading[track]?.language;
      return language === undefined ? [] : [[language, [from, to - 1]]];
    })
  );

async function writeMoments(tx: Tx, recordingNumber: number, reading: readonly Reading[]): Promise<void> {
  const tracks = [];
  for (const { versionId } of reading) tracks.push(await timesOf(tx, versionId));
  const found = alignMoments(tracks);
  await tx.write.delete(moments).where(between(moments.id, ...momentRange(recordingNumber)));
  for (let at = 0; at < found.length; at += rowsAtOnce) {
    const rows = found.slice(at, at + rowsAtOnce).map((moment, index) => ({
      id: momentKey(recordingNumber, at + index),
      startMs: moment.startMs,
      endMs: moment.endMs,
      spans: spansOf(moment, reading)
    }));
    await tx.write.insert(moments).values(rows);
  }
}
