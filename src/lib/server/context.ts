import { randomBytes } from 'node:crypto';
import type { Viewer } from '#lib/domain/access/viewer.ts';
import type { Config } from '#lib/server/config.ts';
import type { Database, Queries } from '#lib/server/db/open.ts';
import type { Log } from '#lib/server/log.ts';

/** What every service is given: by the hooks for a request, by the command line for a command, by the runner for a job. */
export interface Ctx {
  readonly db: Database;
  /** For queries that only read: what is committed, or inside `inTransaction` what the transaction itself sees. */
  readonly read: Queries;
  readonly viewer: Viewer;
  readonly config: Config;
  readonly log: Log;
  /** UTC milliseconds */
  now(): number;
  /** 26 characters of [a-z2-7], 128 random bits */
  newId(): string;
}

/** A Ctx inside a transaction. A store's function that takes a Tx writes; one that takes a Ctx reads. */
export interface Tx extends Ctx {
  readonly write: Queries;
}

export type Surroundings = Pick<Ctx, 'db' | 'viewer' | 'config' | 'log'> & Partial<Pick<Ctx, 'now' | 'newId'>>;

export function createContext({ db, viewer, config, log, now = Date.now, newId = randomId }: Surroundings): Ctx {
  return { db, read: db.read, viewer, config, log, now, newId };
}

/** The same surroundings for somebody else. */
export const asViewer = (ctx: Ctx, viewer: Viewer): Ctx => ({ ...ctx, viewer });

/** The only way to write: one writer at a time, commits when `work` resolves, rolls back when it rejects. */
export function inTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.write((queries) => work({ ...ctx, read: queries, write: queries }));
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 26 characters of [a-z2-7] with 128 random bits: fit for a file name, an address and an id that cannot be guessed. */
export function randomId(): string {
  let rest = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let id = '';
  for (let place = 0; place < 26; place++, rest >>= 5n) id += alphabet[Number(rest & 31n)];
  return id;
}
