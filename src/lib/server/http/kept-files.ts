import { open, type FileHandle } from 'node:fs/promises';
import type { StoredFile } from '#lib/server/media/index.ts';

interface Kept {
  file: StoredFile;
  handle: Promise<FileHandle>;
  users: number;
  /** Dropped while somebody reads: closed when the last one has ended. */
  dropped: boolean;
}

const symbol = Symbol.for('acervo.files');
/** start.js and handler.js are separate bundles: only `globalThis` is the same in both. */
const shared: typeof globalThis & { [symbol]?: KeptFiles } = globalThis;

/** A descriptor that is held open, for one answer. */
export interface Lent {
  file: StoredFile;
  handle: FileHandle;
  giveBack: () => void;
}

/**
 * Files that every visitor may have, by their address: who may have them was asked under the content revision that they are kept
 * under, and is asked again as soon as it moves. A film is asked for in hundreds of parts; only the first asks the database.
 */
export class KeptFiles {
  readonly #files = new Map<string, Kept>();
  readonly #most: number;
  #revision = -1;

  constructor({ most = 200 } = {}) {
    this.#most = most;
  }

  static get shared(): KeptFiles {
    return (shared[symbol] ??= new KeptFiles());
  }

  /** Keeps what was found under this revision. */
  keep(path: string, file: StoredFile, revision: number): void {
    this.#turn(revision);
    if (this.#files.has(path)) return;
    const handle = open(file.path, 'r');
    handle.catch(() => undefined);
    this.#files.set(path, { file, handle, users: 0, dropped: false });
    for (const [oldest, kept] of this.#files) {
      if (this.#files.size <= this.#most) break;
      this.#drop(oldest, kept);
    }
  }

  /** The file at this address, if it was found under this very revision. */
  async lend(path: string, revision: number): Promise<Lent | null> {
    this.#turn(revision);
    const kept = this.#files.get(path);
    if (!kept) return null;
    // last used, last dropped
    this.#files.delete(path);
    this.#files.set(path, kept);
    kept.users++;
    const giveBack = () => {
      if (--kept.users === 0 && kept.dropped) this.#close(kept);
    };
    try {
      return { file: kept.file, handle: await kept.handle, giveBack };
    } catch {
      giveBack();
      this.#drop(path, kept);
      return null;
    }
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  clear(): void {
    for (const [path, kept] of this.#files) this.#drop(path, kept);
  }

  #turn(revision: number): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.clear();
  }

  #drop(path: string, kept: Kept): void {
    this.#files.delete(path);
    kept.dropped = true;
    if (kept.users === 0) this.#close(kept);
  }

  #close({ handle }: Kept): void {
    void handle.then((opened) => opened.close()).catch(() => undefined);
  }
}
