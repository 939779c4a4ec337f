import type { ImportCounts } from '#lib/domain/i18n/messages/import.ts';
import type { ImportProblem } from '#lib/domain/import/problems.ts';
import type { PublishHook } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { audit } from '#lib/server/db/schema/index.ts';
import { applyObject, planObject, type Conflict, type Outcome, type Winner } from '#lib/server/import/apply.ts';
import { checkTogether } from '#lib/server/import/check.ts';
import { collect, type Collection } from '#lib/server/import/collect.ts';
import { adoptCorpus } from '#lib/server/import/corpus.ts';
import { Folders, type Report } from '#lib/server/import/folders.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import { campaignObjects } from '#lib/server/import/objects/campaigns.ts';
import { readFrameFiles } from '#lib/server/import/frame-files.ts';
import type { Mapping } from '#lib/server/import/objects/context.ts';
import { happeningObjects } from '#lib/server/import/objects/events.ts';
import { peopleObjects } from '#lib/server/import/objects/people.ts';
import { frameObjects, type FrameFiles } from '#lib/server/import/objects/site.ts';
import {
  importRecording,
  knownSpeakers,
  MediaReader,
  readRecording,
  type ReadRecording
} from '#lib/server/import/recordings/index.ts';

export type { Conflict, Outcome, Winner } from '#lib/server/import/apply.ts';
export { canonical } from '#lib/server/import/apply.ts';
// how entries of the format become rows: what organizers write in the browser goes the same way
export { Place } from '#lib/server/import/collect.ts';
export { insertRow, readRow, updateRow, type ImportObject } from '#lib/server/import/import-object.ts';
export type { Mapping } from '#lib/server/import/objects/context.ts';
export { actionObject, pageObject, wholeCampaign } from '#lib/server/import/objects/campaigns.ts';
export { eventObjects, seriesObject, timelineObject, topicObject } from '#lib/server/import/objects/events.ts';
export { organizationObject, personObject } from '#lib/server/import/objects/people.ts';
export { recordingObject } from '#lib/server/import/objects/recordings.ts';
export { glossaryObjects, imageObject } from '#lib/server/import/objects/site.ts';
export { Sources } from '#lib/server/import/objects/values.ts';

/** `check`: recordings whose files were opened; `write`: cues. */
export type OnProgress = (phase: 'check' | 'write', done: number, total: number, what: string) => void;

export interface ImportOptions {
  folders: readonly string[];
  dryRun?: boolean;
  publish?: boolean;
  withoutStandIns?: boolean;
  winner?: Winner;
  /** What follows a recording in the same transaction: the search index. */
  hooks?: readonly PublishHook[];
  onProgress?: OnProgress;
}

export interface ImportReport {
  problems: ImportProblem[];
  conflicts: Conflict[];
  outcomes: Outcome[];
  counts: ImportCounts;
}

function reportOf(problems: ImportProblem[], outcomes: Outcome[]): ImportReport {
  const conflicts = outcomes.flatMap((outcome) => outcome.conflicts);
  const did = (what: Outcome['did']) => outcomes.filter((outcome) => outcome.did === what).length;
  const counts = {
    made: did('made'),
    changed: did('changed'),
    unchanged: did('nothing'),
    conflicts: conflicts.length,
    problems: problems.length
  };
  return { problems, conflicts, outcomes, counts };
}

/** Everything but the recordings. */
function objectsOf(collection: Collection, mapping: Mapping, files: FrameFiles): ImportObject[] {
  const { lists } = collection;
  const institutionIds = new Set(lists.institutions.map(({ entry }) => entry.id));
  return [
    ...frameObjects(mapping, collection, files),
    ...peopleObjects(mapping, lists, institutionIds),
    ...happeningObjects(mapping, lists),
    ...campaignObjects(mapping, lists)
  ];
}

async function readRecordings(
  ctx: Ctx,
  collection: Collection,
  folders: Folders,
  options: ImportOptions,
  report: Report
): Promise<ReadRecording[]> {
  const { recordings } = collection.lists;
  const known = await knownSpeakers(
    ctx.read,
    recordings.map(({ entry }) => entry.id)
  );
  const media = new MediaReader(folders, report);
  const found: ReadRecording[] = [];
  for (const [index, each] of recordings.entries()) {
    const { id } = each.entry;
    options.onProgress?.('check', index, recordings.length, id);
    const withoutStandIns = options.withoutStandIns ?? false;
    found.push(await readRecording(each, withoutStandIns, known.get(id) ?? [], folders, media, report));
  }
  options.onProgress?.('check', recordings.length, recordings.length, '');
  return found;
}

/**
 * Imports folders in the format of docs/importing.md. Everything is read and checked first; while there is one problem, nothing
 * is written. Then each object is a transaction of its own: after a crash the same call goes on where it was.
 */
export async function importFolders(ctx: Ctx, options: ImportOptions): Promise<ImportReport> {
  const problems: ImportProblem[] = [];
  const report = (problem: ImportProblem) => problems.push(problem);
  const folders = new Folders(options.folders, report);
  const collection = collect(folders, report);
  adoptCorpus(collection);
  const sources = await checkTogether(ctx.read, collection, report);
  const files = await readFrameFiles(collection, folders, report);
  const recordings = await readRecordings(ctx, collection, folders, options, report);
  if (problems.length > 0) return reportOf(problems, []);

  const { publish = false, withoutStandIns = false, winner = 'none', dryRun = false, hooks = [] } = options;
  const mapping = { sources, publish, withoutStandIns };
  const outcomes: Outcome[] = [];
  for (const object of objectsOf(collection, mapping, files)) {
    outcomes.push(await (dryRun ? planObject(ctx, object, winner) : applyObject(ctx, object, winner)));
  }
  const total = recordings.flatMap(({ captions }) => captions).reduce((sum, { cueCount }) => sum + cueCount, 0);
  let done = 0;
  for (const read of recordings) {
    const onCues = (count: number) => {
      done += count;
      options.onProgress?.('write', done, total, read.collected.entry.id);
    };
    outcomes.push(await importRecording(ctx, mapping, read, { dryRun, publish, winner, hooks, onCues }));
  }
  const finished = reportOf(problems, outcomes);
  if (!dryRun) await noteImport(ctx, options.folders, finished.counts);
  return finished;
}

/** An import that changed something is in the audit log. */
async function noteImport(ctx: Ctx, folders: readonly string[], counts: ImportCounts): Promise<void> {
  if (counts.made + counts.changed === 0) return;
  const data = { folders, ...counts };
  await inTransaction(ctx, (tx) =>
    tx.write.insert(audit).values({ id: tx.newId(), at: tx.now(), actor: 'import', action: 'import.done', data })
  );
}
