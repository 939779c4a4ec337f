import { alignCues } from '#lib/domain/captions/merge/align.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';

/** A place of the merged track. `cue` null: both agree that it goes. */
export type Merged =
  | { kind: 'settled'; cue: SpokenCue; by: 'nobody' | 'mine' | 'theirs' | 'both' }
  | {
      kind: 'conflict';
      /** The cue both began with; null where both put another one in the same place. */
      base: SpokenCue | null;
      /** Null: took it out. */
      mine: SpokenCue | null;
      theirs: SpokenCue | null;
    };

const fields = ['startMs', 'endMs', 'text', 'speaker', 'mark', 'settings', 'id'] as const;

export const sameCue = (a: SpokenCue | null, b: SpokenCue | null): boolean =>
  a === b || (a !== null && b !== null && fields.every((field) => a[field] === b[field]));

/** Takes each part from whoever changed it; null when both changed one part, differently. The speaker and its mark go together. */
function mergeParts(base: SpokenCue, mine: SpokenCue, theirs: SpokenCue): SpokenCue | null {
  const merged: SpokenCue = { ...base };
  const parts: (readonly (typeof fields)[number][])[] = [
    ['startMs'],
    ['endMs'],
    ['text'],
    ['speaker', 'mark'],
    ['settings'],
    ['id']
  ];
  for (const part of parts) {
    const changed = (cue: SpokenCue) => part.some((field) => cue[field] !== base[field]);
    const same = part.every((field) => mine[field] === theirs[field]);
    if (changed(mine) && changed(theirs) && !same) return null;
    const from = changed(mine) ? mine : theirs;
    Object.assign(merged, Object.fromEntries(part.map((field) => [field, from[field]])));
  }
  return merged;
}

function mergeOne(base: SpokenCue, mine: SpokenCue | null, theirs: SpokenCue | null): Merged | null {
  if (mine === null && theirs === null) return null;
  if (mine && theirs) {
    if (sameCue(mine, theirs)) return { kind: 'settled', cue: mine, by: sameCue(base, mine) ? 'nobody' : 'both' };
    if (sameCue(base, mine)) return { kind: 'settled', cue: theirs, by: 'theirs' };
    if (sameCue(base, theirs)) return { kind: 'settled', cue: mine, by: 'mine' };
    const cue = mergeParts(base, mine, theirs);
    return cue ? { kind: 'settled', cue, by: 'both' } : { kind: 'conflict', base, mine, theirs };
  }
  // one took it out: so be it, unless the other worked on it
  return sameCue(base, mine ?? theirs) ? null : { kind: 'conflict', base, mine, theirs };
}

interface Side {
  /** Per base cue its state; null: gone. */
  states: (SpokenCue | null)[];
  /** New cues, by the number of base cues before them. */
  added: Map<number, SpokenCue[]>;
}

function sideOf(base: readonly SpokenCue[], now: readonly SpokenCue[]): Side {
  const side: Side = { states: base.map(() => null), added: new Map() };
  let before = 0;
  for (const { a, b } of alignCues(base, now)) {
    const cue = b === null ? undefined : now[b];
    if (a !== null) {
      side.states[a] = cue ?? null;
      before = a + 1;
    } else if (cue) side.added.set(before, [...(side.added.get(before) ?? []), cue]);
  }
  return side;
}

/** New cues of both in one place, in order of time; one that both have stands once, two at the same time are a conflict. */
function mergeAdded(mine: readonly SpokenCue[], theirs: readonly SpokenCue[]): Merged[] {
  const left = [...theirs];
  const items = mine.map((cue): { at: number; item: Merged } => {
    const twin = left.findIndex((other) => sameCue(cue, other));
    if (twin >= 0) {
      left.splice(twin, 1);
      return { at: cue.startMs, item: { kind: 'settled', cue, by: 'both' } };
    }
    const rival = left.findIndex((other) => other.startMs < cue.endMs && cue.startMs < other.endMs);
    const [other] = rival >= 0 ? left.splice(rival, 1) : [];
    if (other) return { at: cue.startMs, item: { kind: 'conflict', base: null, mine: cue, theirs: other } };
    return { at: cue.startMs, item: { kind: 'settled', cue, by: 'mine' } };
  });
  items.push(...left.map((cue) => ({ at: cue.startMs, item: { kind: 'settled', cue, by: 'theirs' } as const })));
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/**
 * Brings two edits of the same base together, cue by cue. What only one changed is taken; both changes of one cue are taken where
 * they touch different parts of it (its times, its words, its speaker); the rest is shown as conflicts.
 */
export function mergeCues(
  base: readonly SpokenCue[],
  mine: readonly SpokenCue[],
  theirs: readonly SpokenCue[]
): Merged[] {
  const my = sideOf(base, mine);
  const their = sideOf(base, theirs);
  const merged: Merged[] = [];
  for (let at = 0; at <= base.length; at++) {
    merged.push(...mergeAdded(my.added.get(at) ?? [], their.added.get(at) ?? []));
    const cue = base[at];
    const one = cue ? mergeOne(cue, my.states[at] ?? null, their.states[at] ?? null) : null;
    if (one) merged.push(one);
  }
  return merged;
}

export type Chosen = 'mine' | 'theirs' | 'both';

/** The track after somebody chose in each conflict, by its number among the conflicts; what is not chosen takes theirs. */
export function resolveMerge(merged: readonly Merged[], choices: ReadonlyMap<number, Chosen>): SpokenCue[] {
  let number = 0;
  const cues = merged.flatMap((item): SpokenCue[] => {
    if (item.kind === 'settled') return [item.cue];
    const chosen = choices.get(number++) ?? 'theirs';
    const picked = chosen === 'both' ? [item.theirs, item.mine] : [chosen === 'mine' ? item.mine : item.theirs];
    return picked.flatMap((cue) => cue ?? []);
  });
  return inOrder(cues);
}

/** By start; cues that begin together stay as they stand. */
export function inOrder<C extends { startMs: number }>(cues: readonly C[]): C[] {
  const inOrderAlready = cues.every((cue, at) => at === 0 || (cues[at - 1]?.startMs ?? 0) <= cue.startMs);
  return inOrderAlready
    ? [...cues]
    : cues
        .map((cue, at) => ({ cue, at }))
        .sort((x, y) => x.cue.startMs - y.cue.startMs || x.at - y.at)
        .map(({ cue }) => cue);
}

export const conflictsOf = (merged: readonly Merged[]): Extract<Merged, { kind: 'conflict' }>[] =>
  merged.filter((item) => item.kind === 'conflict');
