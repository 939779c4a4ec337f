import { accountNoticeKinds } from '#lib/domain/access/account.ts';
import { roles } from '#lib/domain/access/viewer.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { reportKinds, reportPlaces } from '#lib/domain/reports/types.ts';
import {
  bytes,
  check,
  checkOneOf,
  count,
  flag,
  index,
  json,
  millis,
  oneOf,
  primaryKey,
  table,
  text
} from '#lib/server/db/columns.ts';
import { sql } from 'drizzle-orm';

/** A person who signs in. */
export const organizers = table('organizers', {
  id: text().primaryKey(),
  /** In small letters. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: oneOf(roles).notNull(),
  /** Only within these series; null: everywhere. */
  seriesIds: json<string[]>(),
  /** The language of mail to them. */
  locale: oneOf(locales).notNull().default('en'),
  /** argon2id; null until an invitation is taken up. */
  passwordHash: text(),
  /** The key of the authenticator app, sealed with DATA_DIR/secret.key; null: none. */
  totpSecret: text(),
  /** The last time step whose code was taken: a code works once. */
  totpStep: count(),
  /** May not sign in any more; what they did stays theirs in the log. */
  disabledAt: millis(),
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
    /** The password was right, the second factor is still to come: may do nothing but answer. */
    pending: flag().notNull().default(false),
    /** When the password was last asked for. */
    confirmedAt: millis().notNull().default(0),
    /** Browser and system in two words, so that its owner knows it in the list. */
    device: text(),
    createdAt: millis().notNull(),
    expiresAt: millis().notNull()
  },
  (t) => [index('sessions_user').on(t.userId)]
);

/** A device that can sign (WebAuthn), as a second factor. */
export const passkeys = table(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => organizers.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    publicKey: bytes().notNull(),
    /** Rises with each use where the device counts: one that does not was copied. */
    counter: count().notNull(),
    transports: json<string[]>().notNull().default([]),
    createdAt: millis().notNull(),
    lastUsedAt: millis()
  },
  (t) => [index('passkeys_user').on(t.userId)]
);

/** Codes on paper for the day when the telephone is lost. Each works once. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    userId: text()
      .notNull()
      .references(() => organizers.id, { onDelete: 'cascade' }),
    /** SHA-256 */
    codeHash: text().notNull(),
    usedAt: millis()
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })]
);

/** What an organizer is told about their account: a new password, a new way to sign in. */
export const accountNotices = table(
  'account_notices',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => organizers.id, { onDelete: 'cascade' }),
    at: millis().notNull(),
    kind: oneOf(accountNoticeKinds).notNull(),
    /** The name of the device and alike. */
    detail: text()
  },
  (t) => [index('account_notices_user').on(t.userId, t.at)]
);

/** What readers told the archive. Read by organizers only. */
export const reports = table(
  'reports',
  {
    id: text().primaryKey(),
    at: millis().notNull(),
    kind: oneOf(reportKinds).notNull(),
    words: text().notNull(),
    /** How to answer, if the reader wants an answer. */
    replyTo: text(),
    /** The language of the page that it was written on. */
    locale: oneOf(locales).notNull(),
    placeKind: oneOf(reportPlaces).notNull(),
    placeId: text(),
    /** The address of the page, without its origin, and the moment that was spoken of. */
    path: text().notNull(),
    atMs: millis(),
    closedAt: millis(),
    closedBy: text(),
    /** What was done. */
    outcome: text()
  },
  (t) => [index('reports_open').on(t.closedAt, t.at)]
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
