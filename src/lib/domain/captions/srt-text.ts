import { decodeReferences } from '#lib/domain/captions/character-references.ts';

/** b, i, u, s, font in any case, with or without attributes. Never goes past the next `<`, so it stays linear. */
const tag = /<\/?(?:b|i|u|s|font)(?:[\s/][^<>]*)?>/gi;
/** Our own mark for a speaker named inside a stored text. */
const voiceMark = /<v\.prefix[^<>]*>/g;
const shortBraces = /\{\/?[biu]\}/gi;

/** Drops `{\…}`. An opening without its brace stays. */
export function withoutOverrides(text: string): string {
  let at = text.indexOf('{\\');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  while (at >= 0) {
    const end = text.indexOf('}', at);
    if (end < 0) break;
    out += text.slice(from, at);
    from = end + 1;
    at = text.indexOf('{\\', from);
  }
  return out + text.slice(from);
}

/** What a viewer reads of an SRT text: the few tags that players know are dropped, references decoded. */
export function srtPlainText(text: string): string {
  let plain = text;
  if (plain.includes('<')) plain = plain.replace(tag, '').replace(voiceMark, '');
  if (plain.includes('{')) plain = withoutOverrides(plain).replace(shortBraces, '');
  return decodeReferences(plain);
}

/** YouTube writes [br] for a line break. */
export const sbvPlainText = (text: string): string => srtPlainText(text).replaceAll('[br]', '\n');

/** A transcript has no markup but our own marks. */
export const txtPlainText = (text: string): string => (text.includes('<v.prefix') ? text.replace(voiceMark, '') : text);
