/** The caption file formats that are read. */
export const captionFormats = ['vtt', 'srt', 'sbv', 'txt'] as const;
export type CaptionFormat = (typeof captionFormats)[number];

/** How the bytes were read. */
export type CaptionEncoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'windows-1252' | 'macintosh';

/**
 * One cue as its file has it. Kept small on purpose: what can be derived (plain text, speakers, parsed settings) is derived by
 * plainText(), speakersOf() and settingsOf() when somebody asks.
 */
export interface Cue {
  /** WebVTT identifier or SRT index, as written; '' when the file gives none. */
  id: string;
  /** Milliseconds of media time, a safe whole number ≥ 0. */
  startMs: number;
  /** May be before startMs: a reversed cue is kept and reported. */
  endMs: number;
  /** Lines joined with \n; markup and character references stay as the file has them. */
  text: string;
  /** What stands after the end time on the timing line, as written; '' for nothing. */
  settings: string;
}

/** The nine values of the W3C cue settings algorithm. */
export interface CueSettings {
  vertical: '' | 'rl' | 'lr';
  /** A line number, or a percentage where snapToLines is false. */
  line: 'auto' | number;
  snapToLines: boolean;
  lineAlign: 'start' | 'center' | 'end';
  /** A percentage. */
  position: 'auto' | number;
  positionAlign: 'auto' | 'line-left' | 'center' | 'line-right';
  /** A percentage. */
  size: number;
  align: 'start' | 'center' | 'end' | 'left' | 'right';
  /** The id of a region that the file defines, or null. */
  region: string | null;
}

/** A WebVTT region with the defaults of the specification. Percentages are 0–100. */
export interface Region {
  id: string;
  width: number;
  lines: number;
  regionAnchor: { x: number; y: number };
  viewportAnchor: { x: number; y: number };
  scroll: '' | 'up';
}

/** A block of a WebVTT file that is not a cue, kept word for word so that writing puts it back. */
export interface Block {
  kind: 'note' | 'style' | 'region' | 'other';
  /** Number of cues that stand before it. */
  beforeCue: number;
  /** Its lines joined with \n. */
  text: string;
}

/** What is not a cue but is needed to write the file as it was. */
export interface Layout {
  bom: boolean;
  lineEnd: '\n' | '\r\n' | '\r';
  /** WebVTT leaves out hours that are 0. */
  shortTimes: boolean;
  /** WebVTT: the rest of the signature line and the header lines under it, joined with \n. */
  header: string;
  blocks: Block[];
  /** Line ends at the end of the file, up to three; one where it is left out. */
  lastLineEnds?: number;
}

/** Data only; the words are in i18n/messages/captions.{en,es}.ts. */
export interface Problem {
  code: ProblemCode;
  /** From 1. */
  line: number;
  data: ProblemData;
}
export type ProblemData = Readonly<Record<string, string | number>>;

/** What a reader may have to say. Nothing is dropped without one of these. */
export const problemCodes = [
  // the whole file
  'not-captions',
  'no-signature',
  'wrong-extension',
  'no-cues',
  'invalid-utf8',
  'not-utf8',
  'encoding-guessed',
  'nul-replaced',
  // blocks and lines
  'bad-timing',
  'block-ignored',
  'late-style',
  'late-region',
  'text-before-first-cue',
  'lone-index',
  'negative-time',
  'time-too-large',
  // cues
  'bad-setting',
  'unknown-region',
  'reversed',
  'no-duration',
  'out-of-order',
  'overlap',
  'empty-cue',
  'unknown-tag',
  'unclosed-tag',
  // transcripts
  'no-times',
  'end-estimated'
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface CaptionFile {
  format: CaptionFormat;
  /** False: not a file of that format at all, cues are empty. */
  ok: boolean;
  encoding: CaptionEncoding;
  /** In file order. */
  cues: Cue[];
  problems: Problem[];
  regions: Region[];
  layout: Layout;
  /** False for a transcript without times: every cue is 0 to 0. */
  timed: boolean;
}

/**
 * A cue as the archive stores it: who speaks is a key, never a name. The leading mark (`<v Ana>`, `ANA: `) is taken out of the
 * text; further voices inside the text are written `<v key>`. Writers put the label back that is allowed at that moment.
 */
export interface SpokenCue extends Cue {
  /** Who speaks: said by the cue itself, or carried on from the cue before. Null when nobody is named. */
  speaker: string | null;
  /** How the cue names its speaker, `<v {name}>{text}` or `{name}: {text}`; null when the cue itself names nobody. */
  mark: string | null;
}

export interface Speaker {
  /** Letters, digits, hyphen and underscore: it stands in `<v key>`. */
  key: string;
  /** The name as the file writes it. */
  label: string;
}

export interface SpokenTrack {
  /** Whose markup the texts are in. */
  format: CaptionFormat;
  cues: SpokenCue[];
  /** In order of first appearance. */
  speakers: Speaker[];
  layout: Layout;
}

/** The name that may be shown for a speaker now; null: no name. */
export type LabelOf = (key: string) => string | null;

/** One stretch of speech, with the cues of each reading track that say it. */
export interface Moment {
  startMs: number;
  endMs: number;
  /** One entry a track that has cues here, in the order of the tracks given. */
  ranges: MomentRange[];
}
/** Cues from (included) to to (not included) of a track, in cue order. */
export interface MomentRange {
  track: number;
  from: number;
  to: number;
}

/** Consecutive cues of one speaker. */
export interface Turn<C extends Pick<SpokenCue, 'startMs' | 'endMs' | 'speaker'> = SpokenCue> {
  speaker: string | null;
  startMs: number;
  endMs: number;
  cues: C[];
}
