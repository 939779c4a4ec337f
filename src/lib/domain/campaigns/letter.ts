/** A paragraph of a letter taken apart: words as they are, and blanks to be filled in. */
export type LetterPiece = { text: string } | { blank: string };

/** "Contact {representative_names}. To read more: {campaign_url}" → words, blank, words, blank. */
export function letterPieces(paragraph: string): LetterPiece[] {
  return paragraph
    .split(/(\{[a-z_]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{[a-z_]+\}$/.test(part) ? { blank: part.slice(1, -1) } : { text: part }));
}

/** Words of the paragraphs; a blank counts as one, and so does what hangs on it ("{campaign_url}."). */
export const countWords = (paragraphs: readonly string[]): number =>
  paragraphs.join(' ').split(/\s+/).filter(Boolean).length;
