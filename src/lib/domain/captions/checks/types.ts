import type { ProblemData, SpokenCue } from '#lib/domain/captions/types.ts';

/** What the workshop looks at beyond the reading of a file. */
export const checkCodes = [
  // a cue
  'reversed',
  'no-duration',
  'out-of-order',
  'overlap',
  'gap',
  'too-fast',
  'long-line',
  'many-lines',
  'no-speaker',
  'empty',
  'inaudible',
  'mojibake',
  'lost-signs',
  'bidi',
  'odd-name',
  // the whole track
  'rolling',
  'no-sounds',
  'wrong-language',
  'unknown-language',
  'delay',
  // against the other language
  'untranslated',
  'missing-stretch'
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** `wrong`: viewers are shown something false or nothing; `weigh`: somebody should look. */
export type Weight = 'wrong' | 'weigh';

export const weightOf: Readonly<Record<CheckCode, Weight>> = {
  reversed: 'wrong',
  'no-duration': 'wrong',
  'out-of-order': 'wrong',
  overlap: 'wrong',
  gap: 'weigh',
  'too-fast': 'weigh',
  'long-line': 'weigh',
  'many-lines': 'weigh',
  'no-speaker': 'weigh',
  empty: 'wrong',
  inaudible: 'weigh',
  mojibake: 'wrong',
  'lost-signs': 'wrong',
  bidi: 'wrong',
  'odd-name': 'weigh',
  rolling: 'wrong',
  'no-sounds': 'weigh',
  'wrong-language': 'wrong',
  'unknown-language': 'weigh',
  delay: 'wrong',
  untranslated: 'weigh',
  'missing-stretch': 'wrong'
};

/** Data only; the words are in i18n/messages/workshop.{en,es}.ts. */
export interface Finding {
  code: CheckCode;
  /** Position of the cue; null for the whole track. */
  cue: number | null;
  /** Where to look in the recording; null: nowhere in particular. */
  startMs: number | null;
  data: ProblemData;
}

/** A cue with its words as viewers read them: no markup. */
export interface ReadCue extends Pick<SpokenCue, 'startMs' | 'endMs' | 'text' | 'speaker'> {
  plain: string;
}

export const limits = {
  charactersPerSecond: 20,
  lineLength: 42,
  lines: 2,
  /** A silence this long without a cue is named: somebody may have spoken. */
  gapMs: 30_000,
  /** A stretch this long that only the other language has. */
  missingMs: 12_000,
  /** A shift of a whole track that viewers notice. */
  delayMs: 400
} as const;
