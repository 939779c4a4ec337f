import { spliced, type Cues } from '#lib/domain/captions/edit/edits.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';

/** What one edit exchanged. A step costs as much memory as it changed, so there is no last one. */
interface Step {
  at: number;
  removed: readonly SpokenCue[];
  added: readonly SpokenCue[];
  /** Edits with the same label that follow each other at once are one step: typing. */
  label: string | null;
  /** Where the organizer was. */
  focus: number;
}

/** The one stretch in which two lists differ; null: nowhere. */
function difference(before: Cues, after: Cues): Pick<Step, 'at' | 'removed' | 'added'> | null {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at++;
  let end = 0;
  const rest = Math.min(before.length, after.length) - at;
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const removed = before.slice(at, before.length - end);
  const added = after.slice(at, after.length - end);
  return removed.length === 0 && added.length === 0 ? null : { at, removed, added };
}

/** The state of a track that is edited, with everything that was done to it. */
export class History {
  #cues: Cues;
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(cues: Cues) {
    this.#cues = cues;
  }

  get cues(): Cues {
    return this.#cues;
  }
  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** @param label the same as of the step before: both become one */
  edit(after: Cues, focus: number, label: string | null = null): void {
    const found = difference(this.#cues, after);
    if (!found) return;
    const last = this.#done[this.#done.length - 1];
    this.#cues = after;
    this.#undone = [];
    if (
      last &&
      label !== null &&
      last.label === label &&
      last.at === found.at &&
      last.added.length === 1 &&
      found.added.length === 1
    ) {
      this.#done[this.#done.length - 1] = { ...last, added: found.added };
    } else this.#done.push({ ...found, label, focus });
  }

  /** What is typed next is a step of its own. */
  seal(): void {
    const last = this.#done[this.#done.length - 1];
    if (last) last.label = null;
  }

  /** Where the organizer was when it was done; null: there is nothing to undo. */
  undo(): number | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#cues = spliced(this.#cues, step.at, step.added.length, ...step.removed);
    this.#undone.push(step);
    return step.focus;
  }

  redo(): number | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#cues = spliced(this.#cues, step.at, step.removed.length, ...step.added);
    this.#done.push(step);
    return step.at;
  }
}
