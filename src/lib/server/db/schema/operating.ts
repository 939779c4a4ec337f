import { count, flag, index, json, millis, oneOf, table, text } from '#lib/server/db/columns.ts';

export const operationKinds = ['backup', 'restore', 'fixity', 'export'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** What was done to keep the archive, when, and how it ended. The last row of a kind is what an organizer is told. */
export const operations = table(
  'operations',
  {
    id: text().primaryKey(),
    kind: oneOf(operationKinds).notNull(),
    startedAt: millis().notNull(),
    endedAt: millis().notNull(),
    /** False: somebody has to look at it. */
    ok: flag().notNull(),
    /** Counts, and names of what was wrong. */
    data: json<Record<string, unknown>>().notNull()
  },
  (t) => [index('operations_last').on(t.kind, t.endedAt)]
);

export const fileCheckStates = ['right', 'changed', 'missing'] as const;

/** When each stored file was last read and compared with its hash, and what was found. */
export const fileChecks = table(
  'file_checks',
  {
    key: text().primaryKey(),
    state: oneOf(fileCheckStates).notNull(),
    checkedAt: millis().notNull(),
    bytes: count().notNull()
  },
  (t) => [index('file_checks_age').on(t.checkedAt)]
);
