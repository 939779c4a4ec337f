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

/** A place to fill in, with the words that stand for it until then. */
export interface Blank {
  id: string;
  label: string;
}

/** How an open place stands in the text: people see at once that something is missing, in print too. */
export const marked = ({ label }: Blank): string => `[${label}]`;

/** The paragraphs of a template as one text, its places in brackets. */
export function templateText(paragraphs: readonly string[], blanks: readonly Blank[]): string {
  const labels = new Map(blanks.map((blank) => [blank.id, marked(blank)]));
  return paragraphs
    .map((paragraph) =>
      letterPieces(paragraph)
        .map((piece) =>
          'blank' in piece ? (labels.get(piece.blank) ?? marked({ id: '', label: piece.blank })) : piece.text
        )
        .join('')
    )
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n');
}

export type Values = Readonly<Record<string, string>>;
const valueOf = (values: Values, { id }: Blank) => (values[id] ?? '').trim();

/** The text with what was filled in; what was typed is words and nothing else. */
export const filled = (text: string, blanks: readonly Blank[], values: Values): string =>
  blanks.reduce((done, blank) => {
    const value = valueOf(values, blank);
    return value === '' ? done : done.split(marked(blank)).join(value);
  }, text);

/** The places that still stand open in the text. */
export const openBlanks = <B extends Blank>(text: string, blanks: readonly B[], values: Values): B[] =>
  blanks.filter((blank) => valueOf(values, blank) === '' && text.includes(marked(blank)));

/** Lines that hold nothing but an open place that may stay open are left out of the finished letter. */
export const withoutOptional = (text: string, optional: readonly Blank[]): string => {
  const alone = new Set(optional.map(marked));
  return text
    .split('\n\n')
    .filter((paragraph) => !alone.has(paragraph.trim()))
    .join('\n\n');
};

/** A paragraph behind the one in which the writer is; `at` counts characters. */
export function insertParagraph(text: string, paragraph: string, at: number): string {
  const end = text.indexOf('\n\n', Math.max(0, at));
  if (end < 0) return `${text.trimEnd()}\n\n${paragraph}`;
  return `${text.slice(0, end)}\n\n${paragraph}${text.slice(end)}`;
}

/** A draft in the reader's own mail program. Nothing is sent by opening it. */
export const mailDraft = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
