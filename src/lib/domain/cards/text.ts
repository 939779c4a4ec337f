/** Rough widths in parts of the size of the type; a picture needs no more, and errs on the wide side. */
const widths: readonly [RegExp, number][] = [
  [/[iljtfrI.,:;'’|!¡·()[\]]/, 0.34],
  [/\s/, 0.26],
  [/[mwMW@—…%&]/, 0.92],
  [/\p{Lu}/u, 0.7],
  [/\d/, 0.6],
  // scripts without capitals, pictures of one letter: as wide as they are high
  [/[^\p{Script=Latin}\p{P}\p{S}]/u, 1.05]
];
const widthOf = (char: string) => widths.find(([pattern]) => pattern.test(char))?.[1] ?? 0.56;

export const measure = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + widthOf(char), 0) * size;

/** Cut so that it fits with the three dots behind it. */
function cut(text: string, size: number, width: number): string {
  let line = '';
  for (const char of text) {
    if (measure(`${line}${char}…`, size) > width) break;
    line += char;
  }
  return `${line.trimEnd()}…`;
}

/** A word that is wider than the line is broken anywhere. */
function pieces(word: string, size: number, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const char of word) {
    if (part && measure(part + char, size) > width) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}

/** No card has room for more letters than this; the rest of a long text is not even looked at. */
const lettersMost = 900;

/** Lines of at most `width`, `most` of them; what is left out is told by three dots. */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text
    .slice(0, lettersMost)
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => pieces(word, size, width));
  for (const [i, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, cut([line, ...words.slice(i)].join(' '), size, width)];
    lines.push(line);
    line = word;
  }
  return line ? [...lines, line] : lines;
}

/** The largest of these sizes in which the text needs no more lines than it may; else the smallest, cut. */
export function fitted(
  text: string,
  width: number,
  sizes: readonly { size: number; lines: number }[]
): { size: number; lines: string[] } {
  for (const { size, lines: most } of sizes) {
    const lines = wrap(text, size, width, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  const last = sizes.at(-1) ?? { size: 40, lines: 3 };
  return { size: last.size, lines: wrap(text, last.size, width, last.lines) };
}
