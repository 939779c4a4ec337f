import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { MomentResult, SearchResult } from '#lib/server/search/service.ts';

/** One text of a moment, as the interface for programs gives it. */
export interface ApiMatch {
  lang: string;
  text: string;
  startMs: number;
  endMs: number;
  /** True when these are the words of the one who speaks, not of an interpreter or translator. */
  original: boolean;
  voice: string;
  /** False: the other language's text of a moment that was found in one language. */
  matched: boolean;
  /** UTF-16 offsets in `text` of the words that met the query. */
  marks: [number, number][];
}

export interface ApiMoment {
  recording: string;
  startMs: number;
  endMs: number;
  matches: ApiMatch[];
  speakers: string[];
  url: string;
}

/** `GET /api/v1/search`: see docs/api.md. */
export function apiAnswer(
  { total, moments, query, incomplete }: SearchResult,
  { page, perPage, origin }: { page: number; perPage: number; origin: string }
) {
  return {
    total,
    page,
    perPage,
    incomplete,
    notices: query.notices,
    moments: moments.map((moment) => apiMoment(moment, origin))
  };
}

/** A place that met the query is one entry from its first cue to its last; of the other language each cue is one. */
function apiMoment(moment: MomentResult, origin: string): ApiMoment {
  const matches: ApiMatch[] = [];
  for (const { language, matched, cues, places } of moment.texts.toSorted(
    (a, b) => Number(b.matched) - Number(a.matched)
  )) {
    const ranges = matched ? places : cues.map((_, i): [number, number] => [i, i]);
    for (const [from, to] of ranges) {
      const range = cues.slice(from, to + 1);
      const [first] = range;
      const last = range.at(-1);
      if (first === undefined || last === undefined) continue;
      const { voice } = first;
      matches.push({
        lang: language,
        ...joined(range),
        startMs: first.startMs,
        endMs: last.endMs,
        original: voice === 'original',
        voice,
        matched
      });
    }
  }
  const { recording, startMs, endMs, speakers } = moment;
  return { recording: recording.id, startMs, endMs, matches, speakers, url: `${origin}${momentPath(moment)}` };
}

function joined(cues: readonly { text: string; marks: [number, number][] }[]): {
  text: string;
  marks: [number, number][];
} {
  let text = '';
  const marks: [number, number][] = [];
  for (const cue of cues) {
    if (text !== '') text += ' ';
    for (const [from, to] of cue.marks) marks.push([text.length + from, text.length + to]);
    text += cue.text;
  }
  return { text, marks };
}

/** Where the moment is played and read; without a wish in the language in which it was found. */
export function momentPath({ recording, position, startMs, texts }: MomentResult, wanted?: Locale): string {
  const found = texts.find(({ matched }) => matched)?.language ?? 'en';
  const locale = wanted ?? (found.startsWith('es') ? 'es' : 'en');
  const seconds = Math.floor(startMs / 1000);
  return `${pathIn(locale, 'recordings', recording.slugs[locale])}?t=${String(seconds)}#m-${String(position)}`;
}
