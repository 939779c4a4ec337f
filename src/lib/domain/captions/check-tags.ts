import { excerpt, type ProblemLog } from '#lib/domain/captions/problem-log.ts';

const GT = 62;
const known = new Set(['c', 'i', 'b', 'u', 'v', 'lang', 'ruby', 'rt']);

/** A tag of one letter that is known, ended by `>`, a class or white space: nearly every tag of real files. */
function isPlainTag(text: string, at: number): boolean {
  const letter = text.charCodeAt(at);
  if (letter !== 118 && letter !== 99 && letter !== 105 && letter !== 98 && letter !== 117) return false;
  const next = text.charCodeAt(at + 1);
  return next === GT || next === 46 || next === 32 || next === 9 || next === 10;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Looks at the tag whose `<` is at this offset of a text that ends at `to`; reports it where WebVTT does not know it or it never
 * ends, since a viewer then misses what stands in it.
 * @returns offset after the tag
 */
export function checkTag(text: string, lt: number, to: number, log: ProblemLog): number {
  const from = text.charCodeAt(lt + 1) === 47 ? lt + 2 : lt + 1;
  let gt = from;
  while (gt < to && text.charCodeAt(gt) !== GT) gt++;
  if (gt >= to) {
    log.add('unclosed-tag', lt, { tag: excerpt(text, lt, to) });
    return to;
  }
  if (isPlainTag(text, from) || isDigitTag(text, from, gt)) return gt + 1;
  const name = /^[^\t\n\f .>]*/.exec(text.slice(from, Math.min(gt, from + 40)))?.[0] ?? '';
  if (!known.has(name) && name !== '') log.add('unknown-tag', lt, { tag: excerpt(text, lt, gt + 1) });
  return gt + 1;
}

/** A timestamp tag: digits, colons and a dot. */
function isDigitTag(text: string, from: number, to: number): boolean {
  if (!isDigit(text.charCodeAt(from))) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== 58 && code !== 46) return false;
  }
  return true;
}
