import { and, asc, between, eq, inArray, ne } from 'drizzle-orm';
import { alignMoments, spansOf, type MomentCue, type MomentTrack } from '#lib/domain/captions/moments.ts';
import { chooseReadingTracks } from '#lib/domain/captions/reading-track.ts';
import { assertNothingLeftOut } from '#lib/server/captions/omissions.ts';
import { cueRange, momentKey, momentRange } from '#lib/server/captions/versions.ts';
import type { Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import {
  audioTracks,
  cues,
  moments,
  readingTracks,
  recordings,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';

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
  role: MomentTrack['role'];
}

/** Makes versions of one recording public, all at once, and renews what is made from them. */
export async function publishVersions(
  tx: Tx,
  recordingId: string,
  versionIds: readonly number[],
  hooks: readonly PublishHook[]
): Promise<void> {
  await assertNothingLeftOut(tx, recordingId, versionIds);
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
  if (reading.length > 0) {
    const rows = reading.map(({ language, trackId, versionId }) => ({ recordingId, language, trackId, versionId }));
    await tx.write.insert(readingTracks).values(rows);
  }
  await writeMoments(tx, recording.number, reading);
  await raiseContentRevision(tx.write);
  for (const hook of hooks) await hook(tx, recordingId);
}

async function chooseReading(tx: Tx, recordingId: string): Promise<Reading[]> {
  const sounds = await tx.write
    .select({ id: audioTracks.id })
    .from(audioTracks)
    .where(and(eq(audioTracks.recordingId, recordingId), eq(audioTracks.role, 'original')));
  const rows = await tx.write
    .select({ track: textTracks, versionId: trackVersions.id })
    .from(textTracks)
    .innerJoin(
      trackVersions,
      and(eq(trackVersions.recordingId, textTracks.recordingId), eq(trackVersions.trackId, textTracks.id))
    )
    .where(and(eq(textTracks.recordingId, recordingId), eq(textTracks.held, true), eq(trackVersions.state, 'public')))
    .orderBy(asc(textTracks.position));
  const chosen = chooseReadingTracks(
    rows.map(({ track, versionId }) => ({
      ...{ id: track.id, language: track.language, role: track.role, kind: track.kind, versionId },
      published: true,
      reviewed: track.reviewedBy !== null,
      timedToOriginal: track.timedTo === null || sounds.some(({ id }) => id === track.timedTo)
    }))
  );
  return [...chosen].map(([language, { id, versionId, role }]) => ({ language, trackId: id, versionId, role }));
}

/** A full stop, question or exclamation mark at the end, also before closing quotation marks and tags. */
const endsSentence = (text: string) => /[.!?…]["'»”’)\]]*\s*(<[^>]*>)*\s*$/.test(text);

/** Times of a version's cues in their order, and how well speech may be parted after each. */
async function cuesOf(tx: Tx, versionId: number): Promise<MomentCue[]> {
  const rows = await tx.write
    .select({ startMs: cues.startMs, endMs: cues.endMs, text: cues.text, speakerId: cues.speakerId })
    .from(cues)
    .where(between(cues.id, ...cueRange(versionId)))
    .orderBy(asc(cues.id));
  return rows.map(({ startMs, endMs, text, speakerId }, index): MomentCue => {
    const next = rows[index + 1];
    const otherSpeaks = next !== undefined && next.speakerId !== speakerId;
    return { startMs, endMs, breakAfter: otherSpeaks ? 2 : endsSentence(text) ? 1 : 0 };
  });
}

async function writeMoments(tx: Tx, recordingNumber: number, reading: readonly Reading[]): Promise<void> {
  const tracks: MomentTrack[] = [];
  for (const { versionId, language, role } of reading) {
    tracks.push({ language, role, cues: await cuesOf(tx, versionId) });
  }
  const found = alignMoments(tracks);
  await tx.write.delete(moments).where(between(moments.id, ...momentRange(recordingNumber)));
  for (let at = 0; at < found.length; at += rowsAtOnce) {
    const rows = found.slice(at, at + rowsAtOnce).map((moment, index) => ({
      id: momentKey(recordingNumber, at + index),
      startMs: moment.startMs,
      endMs: moment.endMs,
      spans: spansOf(moment, tracks)
    }));
    await tx.write.insert(moments).values(rows);
  }
}
