import { networkOf } from '#lib/server/network.ts';
import { RateLimit } from '#lib/server/http/rate-limit.ts';

export interface LoadOptions {
  requestsPerMinute: number;
  /** More answers at once than these are not begun. */
  mostAtOnce?: number;
  /** Nor when the event loop is so late. */
  mostDelayMs?: number;
  /** How late it is, in milliseconds. */
  delayMs?: () => number;
}

/** Why a request is turned away before anything is done for it. */
export interface TurnedAway {
  why: 'limited' | 'shed';
  status: 429 | 503;
  retryAfterSeconds: number;
}

/** Whoever watches over the server gets an answer also when nobody else does. */
const watched = new Set(['/healthz', '/readyz', '/metrics']);
/** They last as long as a line is slow, and cost next to nothing meanwhile. */
const isLong = (path: string) => path.startsWith('/media/') || /^\/uploads(\/|$)/.test(path);
/** What a page brings with it: files of the program itself. */
const isAsset = (path: string) => path.startsWith('/_app/');

/**
 * Keeps the server answering: one address gets so many answers a minute, and what cannot be done in time is refused at
 * once with a word when to come again, before everybody waits. Finished pages from memory do not come here. Owner: the
 * process.
 */
export class LoadGuard {
  readonly #limit: RateLimit;
  readonly #mostAtOnce: number;
  readonly #mostDelayMs: number;
  readonly #delayMs: () => number;
  #active = 0;

  constructor({ requestsPerMinute, mostAtOnce = 256, mostDelayMs = 1500, delayMs = () => 0 }: LoadOptions) {
    this.#limit = new RateLimit({ requests: requestsPerMinute, windowMs: 60_000 });
    this.#mostAtOnce = mostAtOnce;
    this.#mostDelayMs = mostDelayMs;
    this.#delayMs = delayMs;
  }

  /** Null: go on. Counts the request of this address. */
  refusal(path: string, address: string, now: number): TurnedAway | null {
    if (watched.has(path) || isAsset(path)) return null;
    if (!isLong(path)) {
      const { allowed, resetSeconds } = this.#limit.take(networkOf(address), now);
      if (!allowed) return { why: 'limited', status: 429, retryAfterSeconds: resetSeconds };
    }
    const tooMuch = this.#active >= this.#mostAtOnce || this.#delayMs() > this.#mostDelayMs;
    return tooMuch && !isLong(path) ? { why: 'shed', status: 503, retryAfterSeconds: 5 } : null;
  }

  /** An answer begins; call what this gives when it has ended. */
  begin(path: string): () => void {
    if (isLong(path) || isAsset(path)) return () => undefined;
    this.#active++;
    let open = true;
    return () => {
      if (open) this.#active--;
      open = false;
    };
  }

  get active(): number {
    return this.#active;
  }
}

/** How late the event loop was in the last half second: a timer that should have rung, and when it did. */
export function watchDelay(everyMs = 500): () => number {
  let late = 0;
  let due = performance.now() + everyMs;
  setInterval(() => {
    const now = performance.now();
    late = Math.max(0, now - due);
    due = now + everyMs;
  }, everyMs).unref();
  // a loop that stands still does not run its timer: what is overdue counts
  return () => Math.max(late, performance.now() - due);
}
