import type { SourceRef } from '#lib/domain/archive/types.ts';

/** Places of one document, joined where they follow each other: L26, L27, L28, L39 → 26 to 28, 39. */
export interface SourcePlaces {
  document: string;
  /** In the document's own order, "from" and "to" equal for a single line. Without the letter of the numbering. */
  ranges: { from: string; to: string }[];
  count: number;
}

const numberOf = (line: string) => Number(/\d+/.exec(line)?.[0] ?? Number.NaN);
const bare = (line: string) => line.replace(/^L(?=\d)/, '');

function rangesOf(lines: readonly string[]): { from: string; to: string }[] {
  const ranges: { from: string; to: string; last: number; first: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => numberOf(a) - numberOf(b))) {
    const open = ranges.at(-1);
    const number = numberOf(line);
    if (open && number === open.last + 1) Object.assign(open, { to: bare(line), last: number });
    else ranges.push({ from: bare(line), to: bare(line), first: number, last: number });
  }
  // two neighbors read better one by one: "26 and 27"
  return ranges.flatMap(({ from, to, first, last }) =>
    last - first === 1
      ? [
          { from, to: from },
          { from: to, to }
        ]
      : [{ from, to }]
  );
}

/** The places of an object by document, in the order in which the documents are named first. */
export function sourcePlaces(sources: readonly SourceRef[]): SourcePlaces[] {
  const byDocument = new Map<string, string[]>();
  for (const { document, lines } of sources) {
    byDocument.set(document, [...(byDocument.get(document) ?? []), ...lines]);
  }
  return [...byDocument].map(([document, lines]) => ({
    document,
    ranges: rangesOf(lines),
    count: new Set(lines).size
  }));
}
