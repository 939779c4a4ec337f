import { and, eq } from 'drizzle-orm';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import {
  createVersion,
  publishVersions,
  versionsOf,
  type PublishHook,
  type VersionRow
} from '#lib/server/captions/index.ts';
import { importMarks } from '#lib/server/db/schema/index.ts';
import { keyFor, putFile, recordFiles, type NewFile } from '#lib/server/files/index.ts';
import { markKeyOf, writeMarks, type Conflict, type Winner } from '#lib/server/import/apply.ts';
import { readCaptionFile, type FoundCaptions } from '#lib/server/import/recordings/read-captions.ts';
import type { ReadRecording } from '#lib/server/import/recordings/read.ts';

export interface CaptionOptions {
  publish: boolean;
  winner: Winner;
  hooks: readonly PublishHook[];
  /** Told how many more cues are there. */
  onCues: (count: number) => void;
}

export interface CaptionOutcome {
  /** Tracks of which a version was written. */
  written: string[];
  /** Tracks of which a version became public. */
  published: string[];
  conflicts: Conflict[];
}

const markOf = (trackId: string) => `captions.${trackId}`;

type Step = { do: 'nothing' } | { do: 'write'; publish: boolean; mark: boolean } | { do: 'conflict'; ours: VersionRow };

/** What is to be done with a caption file, by what it was when it was last imported and by what is public now. */
function stepFor(
  found: FoundCaptions,
  mark: string | undefined,
  versions: readonly VersionRow[],
  options: CaptionOptions
): Step {
  const { publish, winner } = options;
  const shown = versions.find(({ state }) => state === 'public');
  const own = versions.find(({ sha256, cueCount }) => sha256 === found.sha256 && cueCount > 0);
  if (shown && shown.id === own?.id)
    return mark === found.sha256 ? { do: 'nothing' } : { do: 'write', publish: false, mark: true };
  if (mark === found.sha256) {
    // known already: at most it may become public now, if nothing else ever was
    const waiting = publish && !shown && own?.state === 'draft';
    return waiting ? { do: 'write', publish: true, mark: false } : { do: 'nothing' };
  }
  const changedHere = shown !== undefined && shown.sha256 !== mark;
  if (!changedHere || winner === 'theirs') return { do: 'write', publish, mark: true };
  return winner === 'ours' ? { do: 'write', publish: false, mark: true } : { do: 'conflict', ours: shown };
}

const conflictOf = (read: ReadRecording, found: FoundCaptions, ours: VersionRow): Conflict => ({
  kind: 'recording',
  id: read.collected.entry.id,
  field: markOf(found.trackId),
  file: found.name,
  line: null,
  theirs: { file: found.name, cues: found.cueCount },
  ours: { version: ours.number, cues: ours.cueCount, madeBy: ours.madeBy }
});

async function writeVersion(ctx: Ctx, read: ReadRecording, found: FoundCaptions, onCues: CaptionOptions['onCues']) {
  const { file, sha256, bytes } = readCaptionFile(found.path);
  const language = found.language ?? 'und';
  const track = mapSpeakers(file, { keyOf: (label) => read.book.idOf(label, language), known: read.book.labels });
  const original: NewFile = {
    path: found.path,
    bytes,
    sha256,
    key: keyFor(sha256, `.${file.format}`),
    mimeType: file.format === 'vtt' ? 'text/vtt' : 'text/plain',
    originalName: found.name,
    audience: 'organizers' // it has the names as they were written
  };
  await putFile(ctx, original);
  let told = 0;
  const version = await createVersion(
    ctx,
    {
      recordingId: read.collected.entry.id,
      trackId: found.trackId,
      track,
      encoding: file.encoding,
      problems: file.problems,
      sha256,
      fileKey: original.key,
      madeBy: 'import',
      alongside: (tx) => recordFiles(tx, [original])
    },
    (done) => {
      onCues(done - told);
      told = done;
    }
  );
  onCues(track.cues.length - told);
  return version;
}

/**
 * Writes the caption files of one recording as new versions, and makes them public together: page, search and quotes change
 * once, in one transaction with the marks that say what was imported.
 */
export async function writeCaptions(ctx: Ctx, read: ReadRecording, options: CaptionOptions): Promise<CaptionOutcome> {
  const object = { kind: 'recording', id: read.collected.entry.id };
  const rows = await ctx.read.select().from(importMarks).where(markKeyOf(object));
  const imported = new Map(rows.map(({ field, hash }) => [field, hash]));
  const outcome: CaptionOutcome = { written: [], published: [], conflicts: [] };
  const marks = new Map<string, string>();
  const toPublish: VersionRow[] = [];
  for (const found of read.captions) {
    const versions = await versionsOf(ctx.read, object.id, found.trackId);
    const step = stepFor(found, imported.get(markOf(found.trackId)), versions, options);
    if (step.do === 'nothing') {
      options.onCues(found.cueCount);
      continue;
    }
    if (step.do === 'conflict') outcome.conflicts.push(conflictOf(read, found, step.ours));
    // the file becomes a version in any case; in a conflict it waits as a draft
    const version = await writeVersion(ctx, read, found, options.onCues);
    outcome.written.push(found.trackId);
    if (step.do === 'conflict') continue;
    if (step.mark) marks.set(markOf(found.trackId), found.sha256);
    if (step.publish) toPublish.push(version);
  }
  if (marks.size + toPublish.length === 0) return outcome;
  await inTransaction(ctx, async (tx) => {
    await writeMarks(tx, object, marks);
    if (toPublish.length > 0)
      await publishVersions(
        tx,
        object.id,
        toPublish.map(({ id }) => id),
        options.hooks
      );
  });
  outcome.published = toPublish.map(({ trackId }) => trackId);
  return outcome;
}

/** The same without writing. */
export async function planCaptions(ctx: Ctx, read: ReadRecording, options: CaptionOptions): Promise<CaptionOutcome> {
  const { id } = read.collected.entry;
  const outcome: CaptionOutcome = { written: [], published: [], conflicts: [] };
  for (const found of read.captions) {
    const mark = and(markKeyOf({ kind: 'recording', id }), eq(importMarks.field, markOf(found.trackId)));
    const [row] = await ctx.read.select().from(importMarks).where(mark);
    const step = stepFor(found, row?.hash, await versionsOf(ctx.read, id, found.trackId), options);
    if (step.do === 'write') outcome.written.push(found.trackId);
    if (step.do === 'write' && step.publish) outcome.published.push(found.trackId);
    if (step.do === 'conflict') outcome.conflicts.push(conflictOf(read, found, step.ours));
  }
  return outcome;
}
