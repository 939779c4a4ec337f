/** So many requests a minute may one address send to the API. A page of 200 objects each: 120,000 objects. */
export const apiLimit = { requests: 600, windowMs: 60_000 } as const;

interface Window {
  startedAt: number;
  used: number;
}

export interface Allowance {
  allowed: boolean;
  remaining: number;
  /** Seconds until the window begins anew. */
  resetSeconds: number;
}

/** Counts requests by address in fixed windows, in memory only. Owner: the process. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();
  readonly #requests: number;
  readonly #windowMs: number;
  /** More addresses than these are not told apart: the oldest are forgotten. */
  readonly #most: number;

  constructor({ requests, windowMs, most = 20_000 }: { requests: number; windowMs: number; most?: number }) {
    this.#requests = requests;
    this.#windowMs = windowMs;
    this.#most = most;
  }

  get policy(): { requests: number; windowSeconds: number } {
    return { requests: this.#requests, windowSeconds: Math.round(this.#windowMs / 1000) };
  }

  /** Counts one request of this address. `now` in UTC milliseconds. */
  take(address: string, now: number): Allowance {
    const known = this.#windows.get(address);
    const window = known && now - known.startedAt < this.#windowMs ? known : { startedAt: now, used: 0 };
    if (window !== known) {
      this.#windows.delete(address);
      this.#windows.set(address, window);
      this.#forget();
    }
    window.used++;
    return {
      allowed: window.used <= this.#requests,
      remaining: Math.max(0, this.#requests - window.used),
      resetSeconds: Math.max(1, Math.ceil((window.startedAt + this.#windowMs - now) / 1000))
    };
  }

  #forget(): void {
    for (const address of this.#windows.keys()) {
      if (this.#windows.size <= this.#most) return;
      this.#windows.delete(address);
    }
  }
}
