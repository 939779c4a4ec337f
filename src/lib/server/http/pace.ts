import { setTimeout as sleep } from 'node:timers/promises';
import { networkOf } from '#lib/server/network.ts';

/** Waits until this address may have so many bytes more. */
export type Pace = (bytes: number) => Promise<void>;

interface Bucket {
  /** When everything that was given so far has been earned, in milliseconds. */
  freeAt: number;
}

/** Bytes a second by address, over all its connections. Owner: the process. */
export class Paces {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perSecond: number;
  readonly #most: number;

  constructor(bytesPerSecond: number, most = 20_000) {
    this.#perSecond = bytesPerSecond;
    this.#most = most;
  }

  /** Milliseconds to wait before these bytes; counts them as given. A second's worth is free after a rest. */
  waitMs(address: string, bytes: number, now: number): number {
    const network = networkOf(address);
    const freeAt = Math.max(this.#buckets.get(network)?.freeAt ?? 0, now - 1000);
    const next = freeAt + (bytes / this.#perSecond) * 1000;
    this.#buckets.delete(network);
    this.#buckets.set(network, { freeAt: next });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#most) break;
      this.#buckets.delete(oldest);
    }
    return Math.max(0, next - now);
  }

  for(address: string): Pace {
    return async (bytes) => {
      const ms = this.waitMs(address, bytes, performance.now());
      if (ms > 1) await sleep(ms);
    };
  }
}

let paces: Paces | null = null;

/** Null: as fast as the line is. */
export function paceFor(bytesPerSecond: number | null, address: string): Pace | null {
  if (bytesPerSecond === null) return null;
  paces ??= new Paces(bytesPerSecond);
  return paces.for(address);
}
