/**
 * What can be wrong with what is to be imported. Data only; the words, with what to do, are in
 * i18n/messages/import.{en,es}.ts.
 */
export const importProblemCodes = [
  // folders and files
  'folder-missing',
  'nothing-found',
  'unknown-file',
  'two-files-for-one',
  'file-too-large',
  'not-utf8',
  'bad-file-name',
  'file-missing',
  'file-outside',
  'file-kind',
  'file-empty',
  // YAML
  'yaml-syntax',
  'yaml-duplicate-key',
  'yaml-key',
  'yaml-tag',
  'yaml-alias',
  'yaml-too-deep',
  'yaml-too-large',
  // keys and values
  'unknown-key',
  'missing-key',
  'wrong-type',
  'not-one-of',
  'bad-id',
  'bad-slug',
  'bad-code',
  'bad-placeholder',
  'bad-date',
  'bad-day',
  'bad-time',
  'bad-time-zone',
  'bad-duration',
  'bad-language',
  'bad-address',
  'bad-email',
  'bad-rights',
  'date-precision',
  'time-needs-zone',
  'empty-text',
  'empty-list',
  'one-line',
  'too-long',
  'no-language',
  'control-character',
  'wrong-format',
  // between the objects
  'duplicate-id',
  'unknown-reference',
  'slug-reserved',
  'slug-taken',
  'link-twice',
  'no-default-source',
  'unknown-document',
  'id-not-file-name',
  'status-differs',
  'scheduled-needs-start',
  'rescheduled-needs-previous-start',
  'ends-before-start',
  'series-differs',
  'event-differs',
  'unknown-track',
  'stand-in-mixed',
  'held-without-file',
  'unknown-domain',
  // captions and media
  'captions-unreadable',
  'captions-without-times',
  'captions-without-cues',
  'captions-too-many-cues',
  'playlist-outside'
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

export interface ImportProblem {
  code: ImportProblemCode;
  /** As it was given or found, for people. */
  file: string;
  /** From 1; null when it is about the file or folder as a whole. */
  line: number | null;
  /** Where in the file, in the file's own words: `events[3].date.value`; '' for the whole. */
  path: string;
  data: Readonly<Record<string, string | number>>;
}

const isCode = (text: string): text is ImportProblemCode => importProblemCodes.some((code) => code === text);
/** The code that a check of the format carries as its message; anything else is a wrong type. */
export const codeOf = (message: string): ImportProblemCode => (isCode(message) ? message : 'wrong-type');

/** The best of the candidates for what was probably meant, or null when nothing is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(word, candidate, least);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Levenshtein's distance, or `limit` when it is not smaller. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 200) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
