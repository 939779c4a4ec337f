import type { Atom, Element, Query } from '#lib/domain/search/query.ts';
import { stem, stemLanguage, type StemLanguage } from '#lib/domain/search/stem.ts';
import { fold, joinsOf, tokenize, type Token } from '#lib/domain/search/tokens.ts';

/**
 * The meaning of a query, word by word over a text in memory. The browser searches inside a transcript with it, the static
 * copy its pages; the index of the server gives the same hits (property test in lib/server/search).
 */

export interface SearchableCue {
  startMs: number;
  endMs: number;
  /** Plain text, without markup. */
  text: string;
  /** Index of the moment that this cue belongs to; never falls from cue to cue. */
  moment: number;
}

/** The reading track of one language, cues in order. */
export interface SearchableTrack {
  /** BCP 47. */
  language: string;
  cues: readonly SearchableCue[];
}

/** One place where an atom of the query stands. */
export interface Match {
  track: number;
  /** First and last cue, both included. */
  firstCue: number;
  lastCue: number;
  /** The words to mark: cue and UTF-16 offsets in its text, the end not included. */
  marks: { cue: number; start: number; end: number }[];
}

export interface Hit {
  moment: number;
  /** By track, then by place. */
  matches: Match[];
}

/** A phrase does not run over a silence longer than this. */
export const longestGapMs = 10_000;

interface TextWord extends Token {
  cue: number;
  folded: string;
  stem: string;
  /** Forms joined over apostrophes that begin here. */
  joins: { span: number; folded: string }[];
}

/** A track taken apart: runs of words over which a phrase may go. */
export interface PreparedTrack {
  track: SearchableTrack;
  language: StemLanguage | null;
  runs: TextWord[][];
}

export function prepareTrack(track: SearchableTrack): PreparedTrack {
  const language = stemLanguage(track.language);
  const stems = new Map<string, string>();
  const stemOnce = (word: string) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = stem(word, language);
    stems.set(word, made);
    return made;
  };
  const runs: TextWord[][] = [];
  let lastEndMs: number | null = null;
  track.cues.forEach((cue, index) => {
    const tokens = tokenize(cue.text);
    if (tokens.length === 0) return;
    if (lastEndMs === null || cue.startMs - lastEndMs > longestGapMs) runs.push([]);
    lastEndMs = cue.endMs;
    const words = tokens.map((token) => ({
      ...token,
      cue: index,
      folded: fold(token.word),
      stem: stemOnce(token.word)
    }));
    const joins = joinsOf(
      words.map(({ word }) => word),
      (i) => words[i]?.joined === true
    );
    for (const [i, word] of words.entries()) {
      runs[runs.length - 1]?.push({ ...word, joins: joins.filter(({ at }) => at === i) });
    }
  });
  return { track, language, runs };
}

/** Does the word of the text stand for the element? */
function meets(element: Element, word: TextWord, elementStem: string, elementFold: string): boolean {
  if (element.prefix) return word.folded.startsWith(elementFold);
  return word.folded === elementFold || (!element.joined && word.stem === elementStem);
}

/** Index after the last word of the longest match of elements[k…] that begins at words[at]; -1 for none. */
function endOfMatch(elements: PreparedElement[], k: number, words: readonly TextWord[], at: number): number {
  const element = elements[k];
  if (element === undefined) return at;
  const word = words[at];
  if (word === undefined) return -1;
  let best = -1;
  const follow = (span: number) => {
    const end = endOfMatch(elements, k + 1, words, at + span);
    if (end > best) best = end;
  };
  if (meets(element, word, element.stem, element.folded)) follow(1);
  for (const { span, folded } of word.joins) {
    if (element.prefix ? folded.startsWith(element.folded) : folded === element.folded) follow(span);
  }
  return best;
}

interface PreparedElement extends Element {
  stem: string;
  folded: string;
}

function prepareAtom(atom: Atom, language: StemLanguage | null): PreparedElement[][] {
  return atom.sequences.map((sequence) =>
    sequence.map((element) => ({ ...element, stem: stem(element.word, language), folded: fold(element.word) }))
  );
}

function matchesOf(atom: Atom, { language, runs }: PreparedTrack, track: number): Match[] {
  const sequences = prepareAtom(atom, language);
  const found: Match[] = [];
  for (const words of runs) {
    for (let at = 0; at < words.length; at++) {
      const end = Math.max(...sequences.map((sequence) => endOfMatch(sequence, 0, words, at)));
      if (end >= 0) found.push(matchOf(track, words.slice(at, end)));
    }
  }
  return found;
}

function matchOf(track: number, words: TextWord[]): Match {
  const marks = words.map(({ cue, start, end }) => ({ cue, start, end }));
  return { track, firstCue: words[0]?.cue ?? 0, lastCue: words[words.length - 1]?.cue ?? 0, marks };
}

/** Which cues may meet the query's words (language, voice, speaker); excluded words ask only for the language. */
export interface Scope {
  language(language: string): boolean;
  cue(track: number, cue: number): boolean;
}

export const everywhere: Scope = { language: () => true, cue: () => true };

/** Hits in the order of their moments. */
export function findHits(query: Query, tracks: readonly PreparedTrack[], scope: Scope = everywhere): Hit[] {
  if (query.refused !== null || query.clauses.length === 0) return [];
  const searched = tracks.flatMap((track, index) => (scope.language(track.track.language) ? [{ track, index }] : []));
  const find = (atom: Atom) => searched.flatMap(({ track, index }) => matchesOf(atom, track, index));
  const momentOf = ({ track, firstCue }: Match) => tracks[track]?.track.cues[firstCue]?.moment ?? -1;

  let hits: Map<number, Match[]> | null = null;
  for (const clause of query.clauses) {
    const byMoment = new Map<number, Match[]>();
    for (const match of clause.flatMap(find)) {
      if (!scope.cue(match.track, match.firstCue)) continue;
      const moment = momentOf(match);
      if (hits !== null && !hits.has(moment)) continue;
      byMoment.set(moment, [...(byMoment.get(moment) ?? hits?.get(moment) ?? []), match]);
    }
    hits = byMoment;
  }
  for (const match of query.excluded.flatMap(find)) hits?.delete(momentOf(match));
  return [...(hits ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([moment, matches]) => ({ moment, matches: oncePerPlace(matches.sort(byPlace)) }));
}

/** Of matches that begin at the same word only the longest is kept. */
function oncePerPlace(sorted: Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of sorted) {
    const last = kept[kept.length - 1];
    const same = last !== undefined && last.track === match.track && sameWord(last.marks[0], match.marks[0]);
    if (!same) kept.push(match);
    else if (match.marks.length > last.marks.length) kept[kept.length - 1] = match;
  }
  return kept;
}

const sameWord = (a: Match['marks'][number] | undefined, b: Match['marks'][number] | undefined) =>
  a?.cue === b?.cue && a?.start === b?.start;

function byPlace(a: Match, b: Match): number {
  return a.track - b.track || a.firstCue - b.firstCue || (a.marks[0]?.start ?? 0) - (b.marks[0]?.start ?? 0);
}
