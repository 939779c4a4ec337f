import { checkCue, type CueFinding } from '#lib/domain/captions/checks/cue-checks.ts';
import { namesSpeakers } from '#lib/domain/captions/checks/index.ts';
import type { Finding, ReadCue } from '#lib/domain/captions/checks/types.ts';
import {
  assignSpeaker,
  changeCue,
  insertAfter,
  mergeWithNext,
  removeCues,
  setTimes,
  shiftCues,
  splitCue,
  type Cues
} from '#lib/domain/captions/edit/edits.ts';
import { noPositions, only, withStretch, type Positions } from '#lib/domain/captions/edit/selection.ts';
import { History } from '#lib/domain/captions/edit/history.ts';
import { inOrder } from '#lib/domain/captions/merge/merge.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import { Autosave, type SaveState } from '#lib/components/caption-editor/autosave.ts';
import type { EditorData } from '#lib/components/caption-editor/data.ts';

const readings = new WeakMap<SpokenCue, ReadCue>();

/** A cue with its plain words; made once for each state of it. */
export function reading(cue: SpokenCue): ReadCue {
  const known = readings.get(cue);
  if (known) return known;
  const { startMs, endMs, text, speaker } = cue;
  const read = { startMs, endMs, text, speaker, plain: plainText(text, 'vtt') };
  readings.set(cue, read);
  return read;
}

interface Checked {
  previous: SpokenCue | undefined;
  named: boolean;
  findings: CueFinding[];
}
const checked = new WeakMap<SpokenCue, Checked>();

/** The findings of a cue: looked for again only when it or the one before it changed. */
export function findingsOf(cue: SpokenCue, previous: SpokenCue | undefined, named: boolean): CueFinding[] {
  const known = checked.get(cue);
  if (known && known.previous === previous && known.named === named) return known.findings;
  const findings = checkCue(reading(cue), previous ? reading(previous) : null, named);
  checked.set(cue, { previous, named, findings });
  return findings;
}

/** What about the whole track only a look at all of it tells. */
const ofTheCue = new Set<string>([
  'reversed',
  'no-duration',
  'out-of-order',
  'overlap',
  'gap',
  'too-fast',
  'long-line',
  'many-lines',
  'empty',
  'inaudible',
  'mojibake',
  'lost-signs',
  'bidi'
]);

/** The track that is edited: its cues, the open one, what was done, what is wrong. */
export class Editor {
  cues = $state.raw<Cues>([]);
  open = $state(-1);
  selected = $state.raw<Positions>(noPositions);
  canUndo = $state(false);
  canRedo = $state(false);
  saveState = $state<SaveState>('saved');
  speakers = $state.raw<EditorData['speakers']>([]);
  /** About the whole track, from the last look at all of it. */
  trackFindings = $state.raw<Finding[]>([]);
  /** Found a moment after an edit: the list of all problems must not hold up typing. */
  problems = $state.raw<Finding[]>([]);
  readonly named = $derived(namesSpeakers(this.cues));
  readonly autosave: Autosave;
  #history: History;
  #timer = 0;

  constructor(data: EditorData, url: string) {
    this.cues = data.cues;
    this.speakers = data.speakers;
    this.#history = new History(data.cues);
    this.autosave = new Autosave(
      url,
      data.cues,
      data.revision,
      data.baseVersionId,
      (state) => (this.saveState = state)
    );
    this.#lookSoon();
  }

  get openCue(): SpokenCue | null {
    return this.cues[this.open] ?? null;
  }

  do(after: Cues, focus = this.open, label: string | null = null): void {
    this.#history.edit(after, focus, label);
    this.#changed();
  }

  #changed(): void {
    const { cues } = this.#history;
    if (cues === this.cues) return;
    if (cues.length !== this.cues.length) this.selected = noPositions;
    this.cues = cues;
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    if (this.open >= cues.length) this.open = cues.length - 1;
    this.autosave.changed(cues);
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.problems = this.#allProblems();
    }, 400);
  }

  #allProblems(): Finding[] {
    const named = this.named;
    const found: Finding[] = this.trackFindings.filter(({ code, cue }) => cue === null || !ofTheCue.has(code));
    this.cues.forEach((cue, at) => {
      for (const { code, data } of findingsOf(cue, this.cues[at - 1], named))
        found.push({ code, cue: at, startMs: cue.startMs, data });
    });
    return found;
  }

  tookLook(findings: Finding[]): void {
    this.trackFindings = findings
      .filter(({ code, cue }) => cue === null || !ofTheCue.has(code))
      .filter(({ code, cue }) => cue === null || code !== 'no-speaker');
    this.problems = this.#allProblems();
  }

  undo(): void {
    const focus = this.#history.undo();
    if (focus === null) return;
    this.#changed();
    this.open = Math.min(focus, this.cues.length - 1);
  }

  redo(): void {
    const focus = this.#history.redo();
    if (focus === null) return;
    this.#changed();
    this.open = Math.min(focus, this.cues.length - 1);
  }

  go(at: number): void {
    this.#history.seal();
    this.open = Math.max(-1, Math.min(at, this.cues.length - 1));
  }

  write(at: number, text: string): void {
    this.do(changeCue(this.cues, at, { text }), at, `text ${String(at)}`);
  }

  split(offset: number, playheadMs: number | null): void {
    this.do(splitCue(this.cues, this.open, offset, playheadMs));
    this.go(this.open + 1);
  }

  merge(): void {
    this.do(mergeWithNext(this.cues, this.open));
  }

  insert(playheadMs: number | null): void {
    const at = this.cues.length === 0 ? -1 : this.open;
    this.do(insertAfter(this.cues, at, playheadMs), at);
    this.go(at + 1);
  }

  remove(): void {
    const { open } = this;
    if (open < 0) return;
    this.do(removeCues(this.cues, open, open + 1));
    this.go(Math.min(open, this.cues.length - 1));
  }

  /** A cue that was moved past another one goes to its place in time. */
  time(at: number, times: { startMs?: number; endMs?: number }, label: string | null = null): void {
    const moved = setTimes(this.cues, at, times);
    const cue = moved[at];
    const sorted = inOrder(moved);
    this.do(sorted, at, label);
    if (cue && at === this.open) this.open = this.cues.indexOf(cue);
  }

  shift(from: number, to: number, byMs: number): void {
    this.do(inOrder(shiftCues(this.cues, from, to, byMs)));
  }

  shiftSelected(byMs: number): void {
    const { selected } = this;
    this.do(inOrder(this.cues.map((cue, at) => (selected.has(at) ? (shiftCues([cue], 0, 1, byMs)[0] ?? cue) : cue))));
  }

  speak(speaker: string | null, positions: Positions = only(this.open)): void {
    this.do(assignSpeaker(this.cues, positions, speaker));
  }

  replace(texts: ReadonlyMap<number, string>): void {
    this.do(this.cues.map((cue, at) => (texts.has(at) ? { ...cue, text: texts.get(at) ?? cue.text } : cue)));
  }

  select(at: number, on: boolean, from: number | null = null): void {
    this.selected = withStretch(this.selected, from ?? at, at, on);
  }

  nameOf(id: string | null): string {
    return id === null ? '' : (this.speakers.find((each) => each.id === id)?.name ?? '');
  }
}
