import { findHits, prepareTrack, type SearchableCue } from '#lib/domain/search/match.ts';
import { parseQuery } from '#lib/domain/search/query.ts';

/** A place in the transcript that a search has found. */
export interface FoundPlace {
  /** Index of the passage. */
  passage: number;
  paragraph: HTMLElement;
  /** Offsets in the paragraph's text, the end not included. */
  marks: { start: number; end: number }[];
}

/** `isShown` says whether a language is on the page at this moment. */
export type Finder = (query: string, isShown: (language: string) => boolean) => FoundPlace[];

interface Column {
  language: string;
  cues: SearchableCue[];
  paragraphs: HTMLElement[];
}

/** The words of the document as the matcher of the search page wants them: a passage is a moment, a paragraph a cue. */
function columnsOf(passages: readonly HTMLElement[]): Column[] {
  const columns = new Map<string, Column>();
  passages.forEach((passage, moment) => {
    const { start, end } = passage.dataset;
    for (const say of Array.from(passage.querySelectorAll<HTMLElement>('.say'))) {
      const language = say.dataset.lang ?? '';
      const paragraph = say.querySelector('p');
      if (!paragraph) continue;
      const column = columns.get(language) ?? { language, cues: [], paragraphs: [] };
      columns.set(language, column);
      column.cues.push({ startMs: Number(start), endMs: Number(end), text: paragraph.textContent ?? '', moment });
      column.paragraphs.push(paragraph);
    }
  });
  return [...columns.values()];
}

/** Looks for words in the passages of the page, by the rules of the search over the whole archive. */
export function makeFinder(passages: readonly HTMLElement[]): Finder {
  const columns = columnsOf(passages);
  const tracks = columns.map(({ language, cues }) => prepareTrack({ language, cues }));
  return (query, isShown) => {
    const hits = findHits(parseQuery(query), tracks, { language: isShown, cue: () => true });
    return hits.flatMap(({ moment, matches }) =>
      matches.flatMap(({ track, marks }) => placesIn(columns[track], moment, marks))
    );
  };
}

/** A match is one place; of one that runs into the next passage the words of the first are marked. */
function placesIn(
  column: Column | undefined,
  passage: number,
  marks: readonly { cue: number; start: number; end: number }[]
): FoundPlace[] {
  const first = marks[0]?.cue;
  const paragraph = first === undefined ? undefined : column?.paragraphs[first];
  if (!paragraph) return [];
  return [
    { passage, paragraph, marks: marks.filter(({ cue }) => cue === first).map(({ start, end }) => ({ start, end })) }
  ];
}
