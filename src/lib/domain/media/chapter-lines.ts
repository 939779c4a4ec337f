import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { clock, parseTime } from '#lib/domain/recordings/timecode.ts';

export interface Chapter {
  startMs: number;
  endMs: number;
  title: Localized;
}

/** "0:00 Welcome", a line a chapter: as people write them in descriptions of films. */
export const chapterLines = (chapters: readonly Chapter[], locale: Locale): string =>
  chapters.flatMap(({ startMs, title }) => (title[locale] ? [`${clock(startMs)} ${title[locale]}`] : [])).join('\n');

export interface ParsedLines {
  chapters: { startMs: number; title: string }[];
  /** The first line that is not a time and a title, from 1; null: all are. */
  wrongLine: number | null;
}

export function parseChapterLines(text: string): ParsedLines {
  const chapters: ParsedLines['chapters'] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, time = '', title = ''] = /^\s*(\S+)\s+[-–—]?\s*(.+?)\s*$/.exec(line) ?? [];
    const startMs = parseTime(time);
    if (startMs === null || title === '') return { chapters: [], wrongLine: i + 1 };
    chapters.push({ startMs, title: title.slice(0, 200) });
  }
  return { chapters: chapters.sort((a, b) => a.startMs - b.startMs), wrongLine: null };
}

/** One list of both languages: titles at the same second are one chapter; each ends where the next begins. */
export function joinChapters(byLocale: Record<Locale, ParsedLines['chapters']>, lengthMs: number | null): Chapter[] {
  const titles = new Map<number, Localized>();
  for (const locale of ['en', 'es'] as const) {
    for (const { startMs, title } of byLocale[locale]) titles.set(startMs, { ...titles.get(startMs), [locale]: title });
  }
  const starts = [...titles.keys()].sort((a, b) => a - b);
  return starts.map((startMs, i) => ({
    startMs,
    endMs: starts[i + 1] ?? Math.max(lengthMs ?? startMs, startMs),
    title: titles.get(startMs) ?? {}
  }));
}

/** "0:00-0:20" a line: stretches, as for those without interpretation. */
export function parseStretches(text: string): { startMs: number; endMs: number }[] | null {
  const found = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [from = '', to = ''] = line.split(/\s*[-–—]\s*/);
    const [startMs, endMs] = [parseTime(from), parseTime(to)];
    if (startMs === null || endMs === null || endMs <= startMs) return null;
    found.push({ startMs, endMs });
  }
  return found.sort((a, b) => a.startMs - b.startMs);
}

export const stretchLines = (stretches: readonly { startMs: number; endMs: number }[]): string =>
  stretches.map(({ startMs, endMs }) => `${clock(startMs)}-${clock(endMs)}`).join('\n');
