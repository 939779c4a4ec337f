import type { Cues } from '#lib/domain/captions/edit/edits.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'other-window' | 'signed-out';

interface Change {
  revision: number;
  baseVersionId: number | null;
  at: number;
  removed: number;
  added: readonly SpokenCue[];
}

/** What stands in place of what: the one stretch in which two lists differ. */
function changeBetween(before: Cues, after: Cues): Pick<Change, 'at' | 'removed' | 'added'> {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at++;
  let end = 0;
  const rest = Math.min(before.length, after.length) - at;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at, removed: before.length - end - at, added: after.slice(at, after.length - end) };
}

const pauseMs = 1500;
const retryMs = 8000;

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'revision' in value && 'added' in value && Array.isArray(value.added);

/**
 * Saves what changes: on this device at once, in the archive after a pause. What the archive has is forgotten here; what it
 * could not be told is found again when the page is loaded.
 */
export class Autosave {
  readonly #url: string;
  readonly #key: string;
  readonly #tell: (state: SaveState) => void;
  #saved: Cues;
  #now: Cues;
  #revision: number;
  readonly #base: number | null;
  #timer = 0;
  #sending: Promise<void> | null = null;
  #stopped = false;

  constructor(url: string, cues: Cues, revision: number, base: number | null, tell: (state: SaveState) => void) {
    this.#url = url;
    this.#key = `acervo ${url}`;
    this.#saved = cues;
    this.#now = cues;
    this.#revision = revision;
    this.#base = base;
    this.#tell = tell;
  }

  get isClean(): boolean {
    return this.#now === this.#saved;
  }

  /** What this device kept and the archive never got; null: nothing, or nothing that fits. */
  found(): SpokenCue[] | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
      if (!isChange(kept) || kept.revision !== this.#revision || kept.baseVersionId !== this.#base) return null;
      return [...this.#saved.slice(0, kept.at), ...kept.added, ...this.#saved.slice(kept.at + kept.removed)];
    } catch {
      return null;
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  }

  changed(cues: Cues): void {
    this.#now = cues;
    if (this.#stopped) return this.#keepHere();
    this.#tell('saving');
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#keepHere();
      void this.flush();
    }, pauseMs);
  }

  /** Ends when the archive has everything, or cannot be told. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (!this.isClean && !this.#stopped) {
      this.#sending ??= this.#send().finally(() => (this.#sending = null));
      const before = this.#saved;
      await this.#sending;
      if (this.#saved === before) return;
    }
  }

  /** For a page that is left: what is not in the archive stays on this device. */
  leave(): void {
    if (!this.isClean) this.#keepHere();
  }

  #keepHere(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#change(this.#now)));
    } catch {
      // full or forbidden: the archive is still told
    }
  }

  #change(cues: Cues): Change {
    return { revision: this.#revision, baseVersionId: this.#base, ...changeBetween(this.#saved, cues) };
  }

  async #send(): Promise<void> {
    const cues = this.#now;
    this.#tell('saving');
    try {
      const body = JSON.stringify(this.#change(cues));
      const answer = await fetch(this.#url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
      if (answer.ok) return this.#took(cues, await answer.json());
      if (answer.status === 409) this.#stopped = true;
      this.#refused(answer.status === 409 ? 'other-window' : answer.status === 401 ? 'signed-out' : 'unsaved');
    } catch {
      this.#refused('unsaved');
    }
  }

  #took(cues: Cues, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return this.#refused('unsaved');
    this.#saved = cues;
    this.#revision = Number(answer.revision);
    if (this.isClean) this.forget();
    else this.#keepHere();
    this.#tell('saved');
  }

  #refused(state: SaveState): void {
    this.#keepHere();
    this.#tell(state);
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), retryMs);
  }
}
