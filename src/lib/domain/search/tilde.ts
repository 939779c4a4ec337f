import type { Query } from '#lib/domain/search/query.ts';
import { fold } from '#lib/domain/search/tokens.ts';

/** More letters n than this are not tried. */
const mostVariants = 6;

/** The folded word with one n as ñ, or one ñ as n. */
export function otherLetters(word: string): string[] {
  const letters = Array.from(fold(word));
  const variants = letters.flatMap((letter, i) => {
    const other = letter === 'n' ? 'ñ' : letter === 'ñ' ? 'n' : null;
    return other === null ? [] : [[...letters.slice(0, i), other, ...letters.slice(i + 1)].join('')];
  });
  return variants.slice(0, mostVariants);
}

/** Words of the query, as typed, that stand alone and in full: those for which another word may have been meant. */
export const soleWords = ({ clauses }: Query): string[] =>
  clauses.flat().flatMap(({ text, sequences: [sequence = []] }) => {
    const [only, other] = sequence;
    return only === undefined || other !== undefined || only.prefix ? [] : [text];
  });
