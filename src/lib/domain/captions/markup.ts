import { referenceAt } from '#lib/domain/captions/character-references.ts';
import { tokenize } from '#lib/domain/captions/cue-text.ts';
import { withoutOverrides } from '#lib/domain/captions/srt-text.ts';
import type { CaptionFormat, SpokenCue, SpokenTrack } from '#lib/domain/captions/types.ts';

/** `&` that would be read as the beginning of a reference becomes one itself. */
function guardReferences(text: string): string {
  return text.replace(/&/g, (_, at: number) => (referenceAt(text, at) ? '&amp;' : '&'));
}

/** Plain words as an SRT text that is read as the same words. */
const toSrtWords = (words: string): string =>
  guardReferences(words)
    .replace(/<(?=\/?(?:b|i|u|s|font|v\.prefix)(?![a-z0-9]))/gi, '&lt;')
    .replace(/\{(?=\\|\/?[biu]\})/gi, '&#123;');

/** A stored WebVTT text as SRT: b, i and u stay, a voice inside begins a line with its name, all else is words. */
function vttToSrt(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return toSrtWords(text);
  let out = '';
  const keep = (tag: string) => tag === 'b' || tag === 'i' || tag === 'u';
  tokenize(text, {
    text: (words) => void (out += toSrtWords(words)),
    start: (tag, annotation) => {
      if (keep(tag)) out += `<${tag}>`;
      if (tag !== 'v' || annotation === '') return;
      out = out.trimEnd();
      out += `${out === '' ? '' : '\n'}<v.prefix ${annotation}>`;
    },
    end: (tag) => void (out += keep(tag) ? `</${tag}>` : '')
  });
  return out;
}

const srtMarkup = /<(\/?)(b|i|u|s|font)(?:[\s/][^<>]*)?>|<v\.prefix(?:\.\w+)* ([\w-]+)>|\{\/?[biu]\}|<|&/gi;

/** A stored SRT text as WebVTT. */
function srtToVtt(text: string): string {
  const source = withoutOverrides(text);
  return source.replace(srtMarkup, (...found: [string, string?, string?, string?, number?]) => {
    const [sign, slash = '', tag = '', key = '', at = 0] = found;
    if (key !== '') return `<v ${key}>`;
    if (tag !== '') return /^[biu]$/i.test(tag) ? `<${slash}${tag.toLowerCase()}>` : '';
    if (sign === '<') return '&lt;';
    if (sign === '&') return referenceAt(source, at) ? '&' : '&amp;';
    return '';
  });
}

/** A stored transcript text as WebVTT: every sign is a word's. */
const txtToVtt = (text: string): string =>
  text.replace(/<v\.prefix(?:\.\w+)* ([\w-]+)>|[<&]/g, (found, key?: string) =>
    key ? `<v ${key}>` : found === '<' ? '&lt;' : '&amp;'
  );

const txtToSrt = (text: string): string =>
  text
    .split(/(<v\.prefix[^<>]*>)/)
    .map((part) => (part.startsWith('<v.prefix') ? part : toSrtWords(part)))
    .join('');

const identity = (text: string) => text;
const sbvBreaks = (text: string) => text.replaceAll('[br]', '\n');

const converters: Record<CaptionFormat, Record<'vtt' | 'srt', (text: string) => string>> = {
  vtt: { vtt: identity, srt: vttToSrt },
  srt: { vtt: srtToVtt, srt: identity },
  sbv: { vtt: (text) => srtToVtt(sbvBreaks(text)), srt: sbvBreaks },
  txt: { vtt: txtToVtt, srt: txtToSrt }
};

/** The text of a cue as its file has it, names written out, in the markup of the other format. */
export const convertText = (text: string, from: 'vtt' | 'srt', to: 'vtt' | 'srt'): string =>
  converters[from][to](text).replace(/<v\.prefix ([^<>]*)>/g, '$1: ');

const markOf = { vtt: '<v {name}>{text}', srt: '{name}: {text}' } as const;

/**
 * The same track in the markup of another format. What the other format cannot say goes (WebVTT classes, languages, ruby and
 * word times; SRT fonts and positions); every word, line, time and speaker stays.
 */
export function toFormat(track: SpokenTrack, format: 'vtt' | 'srt'): SpokenTrack {
  if (track.format === format) return track;
  const convert = converters[track.format][format];
  const cues = track.cues.map((cue, index): SpokenCue => ({
    ...cue,
    id: format === 'srt' ? String(index + 1) : cue.id,
    text: convert(cue.text),
    settings: '',
    mark: cue.mark === null ? null : markOf[format]
  }));
  const { lineEnd } = track.layout;
  const layout = { bom: false, lineEnd, header: '', blocks: [], shortTimes: false };
  return { format, cues, speakers: track.speakers, layout };
}
