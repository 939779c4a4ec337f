import type { Role } from '#lib/domain/access/viewer.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Database } from '#lib/server/db/open.ts';

/** Who signed in, as far as a request needs it. */
export interface SessionUser {
  id: string;
  name: string;
  role: Role;
  seriesIds: string[] | null;
  locale: Locale;
}

export interface Session {
  userId: string;
  /** SHA-256 of the token: names the session in lists, is useless as a cookie. */
  hash: string;
  /** Only the second factor is missing, and nothing may be done before it. */
  pending: boolean;
  /** When the password was last asked for, UTC milliseconds. */
  confirmedAt: number;
}

export interface Validated {
  user: SessionUser;
  session: Session;
  /** The life of the session was extended: the cookie must be set once more. */
  fresh: boolean;
}

export interface SessionRow {
  hash: string;
  device: string | null;
  createdAt: number;
  expiresAt: number;
}

export interface NewSession {
  pending?: boolean;
  device?: string | null;
}

export interface SessionCookie {
  name: string;
  value: string;
  attributes: { httpOnly: true; secure: boolean; sameSite: 'lax'; path: '/'; maxAge: number };
}

export interface SessionOptions {
  publicUrl: URL;
  now?: () => number;
  idleHours?: number;
  absoluteDays?: number;
}

/** What the archive needs of sessions; contract.test.ts holds every implementation to it. */
export interface Sessions {
  readonly cookieName: string;
  /** The cookie that carries a token; null takes it away. */
  cookie(token: string | null): SessionCookie;
  /** A new session, and the only time that its token is known. */
  create(userId: string, session?: NewSession): Promise<string>;
  /** Null when there is no such session, when it has ended, or when its owner may not sign in any more. */
  validate(token: string): Promise<Validated | null>;
  revoke(token: string): Promise<void>;
  revokeAll(userId: string): Promise<void>;
  /** The newest first. */
  list(userId: string): Promise<SessionRow[]>;
  /** Ends one of this person's own sessions; others are left alone. */
  revokeByHash(userId: string, hash: string): Promise<void>;
  /** Notes that the password was asked for just now. */
  confirm(hash: string): Promise<void>;
  /** Throws away what has ended. */
  sweep(): Promise<void>;
}

export type MakeSessions = (db: Database, options: SessionOptions) => Sessions;
