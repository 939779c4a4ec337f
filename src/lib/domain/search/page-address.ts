import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { queryVoices, type QueryVoice } from '#lib/domain/search/query.ts';

export const pageOrders = ['best', 'newest', 'oldest'] as const;
export type PageOrder = (typeof pageOrders)[number];

/** Everything that the address of a page of results says. */
export interface SearchAddress {
  q: string;
  languages: string[];
  voices: QueryVoice[];
  speakers: string[];
  series: string[];
  years: string[];
  order: PageOrder;
  /** From 1. */
  page: number;
  /** Words of the word list that the reader took out. */
  without: string[];
}

export const noAddress = (): SearchAddress => ({
  ...{ q: '', languages: [], voices: [], speakers: [], series: [], years: [] },
  ...{ order: 'best', page: 1, without: [] }
});

const some = (parameters: URLSearchParams, name: string) => [
  ...new Set(parameters.getAll(name).filter((value) => value.trim() !== '' && value.length <= 200))
];

/** Reads an address; what it does not understand is left out. */
export function readSearchAddress(parameters: URLSearchParams): SearchAddress {
  const page = parameters.get('page') ?? '1';
  return {
    q: (parameters.get('q') ?? '').trim(),
    languages: some(parameters, 'lang').filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)),
    voices: queryVoices.filter((voice) => some(parameters, 'voice').includes(voice)),
    speakers: some(parameters, 'speaker'),
    series: some(parameters, 'series'),
    years: some(parameters, 'year').filter((year) => /^\d{4}$/.test(year)),
    order: pageOrders.find((order) => order === parameters.get('order')) ?? 'best',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    without: some(parameters, 'without')
  };
}

/** Other forms of the same results. */
export type SearchForm = 'results.csv' | 'results.json' | 'concordance' | 'feed.xml' | 'atom.xml';

/** The permanent address of these results. */
export function searchPath(locale: Locale, address: SearchAddress, file?: SearchForm): string {
  const query = new URLSearchParams({ q: address.q });
  const add = (name: string, values: readonly string[]) => values.forEach((value) => query.append(name, value));
  add('lang', address.languages);
  add('voice', address.voices);
  add('speaker', address.speakers);
  add('series', address.series);
  add('year', address.years);
  add('without', address.without);
  if (address.order !== 'best') query.set('order', address.order);
  if (address.page > 1 && file === undefined) query.set('page', String(address.page));
  const path = file === undefined ? pathIn(locale, 'search') : pathIn(locale, 'search', file);
  return `${path}?${query.toString()}`;
}

export const isNarrowed = ({ languages, voices, speakers, series, years }: SearchAddress): boolean =>
  languages.length + voices.length + speakers.length + series.length + years.length > 0;
