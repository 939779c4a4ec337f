import { tidy, tidyRecord } from '#lib/domain/records/tidy.ts';

/** A field that two people changed differently since they began from the same state. */
export interface MergeConflict {
  /** Keys from the record down: ['title', 'es']. */
  path: string[];
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** In a conflict it holds `mine`; nothing is saved before a person has chosen. */
  record: Record<string, unknown>;
  conflicts: MergeConflict[];
  /** Fields that only the other one changed, and that were taken over. */
  taken: string[][];
}

type Group = Record<string, unknown>;
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));

/**
 * Three-way merge, field by field; each language of a text is a field of its own, a list is one field. What only one of the two
 * changed is taken; what both changed in the same way is settled; the rest is a conflict.
 *
 * @param base null: it is not known what both began from, so every difference is a conflict
 */
export function mergeRecords(base: Group | null, mine: Group, theirs: Group): Merged {
  const merged: Merged = { record: {}, conflicts: [], taken: [] };
  const record = mergeGroup(base && tidyRecord(base), tidyRecord(mine), tidyRecord(theirs), [], merged);
  return { ...merged, record: tidyRecord(record) };
}

function mergeGroup(base: Group | null, mine: Group, theirs: Group, path: string[], out: Merged): Group {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  return Object.fromEntries(
    keys.map((key) => [key, mergeValue(base?.[key], mine[key], theirs[key], [...path, key], base !== null, out)])
  );
}

function mergeValue(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: string[],
  known: boolean,
  out: Merged
): unknown {
  if (same(mine, theirs)) return mine;
  if (known && same(base, mine)) {
    out.taken.push(path);
    return theirs;
  }
  if (known && same(base, theirs)) return mine;
  if (isGroup(mine) && isGroup(theirs)) return mergeGroup(groupOf(base, known), mine, theirs, path, out);
  out.conflicts.push({ path, base: base ?? null, mine: mine ?? null, theirs: theirs ?? null });
  return mine;
}

/** Of a group that did not exist, every key was absent; of a base that is not known, nothing can be said. */
const groupOf = (base: unknown, known: boolean): Group | null => (isGroup(base) ? base : known ? {} : null);

/** The value at a path, undefined when there is none. */
export const valueAt = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined), record);

/** A copy with another value at a path. */
export function withValue(record: Group, [key, ...rest]: readonly string[], value: unknown): Group {
  if (key === undefined) return record;
  const inner = record[key];
  return { ...record, [key]: rest.length === 0 ? value : withValue(isGroup(inner) ? inner : {}, rest, value) };
}

/** Paths of the fields in which two records differ. */
export function changedFields(before: Group, after: Group): string[][] {
  const found: string[][] = [];
  const walk = (a: unknown, b: unknown, path: string[]): void => {
    if (same(a, b)) return;
    if (isGroup(a) && isGroup(b)) {
      for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
        walk(a[key], b[key], [...path, key]);
    } else found.push(path);
  };
  walk(tidyRecord(before), tidyRecord(after), []);
  return found;
}
