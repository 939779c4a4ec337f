/** How a body is stored and sent; the order is what we prefer to send. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** A finished answer, as it goes out. */
export interface Page {
  status: number;
  /** Name, value, name, value …: written in one go. */
  headers: string[];
  body: Buffer;
  /** The same for everybody: 200, no cookie, not marked as private. */
  isShareable: boolean;
  /** Weak, in quotes: the same page in another encoding counts as the same. */
  etag: string;
}

/** What a rendering gives to those who wait: a page for everybody; `own`: each needs an own one; `left`: who rendered it left. */
export type Rendered = Page | 'own' | 'left';

interface Kept {
  page: Page;
  keptAt: number;
}

const symbol = Symbol.for('acervo.pages');
/** start.js and handler.js are separate bundles: only `globalThis` is the same in both. */
const shared: typeof globalThis & { [symbol]?: KeptPages } = globalThis;

/**
 * The finished pages of anonymous visitors. Owner: this object; a page is dropped when the content revision moves, when
 * it is a minute old (a scheduled page becomes readable, a day ends) or when room is needed.
 */
export class KeptPages {
  /** Set by the part of the server that has the database; until then nothing is kept. */
  revision: (() => number) | null = null;
  readonly #pages = new Map<string, Kept>();
  readonly #rendering = new Map<string, Promise<Rendered>>();
  readonly #limitBytes: number;
  readonly #maxAgeMs: number;
  #bytes = 0;
  #knownRevision = -1;

  constructor({ limitBytes = 64 * 1024 ** 2, maxAgeMs = 60_000 } = {}) {
    this.#limitBytes = limitBytes;
    this.#maxAgeMs = maxAgeMs;
  }

  /** The one object of this process. */
  static get shared(): KeptPages {
    return (shared[symbol] ??= new KeptPages());
  }

  /** The revision to keep under, after dropping all that is older; null: do not keep anything now. */
  currentRevision(): number | null {
    if (!this.revision) return null;
    const revision = this.revision();
    if (revision !== this.#knownRevision) {
      this.#pages.clear();
      this.#bytes = 0;
      this.#knownRevision = revision;
    }
    return revision;
  }

  get(key: string, now: number): Page | null {
    const kept = this.#pages.get(key);
    if (!kept) return null;
    this.#drop(key, kept);
    if (now - kept.keptAt >= this.#maxAgeMs) return null;
    this.#add(key, kept); // last used, last dropped
    return kept.page;
  }

  /** Keeps a page, unless the revision has moved since its rendering began. */
  keep(key: string, page: Page, revision: number, now: number): void {
    const size = page.body.length + key.length + 2048; // headers and the entry itself, roughly
    if (size > this.#limitBytes / 8 || revision !== this.currentRevision()) return;
    const former = this.#pages.get(key);
    if (former) this.#drop(key, former);
    this.#add(key, { page, keptAt: now });
    for (const [oldest, kept] of this.#pages) {
      if (this.#bytes <= this.#limitBytes) break;
      this.#drop(oldest, kept);
    }
  }

  /** What is being rendered under this key and revision, so that a crowd on a cold page renders it once. */
  rendering(key: string, revision: number): Promise<Rendered> | null {
    return this.#rendering.get(`${revision} ${key}`) ?? null;
  }

  startRendering(key: string, revision: number, page: Promise<Rendered>): void {
    const name = `${revision} ${key}`;
    this.#rendering.set(name, page);
    void page.finally(() => this.#rendering.delete(name));
  }

  get bytes(): number {
    return this.#bytes;
  }

  #add(key: string, kept: Kept): void {
    this.#pages.set(key, kept);
    this.#bytes += kept.page.body.length + key.length + 2048;
  }

  #drop(key: string, kept: Kept): void {
    if (this.#pages.delete(key)) this.#bytes -= kept.page.body.length + key.length + 2048;
  }
}
