import { and, asc, between, count, desc, eq, gt, max } from 'drizzle-orm';
import type {
  CaptionEncoding,
  CaptionFormat,
  Layout,
  Problem,
  SpokenCue,
  SpokenTrack
} from '#lib/domain/captions/types.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { nextNumber } from '#lib/server/db/counters.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { cues, trackVersions } from '#lib/server/db/schema/index.ts';

/** Cues of a version, and moments of a recording, lie together in one stretch of ids. */
const stretch = 2 ** 20;
/** As many cues as a version can have. */
export const maxCues = stretch - 1;

/** The id of a cue: `position` counts from 0. */
export const cueKey = (versionId: number, position: number): number => versionId * stretch + position;
/** First and last id that a cue of this version can have. */
export const cueRange = (versionId: number): [number, number] => [cueKey(versionId, 0), cueKey(versionId, stretch - 1)];
/** The id of a moment: `recordingNumber` is the recording's small number, `position` counts from 0. */
export const momentKey = cueKey;
export const momentRange = cueRange;

/** What a version keeps of its file beside the cues, so that nothing is lost on export. */
export interface VersionFrame {
  layout: Layout;
  /** How cues name their speaker, `<v {name}>{text}`; `cues.mark` is an index in it. */
  marks: string[];
}

export interface NewVersion {
  recordingId: string;
  trackId: string;
  track: SpokenTrack;
  encoding: CaptionEncoding | null;
  problems: readonly Problem[];
  /** Of the file it comes from. */
  sha256: string;
  fileKey: string | null;
  /** By which role: `import`, `captioner` … */
  madeBy: string;
  /** Written in the transaction in which the version begins: the row of its file. */
  alongside?(tx: Tx): Promise<void>;
}

export type VersionRow = typeof trackVersions.$inferSelect;

const rowsAtOnce = 500;
/** Cues in one transaction of a large track: other writers wait no longer than this takes. */
const slice = 4000;

/** Versions of a track, the newest first. A version with cueCount 0 is still being written. */
export const versionsOf = (read: Queries, recordingId: string, trackId: string): Promise<VersionRow[]> =>
  read
    .select()
    .from(trackVersions)
    .where(and(eq(trackVersions.recordingId, recordingId), eq(trackVersions.trackId, trackId)))
    .orderBy(desc(trackVersions.number));

async function insertVersion(tx: Tx, version: NewVersion, marks: string[]): Promise<number> {
  const { recordingId, trackId, track, encoding, problems, sha256, fileKey, madeBy } = version;
  const [last] = await tx.write
    .select({ number: max(trackVersions.number).mapWith(Number) })
    .from(trackVersions)
    .where(and(eq(trackVersions.recordingId, recordingId), eq(trackVersions.trackId, trackId)));
  const id = await nextNumber(tx.write, 'track_version');
  const frame: VersionFrame = { layout: track.layout, marks };
  await tx.write.insert(trackVersions).values({
    ...{ id, recordingId, trackId, encoding, frame, sha256, fileKey, madeBy },
    number: (last?.number ?? 0) + 1,
    state: 'draft',
    format: track.format,
    problems: [...problems],
    createdAt: tx.now()
  });
  await version.alongside?.(tx);
  return id;
}

const marksOf = (track: SpokenTrack): string[] => [
  ...new Set(track.cues.flatMap(({ mark }) => (mark === null ? [] : [mark])))
];

function rowOf(cue: SpokenCue, id: number, marks: ReadonlyMap<string, number>): typeof cues.$inferInsert {
  return {
    id,
    startMs: cue.startMs,
    endMs: cue.endMs,
    text: cue.text,
    speakerId: cue.speaker,
    mark: cue.mark === null ? null : (marks.get(cue.mark) ?? null),
    identifier: cue.id || null,
    settings: cue.settings || null
  };
}

/** How many cues of a half-written version are there and right; what does not fit the file is taken away first. */
async function alreadyWritten(tx: Tx, versionId: number, track: SpokenTrack): Promise<number> {
  const [from, to] = cueRange(versionId);
  const mine = between(cues.id, from, to);
  const [row] = await tx.write.select({ written: count() }).from(cues).where(mine);
  const written = row?.written ?? 0;
  const [last] = await tx.write.select().from(cues).where(mine).orderBy(desc(cues.id)).limit(1);
  const same = last && track.cues[written - 1];
  if (!same || last.text !== same.text || last.startMs !== same.startMs || last.id !== cueKey(versionId, written - 1)) {
    await tx.write.delete(cues).where(mine);
    return 0;
  }
  return written;
}

/**
 * Writes a version as a draft, in slices of one transaction each. Called again after a crash with the same file it goes on where
 * it was; a version of that file which is whole already is found and nothing is written.
 * @param onSlice told how many cues of the track are there
 */
export async function createVersion(
  ctx: Ctx,
  version: NewVersion,
  onSlice?: (done: number) => void
): Promise<VersionRow> {
  const { recordingId, trackId, track, sha256 } = version;
  const same = (await versionsOf(ctx.read, recordingId, trackId)).filter((each) => each.sha256 === sha256);
  const whole = same.find((each) => each.cueCount > 0);
  if (whole) return whole;
  const marks = marksOf(track);
  const markIndex = new Map(marks.map((mark, index) => [mark, index]));
  let id = same.find((each) => each.state === 'draft')?.id;
  const begun = id;
  let done = begun === undefined ? 0 : await inTransaction(ctx, (tx) => alreadyWritten(tx, begun, track));
  for (;;) {
    const from = done;
    const to = Math.min(from + slice, track.cues.length);
    const row = await inTransaction(ctx, async (tx) => {
      id ??= await insertVersion(tx, version, marks);
      await insertCues(tx, id, track.cues.slice(from, to), from, markIndex);
      if (to < track.cues.length) return null;
      const whole = { cueCount: track.cues.length };
      return (await tx.write.update(trackVersions).set(whole).where(eq(trackVersions.id, id)).returning())[0];
    });
    done = to;
    onSlice?.(done);
    if (row === undefined) throw new Error(`a version of ${recordingId}/${trackId} is gone`);
    if (row) return row;
  }
}

async function insertCues(
  tx: Tx,
  versionId: number,
  list: readonly SpokenCue[],
  from: number,
  marks: ReadonlyMap<string, number>
): Promise<void> {
  for (let at = 0; at < list.length; at += rowsAtOnce) {
    const rows = list.slice(at, at + rowsAtOnce);
    await tx.write
      .insert(cues)
      .values(rows.map((cue, index) => rowOf(cue, cueKey(versionId, from + at + index), marks)));
  }
}

const isFrame = (value: unknown): value is VersionFrame =>
  typeof value === 'object' && value !== null && 'layout' in value && 'marks' in value && Array.isArray(value.marks);

const plainLayout: Layout = { bom: false, lineEnd: '\n', shortTimes: false, header: '', blocks: [] };
const isFormat = (value: string | null): value is CaptionFormat =>
  value === 'vtt' || value === 'srt' || value === 'sbv' || value === 'txt';

/** A version as the readers and writers of captions take it. Speakers are keys; who may be named is asked elsewhere. */
export async function loadVersion(read: Queries, version: VersionRow): Promise<SpokenTrack> {
  const frame = isFrame(version.frame) ? version.frame : { layout: plainLayout, marks: [] };
  const track: SpokenTrack = {
    format: isFormat(version.format) ? version.format : 'vtt',
    cues: [],
    speakers: [],
    layout: frame.layout
  };
  const [from, to] = cueRange(version.id);
  for (let after = from - 1; ;) {
    const rows = await read
      .select()
      .from(cues)
      .where(and(gt(cues.id, after), between(cues.id, from, to)))
      .orderBy(asc(cues.id))
      .limit(20_000);
    for (const row of rows) {
      track.cues.push({
        id: row.identifier ?? '',
        startMs: row.startMs,
        endMs: row.endMs,
        text: row.text,
        settings: row.settings ?? '',
        speaker: row.speakerId,
        mark: row.mark === null ? null : (frame.marks[row.mark] ?? null)
      });
    }
    const last = rows.at(-1);
    if (!last || rows.length < 20_000) return track;
    after = last.id;
  }
}
