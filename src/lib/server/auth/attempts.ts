import { networkOf } from '#lib/server/network.ts';

const minute = 60_000;
const windowMs = 15 * minute;
/** So many mistakes are free; each further one doubles the pause before the next try, up to the longest. */
const free = { account: 5, address: 30 } as const;
const longestPauseMs = 5 * minute;

interface Tries {
  failed: number;
  lastAt: number;
}

/**
 * Wrong passwords, in memory only. Too many of them do not lock an account, which anybody could do to somebody else:
 * they make the next try from the same network wait. Owner: the process.
 */
export class Attempts {
  readonly #tries = new Map<string, Tries>();
  readonly #most: number;

  /** @param most more than these are not told apart: the oldest are forgotten */
  constructor(most = 20_000) {
    this.#most = most;
  }

  get size(): number {
    return this.#tries.size;
  }

  #keys(account: string, address: string): [string, number][] {
    const network = networkOf(address);
    return [
      [`${account} ${network}`, free.account],
      [network, free.address]
    ];
  }

  /** Milliseconds until this account may be tried again from there; 0: now. */
  waitMs(account: string, address: string, now: number): number {
    const pauses = this.#keys(account, address).map(([key, allowed]) => {
      const tries = this.#tries.get(key);
      if (!tries || tries.failed < allowed || now - tries.lastAt >= windowMs) return 0;
      const pause = Math.min(longestPauseMs, 1000 * 2 ** (tries.failed - allowed));
      return Math.max(0, tries.lastAt + pause - now);
    });
    return Math.max(...pauses);
  }

  failed(account: string, address: string, now: number): void {
    for (const [key] of this.#keys(account, address)) {
      const known = this.#tries.get(key);
      const failed = known && now - known.lastAt < windowMs ? known.failed + 1 : 1;
      this.#tries.delete(key);
      this.#tries.set(key, { failed, lastAt: now });
    }
    for (const key of this.#tries.keys()) {
      if (this.#tries.size <= this.#most) return;
      this.#tries.delete(key);
    }
  }

  /** Whoever signs in has shown who they are; mistakes with other accounts from there stay counted. */
  succeeded(account: string, address: string): void {
    const [[own] = ['']] = this.#keys(account, address);
    this.#tries.delete(own);
  }
}
