import { createHash } from 'node:crypto';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { importMarks } from '#lib/server/db/schema/index.ts';
import { insertRow, readRow, updateRow, type ImportObject, type Part } from '#lib/server/import/import-object.ts';

/** Who wins where a field was changed in the file and here: nobody, the file, or what is here. */
export type Winner = 'none' | 'theirs' | 'ours';

export interface Conflict {
  kind: string;
  id: string;
  field: string;
  file: string;
  line: number | null;
  /** The file's value. */
  theirs: unknown;
  /** What is here. */
  ours: unknown;
}

export interface Outcome {
  kind: string;
  id: string;
  /** What was done, or in a dry run would be done. */
  did: 'made' | 'changed' | 'nothing';
  fields: string[];
  conflicts: Conflict[];
}

/** JSON with sorted keys and without absent ones: what PostgreSQL does to the order of keys must not look like a change. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${parts.join(',')}}`;
}

export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url');

export const markKeyOf = (object: Pick<ImportObject, 'kind' | 'id'>) =>
  and(eq(importMarks.kind, object.kind), eq(importMarks.objectId, object.id));

interface Plan {
  isNew: boolean;
  columns: string[];
  parts: Part[];
  /** Fields whose mark is to be set, with the hash of the file's value. */
  marks: Map<string, string>;
  conflicts: Conflict[];
  wasPublished: boolean;
}

/**
 * Compares an object of the files with what is here. A field changes here only if it is different in the file from what it was
 * when it was imported; if it was changed here as well, it is a conflict.
 */
async function plan(read: Queries, object: ImportObject, winner: Winner): Promise<Plan> {
  const row = await readRow(read, object);
  const made: Plan = { isNew: !row, columns: [], parts: [], marks: new Map(), conflicts: [], wasPublished: false };
  if (!row) return planNew(object, made);
  made.wasPublished = typeof row.publishedAt === 'number';
  const rows = await read.select().from(importMarks).where(markKeyOf(object));
  const marks = new Map(rows.map((mark) => [mark.field, mark.hash]));
  const decide = (field: string, theirs: unknown, ours: unknown, empty: unknown): boolean => {
    const [file, here, mark] = [hashOf(theirs), hashOf(ours), marks.get(field) ?? hashOf(empty)];
    if (file === mark && file !== here) return false; // changed here only
    if (file !== here && mark !== here && winner === 'none') {
      const { line, file: name } = object.place.problem('wrong-type', [field]);
      made.conflicts.push({ kind: object.kind, id: object.id, field, file: name, line, theirs, ours });
      return false;
    }
    if (file !== marks.get(field)) made.marks.set(field, file);
    return file !== here && (mark === here || winner === 'theirs');
  };
  for (const [field, value] of Object.entries(object.columns)) {
    if (decide(field, value, row[field], defaultOf(object, field))) made.columns.push(field);
  }
  for (const part of object.parts) {
    if (part.onlyNew) continue;
    const ours = await part.read(read);
    if (decide(part.name, part.value, ours, Array.isArray(ours) ? [] : null)) made.parts.push(part);
  }
  return made;
}

/** What a column holds that nobody ever filled: a file may fill it without asking. */
function defaultOf(object: ImportObject, field: string): unknown {
  return getTableColumns(object.table)[field]?.default ?? null;
}

function planNew(object: ImportObject, made: Plan): Plan {
  const row = { ...object.placeholders, ...object.columns };
  for (const [field, value] of Object.entries(row)) made.marks.set(field, hashOf(value));
  for (const part of object.parts) if (!part.onlyNew) made.marks.set(part.name, hashOf(part.value));
  return { ...made, columns: Object.keys(object.columns), parts: object.parts };
}

const outcomeOf = (object: ImportObject, { isNew, columns, parts, conflicts }: Plan): Outcome => {
  const fields = [...columns, ...parts.map((part) => part.name)];
  const did = isNew ? 'made' : fields.length > 0 ? 'changed' : 'nothing';
  return { kind: object.kind, id: object.id, did, fields, conflicts };
};

/** What would be done; writes nothing. */
export async function planObject(ctx: Ctx, object: ImportObject, winner: Winner): Promise<Outcome> {
  return outcomeOf(object, await plan(ctx.read, object, winner));
}

/** One object in one transaction. Without a difference there is no transaction at all. */
export async function applyObject(ctx: Ctx, object: ImportObject, winner: Winner): Promise<Outcome> {
  const first = await plan(ctx.read, object, winner);
  if (!first.isNew && first.columns.length + first.parts.length + first.marks.size === 0)
    return outcomeOf(object, first);
  if (first.columns.length > 0) await object.prepare?.(ctx);
  for (const part of first.parts) await part.prepare?.(ctx);
  return inTransaction(ctx, async (tx) => {
    // once more inside: somebody may have written between the two
    const now = await plan(tx.read, object, winner);
    await writePlan(tx, object, now);
    return outcomeOf(object, now);
  });
}

async function writePlan(tx: Tx, object: ImportObject, { isNew, columns, parts, marks, wasPublished }: Plan) {
  if (isNew) await insertRow(tx, object);
  else if (columns.length > 0) {
    const change = Object.fromEntries(columns.map((name) => [name, object.columns[name]]));
    if (change.state === 'public' && !wasPublished) change.publishedAt = tx.now();
    await updateRow(tx, object, 'updatedAt' in object.table ? { ...change, updatedAt: tx.now() } : change);
  }
  for (const part of parts) await part.write(tx);
  await writeMarks(tx, object, marks);
  if (!isNew && columns.length + parts.length === 0) return;
  await object.changed?.(tx, [...columns, ...parts.map((part) => part.name)]);
  await raiseContentRevision(tx.write);
}

export async function writeMarks(
  tx: Tx,
  object: Pick<ImportObject, 'kind' | 'id'>,
  marks: ReadonlyMap<string, string>
): Promise<void> {
  if (marks.size === 0) return;
  const rows = [...marks].map(([field, hash]) => ({
    kind: object.kind,
    objectId: object.id,
    field,
    hash,
    importedAt: tx.now()
  }));
  await tx.write.delete(importMarks).where(and(markKeyOf(object), inArray(importMarks.field, [...marks.keys()])));
  await tx.write.insert(importMarks).values(rows);
}
