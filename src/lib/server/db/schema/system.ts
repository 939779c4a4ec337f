import { check, checkOneOf, count, index, json, millis, oneOf, table, text } from '#lib/server/db/columns.ts';
import { sql } from 'drizzle-orm';

/** A person who signs in. */
export const organizers = table('organizers', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: oneOf(['admin', 'publisher', 'editor', 'captioner']).notNull(),
  passwordHash: text(),
  createdAt: millis().notNull()
});

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the token: what stands here is useless as a cookie. */
    tokenHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => organizers.id, { onDelete: 'cascade' }),
    createdAt: millis().notNull(),
    expiresAt: millis().notNull()
  },
  (t) => [index('sessions_user').on(t.userId)]
);

export const jobStates = ['queued', 'running', 'waiting', 'done', 'failed', 'cancelled'] as const;

/** Slow work. A row is taken by a lease; a worker that dies loses it. */
export const jobs = table(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    payload: json<unknown>().notNull(),
    state: oneOf(jobStates).notNull().default('queued'),
    /** Smaller goes first. */
    priority: count().notNull().default(100),
    attempts: count().notNull().default(0),
    maxAttempts: count().notNull().default(5),
    runAfter: millis().notNull(),
    leaseOwner: text(),
    leaseUntil: millis(),
    cancelRequestedAt: millis(),
    progressDone: count().notNull().default(0),
    progressTotal: count(),
    progressText: text(),
    error: text(),
    logTail: text(),
    createdAt: millis().notNull(),
    updatedAt: millis().notNull()
  },
  (t) => [
    index('jobs_next').on(t.state, t.priority, t.runAfter),
    checkOneOf('jobs_state', t.state, jobStates),
    check('jobs_attempts', sql`${t.attempts} >= 0`)
  ]
);

/** Who did what, when. Append only. */
export const audit = table(
  'audit',
  {
    id: text().primaryKey(),
    at: millis().notNull(),
    /** Organizer's id, or `import`, `cli`, `job`. */
    actor: text().notNull(),
    action: text().notNull(),
    objectKind: text(),
    objectId: text(),
    data: json<unknown>()
  },
  (t) => [index('audit_at').on(t.at), index('audit_object').on(t.objectKind, t.objectId)]
);

/** Single values of the archive as a whole; `content_revision` rises with every change that a visitor may see. */
export const archiveState = table('archive_state', {
  key: text().primaryKey(),
  value: count().notNull()
});
