import { decodeReferences } from '#lib/domain/captions/character-references.ts';
import { acceptedLabels, changesSpeaker, labelAt } from '#lib/domain/captions/speaker-label.ts';
import type { CaptionFile, Cue, LabelOf, Speaker, SpokenCue, SpokenTrack } from '#lib/domain/captions/types.ts';

/** `<v.class Name>`; group 1: the classes, 2: the name as written. */
const voiceTag = /<v((?:\.[^\s<>{}]*)?)[\t\n\f ]+([^\t\n\f <>][^<>]*)>/g;
const leadingVoice = new RegExp(`^${voiceTag.source}`);
/** Our mark for a name inside a text that the file writes "NAME:". */
const prefixTag = /<v\.prefix((?:\.bracket)?)((?:\.alone)?) ([\w-]+)>/g;

const cleanName = (written: string) => decodeReferences(written).replace(/\s+/g, ' ').trim();
const escapeName = (name: string) => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface MapOptions {
  /** Key of a speaker by the name that the file writes: the id in the recording's list. Left out: s1, s2, … */
  keyOf?: (label: string) => string;
  /** Names that are known to be speakers, so that "Ana:" counts without being repeated. */
  known?: readonly string[];
}

/** Gives every name its key, in order of appearance. */
class SpeakerList {
  readonly speakers: Speaker[] = [];
  readonly #keys = new Map<string, string>();
  readonly #keyOf: (label: string) => string;

  constructor(keyOf?: (label: string) => string) {
    this.#keyOf = keyOf ?? (() => `s${this.speakers.length + 1}`);
  }

  key(label: string): string {
    const known = this.#keys.get(label);
    if (known !== undefined) return known;
    const key = this.#keyOf(label);
    this.#keys.set(label, key);
    this.speakers.push({ key, label });
    return key;
  }
}

type Said = Pick<SpokenCue, 'text' | 'speaker' | 'mark'>;

/** Names in `<v>` tags. A first tag becomes the cue's mark, the others keep their place with a key for a name. */
function readVoices(text: string, list: SpeakerList): Said {
  if (!text.includes('<v')) return { text, speaker: null, mark: null };
  let first: string | null = null;
  const lead = leadingVoice.exec(text);
  const leadName = lead ? cleanName(lead[2] ?? '') : '';
  if (lead && leadName !== '') first = list.key(leadName);
  const inner = (lead && first ? text.slice(lead[0].length) : text).replace(
    voiceTag,
    (tag, classes: string, name: string) => {
      const label = cleanName(name);
      return label === '' ? tag : `<v${classes} ${list.key(label)}>`;
    }
  );
  if (!lead || first === null) return { text: inner, speaker: onlyVoice(inner), mark: null };
  const open = `<v${lead[1] ?? ''} {name}>{text}`;
  const closes = inner.endsWith('</v>') && inner.indexOf('</v>') === inner.length - 4 && !inner.includes('<v');
  if (!closes) return { text: inner, speaker: first, mark: open };
  return { text: inner.slice(0, -4), speaker: first, mark: `${open}</v>` };
}

/** The key of a text that begins with somebody's words inside another tag, `<i><v Ana>…`, and has no other voice. */
function onlyVoice(text: string): string | null {
  const tags = [...text.matchAll(voiceTag)];
  const [first] = tags;
  if (!first || /[^\s]/.test(text.slice(0, first.index).replace(/<[^<>]*>/g, ''))) return null;
  return tags.every((tag) => tag[2] === first[2]) ? (first[2] ?? null) : null;
}

/** "NAME:" at the beginning becomes the cue's mark, at the beginning of a later line a tag with the key. */
function readPrefixes(text: string, accepted: ReadonlySet<string>, list: SpeakerList, decode: boolean): Said {
  if (!text.includes(':')) return { text: guardTags(text), speaker: null, mark: null };
  let speaker: string | null = null;
  let mark: string | null = null;
  const lines = text.split('\n').map((line, index) => {
    const found = labelAt(line);
    if (!found || !accepted.has(found.label)) return guardTags(line);
    const key = list.key(decode ? decodeReferences(found.label) : found.label);
    const rest = guardTags(line.slice(found.end));
    if (index > 0)
      return `${found.lead}<v.prefix${found.bracket ? '.bracket' : ''}${found.alone ? '.alone' : ''} ${key}>${rest}`;
    speaker = key;
    mark = `${found.lead}${found.bracket ? '[{name}]' : '{name}'}:${found.alone ? '' : ' '}{text}`;
    return rest;
  });
  return { text: lines.join('\n'), speaker, mark };
}

/** A text of another file may hold what looks like our own mark: it stays text. */
const guardTags = (text: string) => (text.includes('<v.prefix') ? text.replaceAll('<v.prefix', '&lt;v.prefix') : text);

/**
 * Who speaks in a cue that names nobody: with names as a habit of every cue, nobody; with names only where the speaker
 * changes, the speaker before, unless a dash says that somebody else speaks.
 */
function carrySpeakers(cues: SpokenCue[], habitually: boolean): void {
  const named = cues.filter(({ mark }) => mark !== null).length;
  if (named === 0 || (habitually && named * 2 >= cues.length)) return;
  let current: string | null = null;
  for (const cue of cues) {
    if (cue.speaker !== null) current = cue.speaker;
    else if (changesSpeaker(cue.text)) current = null;
    else cue.speaker = current;
  }
}

/**
 * Takes the names out of a file's cues: what the archive stores. Names come back with `withLabels`.
 * White space and references inside a written name are not kept as they were; nothing else is lost.
 */
export function mapSpeakers(
  file: Pick<CaptionFile, 'format' | 'cues' | 'layout'>,
  options: MapOptions = {}
): SpokenTrack {
  const list = new SpeakerList(options.keyOf);
  const voices = file.format === 'vtt' && file.cues.some(({ text }) => text.includes('<v'));
  const accepted = voices
    ? null
    : acceptedLabels(
        file.cues.map(({ text }) => text),
        options.known
      );
  const marks = new Map<string, string>();
  const cues = file.cues.map((cue): SpokenCue => {
    const said = accepted ? readPrefixes(cue.text, accepted, list, file.format === 'vtt') : readVoices(cue.text, list);
    if (said.mark !== null) marks.set(said.mark, marks.get(said.mark) ?? said.mark);
    return { ...cue, ...said, mark: said.mark === null ? null : (marks.get(said.mark) ?? null) };
  });
  carrySpeakers(cues, voices);
  return { format: file.format, cues, speakers: list.speakers, layout: file.layout };
}

const voiceOrEnd = new RegExp(`${voiceTag.source}|</v>`, 'g');

/**
 * The `<v>` tags inside a WebVTT text with the names of the moment. Where a name is not shown, its tags go and the voice before
 * it ends there, so that nobody is given another's words.
 */
function voicesInside(text: string, leadShown: boolean, labelOf: LabelOf): string {
  const open: boolean[] = leadShown ? [true] : []; // is the name of the voice shown that is open
  return text.replace(voiceOrEnd, (...found: [string, string?, string?]) => {
    const [tag, classes = '', key] = found;
    if (key === undefined) return open.pop() === true ? tag : '';
    const label = labelOf(key);
    if (label !== null) {
      open.push(true);
      return `<v${classes} ${escapeName(label)}>`;
    }
    const ends = open.filter((shown) => shown).length;
    open.length = 0;
    open.push(false);
    return '</v>'.repeat(ends);
  });
}

/** A text with the names of the moment in its inner marks; without a name the mark goes. */
function nameInside(text: string, format: SpokenTrack['format'], leadShown: boolean, labelOf: LabelOf): string {
  if (!text.includes('<v') && !text.includes('</v>')) return text;
  const prefixed = text.replace(prefixTag, (_, bracket: string, alone: string, key: string) => {
    const label = labelOf(key);
    if (label === null) return '';
    const name = format === 'vtt' ? escapeName(label) : label;
    return `${bracket ? `[${name}]` : name}:${alone ? '' : ' '}`;
  });
  return format === 'vtt'
    ? voicesInside(prefixed, leadShown, labelOf)
    : prefixed.replaceAll('&lt;v.prefix', '<v.prefix');
}

/** The cue's text as its own format writes it, with the name that may be shown now. */
export function labelledText(cue: SpokenCue, format: SpokenTrack['format'], labelOf: LabelOf): string {
  const label = cue.mark === null || cue.speaker === null ? null : labelOf(cue.speaker);
  const text = nameInside(cue.text, format, label !== null, labelOf);
  if (cue.mark === null || label === null) return text;
  const name = format === 'vtt' ? escapeName(label) : label;
  return cue.mark.replace(/\{name\}|\{text\}/g, (slot) => (slot === '{name}' ? name : text));
}

/** The label that the file itself gave; for a round trip. */
export const ownLabels = (track: Pick<SpokenTrack, 'speakers'>): LabelOf => {
  const labels = new Map(track.speakers.map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) ?? null;
};

/** The cues with the names that may be shown now, in the markup of the track's format: what its writer takes. */
export function withLabels(track: SpokenTrack, labelOf: LabelOf): Cue[] {
  return track.cues.map(({ id, startMs, endMs, settings, ...cue }) => ({
    id,
    startMs,
    endMs,
    text: labelledText({ id, startMs, endMs, settings, ...cue }, track.format, labelOf),
    settings
  }));
}

/** A part of a cue's words and who says it, for pages: names stand beside the words, not in them. */
export interface SpokenPart {
  speaker: string | null;
  /** In the markup of the format, without voice tags. */
  text: string;
}

/** The parts of a cue in which different people speak; nearly always one. */
export function spokenParts(cue: Pick<SpokenCue, 'text' | 'speaker'>): SpokenPart[] {
  const parts: SpokenPart[] = [];
  let speaker = cue.speaker;
  let from = 0;
  const add = (to: number) => {
    const text = cue.text.slice(from, to).replaceAll('</v>', '').trim();
    if (text !== '' && text !== '-') parts.push({ speaker, text });
  };
  for (const match of cue.text.matchAll(voiceTag)) {
    add(match.index);
    speaker = match[2] ?? null;
    from = match.index + match[0].length;
  }
  add(cue.text.length);
  return parts.length > 0 ? parts : [{ speaker: cue.speaker, text: '' }];
}
