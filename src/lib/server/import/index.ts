import type { ImportCounts } from '#lib/domain/i18n/messages/import.ts';
import type { ImportProblem } from '#lib/domain/import/problems.ts';
import type { Ctx } from '#lib/server/context.ts';
import { applyObject, planObject, type Conflict, type Outcome, type Winner } from '#lib/server/import/apply.ts';
import { checkTogether } from '#lib/server/import/check.ts';
import { collect, type Collection } from '#lib/server/import/collect.ts';
import { Folders } from '#lib/server/import/folders.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import { campaignObjects } from '#lib/server/import/objects/campaigns.ts';
import type { Mapping } from '#lib/server/import/objects/context.ts';
import { happeningObjects } from '#lib/server/import/objects/events.ts';
import { peopleObjects } from '#lib/server/import/objects/people.ts';
import { recordingObject } from '#lib/server/import/objects/recordings.ts';
import { frameObjects } from '#lib/server/import/objects/site.ts';

export interface ImportOptions {
  folders: readonly string[];
  dryRun?: boolean;
  publish?: boolean;
  withoutStandIns?: boolean;
  winner?: Winner;
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

function objectsOf(collection: Collection, mapping: Mapping): ImportObject[] {
  const { lists } = collection;
  const institutionIds = new Set(lists.institutions.map(({ entry }) => entry.id));
  const nothing = { chapters: undefined, media: [], durationMs: null, speakers: [] };
  return [
    ...frameObjects(mapping, collection),
    ...peopleObjects(mapping, lists, institutionIds),
    ...happeningObjects(mapping, lists),
    ...lists.recordings.map((each) => recordingObject(mapping, each, nothing)),
    ...campaignObjects(mapping, lists)
  ];
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
  const sources = await checkTogether(ctx.read, collection, folders, report);
  if (problems.length > 0) return reportOf(problems, []);

  const { publish = false, withoutStandIns = false, winner = 'none', dryRun = false } = options;
  const outcomes: Outcome[] = [];
  for (const object of objectsOf(collection, { sources, publish, withoutStandIns })) {
    outcomes.push(await (dryRun ? planObject(ctx, object, winner) : applyObject(ctx, object, winner)));
  }
  return reportOf(problems, outcomes);
}
