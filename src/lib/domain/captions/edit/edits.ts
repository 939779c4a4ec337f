import type { SpokenCue } from '#lib/domain/captions/types.ts';

/** Every edit takes the cues and gives new ones; what did not change stays the same object. */
export type Cues = readonly SpokenCue[];

/** `Array.toSpliced`, which the oldest browsers do not know. */
export const spliced = <T>(list: readonly T[], at: number, removed: number, ...added: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...added,
  ...list.slice(at + removed)
];

/** The least that a cue lasts while it is edited. */
export const leastMs = 100;
const voiceMark = '<v {name}>{text}';

export function changeCue(cues: Cues, at: number, change: Partial<SpokenCue>): SpokenCue[] {
  const cue = cues[at];
  return cue ? spliced(cues, at, 1, { ...cue, ...change }) : [...cues];
}

/** The offset nearest to this one at which no tag is cut. */
function outsideTags(text: string, offset: number): number {
  const open = text.lastIndexOf('<', offset - 1);
  const close = text.indexOf('>', offset - 1);
  return open >= 0 && close >= offset && text.indexOf('>', open) === close ? close + 1 : offset;
}

/** Parts a cue at a place of its text; the time goes with the words, or is where the player stands. */
export function splitCue(cues: Cues, at: number, offset: number, playheadMs: number | null = null): SpokenCue[] {
  const cue = cues[at];
  if (!cue) return [...cues];
  const place = outsideTags(cue.text, Math.min(Math.max(offset, 0), cue.text.length));
  const share = cue.text.length === 0 ? 0.5 : place / cue.text.length;
  const byWords = Math.round(cue.startMs + (cue.endMs - cue.startMs) * share);
  const inside = playheadMs !== null && playheadMs > cue.startMs + leastMs && playheadMs < cue.endMs - leastMs;
  const borderMs = inside
    ? playheadMs
    : Math.min(Math.max(byWords, cue.startMs + 1), Math.max(cue.endMs - 1, cue.startMs + 1));
  const first = { ...cue, endMs: borderMs, text: cue.text.slice(0, place).trimEnd() };
  return spliced(cues, at, 1, first, { ...cue, id: '', startMs: borderMs, text: cue.text.slice(place).trimStart() });
}

export function mergeWithNext(cues: Cues, at: number): SpokenCue[] {
  const [cue, next] = [cues[at], cues[at + 1]];
  if (!cue || !next) return [...cues];
  const other = next.speaker !== null && next.speaker !== cue.speaker;
  // another person's words keep their own mark inside the cue
  const words = other ? `<v ${next.speaker ?? ''}>${next.text}` : next.text;
  const text = [cue.text, words].filter((part) => part.trim() !== '').join('\n');
  return spliced(cues, at, 2, { ...cue, endMs: Math.max(cue.endMs, next.endMs), text });
}

/** An empty cue after this one, in the silence that follows it as far as there is one; `at` −1: before the first. */
export function insertAfter(cues: Cues, at: number, playheadMs: number | null = null): SpokenCue[] {
  const [before, after] = [cues[at], cues[at + 1]];
  const earliest = before?.endMs ?? 0;
  const latest = after?.startMs ?? Infinity;
  const wanted = playheadMs !== null && playheadMs >= earliest && playheadMs < latest ? playheadMs : earliest;
  const startMs = Math.round(wanted);
  const endMs = Math.max(startMs + leastMs, Math.min(startMs + 2000, latest));
  const cue: SpokenCue = {
    id: '',
    startMs,
    endMs,
    text: '',
    settings: '',
    speaker: before?.speaker ?? null,
    mark: before?.speaker ? voiceMark : null
  };
  return spliced(cues, at + 1, 0, cue);
}

export const removeCues = (cues: Cues, from: number, to: number): SpokenCue[] => spliced(cues, from, to - from);

/** Moves the cues from one position up to another, not before the beginning. */
export const shiftCues = (cues: Cues, from: number, to: number, byMs: number): SpokenCue[] =>
  cues.map((cue, at) =>
    at < from || at >= to || byMs === 0
      ? cue
      : { ...cue, startMs: Math.max(0, cue.startMs + byMs), endMs: Math.max(0, cue.endMs + byMs) }
  );

/** Moves a border; the other one gives way where the cue would last too short a time. */
export function setTimes(cues: Cues, at: number, times: { startMs?: number; endMs?: number }): SpokenCue[] {
  const cue = cues[at];
  if (!cue) return [...cues];
  let startMs = Math.max(0, Math.round(times.startMs ?? cue.startMs));
  let endMs = Math.max(0, Math.round(times.endMs ?? cue.endMs));
  if (endMs < startMs + leastMs) {
    if (times.endMs === undefined) endMs = startMs + leastMs;
    else startMs = Math.max(0, endMs - leastMs);
    endMs = Math.max(endMs, startMs + leastMs);
  }
  return changeCue(cues, at, { startMs, endMs });
}

/** Who speaks in these cues; null: nobody is named. */
export const assignSpeaker = (cues: Cues, positions: ReadonlySet<number>, speaker: string | null): SpokenCue[] =>
  cues.map((cue, at) => {
    if (!positions.has(at) || cue.speaker === speaker) return cue;
    return { ...cue, speaker, mark: speaker === null ? null : (cue.mark ?? voiceMark) };
  });

/** The nearest of these times within reach, else the time itself. */
export function snap(ms: number, targets: Iterable<number>, reachMs: number): number {
  let best = ms;
  let distance = reachMs;
  for (const target of targets) {
    if (Math.abs(target - ms) <= distance) {
      distance = Math.abs(target - ms);
      best = target;
    }
  }
  return best;
}

/** The cue that is shown at a time, else the last that began before it; −1 before the first. Cues are in order of time. */
export function cueAt(cues: Cues, ms: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
