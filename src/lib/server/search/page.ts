import { otherLocale, type Locale } from '#lib/domain/i18n/locale.ts';
import { ownLanguageName } from '#lib/domain/recordings/names.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { SearchAddress } from '#lib/domain/search/page-address.ts';
import { isNarrowed } from '#lib/domain/search/page-address.ts';
import type { Query } from '#lib/domain/search/query.ts';
import { otherLetters, soleWords } from '#lib/domain/search/tilde.ts';
import { runsOf, type GroupView, type MomentView, type Run } from '#lib/domain/search/view.ts';
import type { Ctx } from '#lib/server/context.ts';
import { momentPath } from '#lib/server/search/api.ts';
import { findBesides, type Beside } from '#lib/server/search/besides.ts';
import { indexedDocuments } from '#lib/server/search/documents.ts';
import type { AnsweredText } from '#lib/server/search/answer.ts';
import type { ShownFacets } from '#lib/server/search/shown-facets.ts';
import type { NearWord } from '#lib/server/search/nearby.ts';
import {
  noChoices,
  searchMoments,
  type MomentResult,
  type SearchEngine,
  type SearchQuestion,
  type SearchResult
} from '#lib/server/search/service.ts';

export const momentsPerPage = 50;

export interface ResultsView {
  total: number;
  recordings: number;
  pages: number;
  groups: GroupView[];
  facets: ShownFacets;
  expansions: { word: string; language: string }[];
  besides: Beside[];
  /** Words of the archive with ñ for an n of a word that was asked, or the reverse, and the query that asks for them. */
  otherLetters: (NearWord & { q: string })[];
  incomplete: boolean;
  /** About how large the results are as a file. */
  csvBytes: number;
  jsonBytes: number;
  /** Only when nothing was found. */
  help: HelpView | null;
}

/** What may be tried when nothing was found. */
export interface HelpView {
  searched: number;
  withTilde: NearWord[];
  similar: NearWord[];
  /** One word that is no prefix yet. */
  prefix: string | null;
  /** Words that could stand with OR. */
  anyOf: string | null;
}

export const questionOf = (address: SearchAddress): SearchQuestion => ({
  q: address.q,
  choices: {
    languages: address.languages.map((tag) => tag.toLowerCase()),
    voices: address.voices,
    speakers: address.speakers,
    series: address.series,
    years: address.years.map(Number)
  },
  order: address.order,
  page: address.page,
  perPage: momentsPerPage,
  heads: true,
  facets: true,
  expandWithout: address.without
});

/** Everything on a page of results. Throws as searchMoments() does. */
export async function getResultsPage(
  ctx: Ctx,
  engine: SearchEngine,
  locale: Locale,
  address: SearchAddress
): Promise<ResultsView> {
  const question = questionOf(address);
  const result = await searchMoments(ctx, engine, question);
  // what the boxes would leave is counted without the boxes
  const wide = isNarrowed(address)
    ? await searchMoments(ctx, engine, { ...question, choices: noChoices(), page: 1, perPage: 1, heads: false })
    : result;
  const groups = groupsOf(locale, result);
  const texts = JSON.stringify(groups).length;
  const each = result.moments.length === 0 ? 0 : texts / result.moments.length;
  return {
    ...{ total: result.total, recordings: result.recordings, groups, incomplete: result.incomplete },
    pages: Math.max(1, Math.ceil(result.total / momentsPerPage)),
    facets: wide.facets ?? { languages: [], voices: [], speakers: [], series: [], years: [] },
    expansions: result.expansions.map(({ word, language }) => ({ word, language })),
    besides: address.page === 1 ? await findBesides(ctx, result.query, locale) : [],
    otherLetters: result.total > 0 && address.page === 1 ? await otherLettersOf(engine, result, address.q) : [],
    csvBytes: Math.round(result.total * each * 0.8),
    jsonBytes: Math.round(result.total * each * 1.1),
    help: result.total === 0 ? await helpFor(ctx, engine, result.query) : null
  };
}

function groupsOf(locale: Locale, { moments, heads }: SearchResult): GroupView[] {
  const groups: GroupView[] = [];
  for (const result of moments) {
    let group = groups.at(-1);
    if (group?.recordingId !== result.recordingId) groups.push((group = newGroup(locale, result, heads)));
    group.moments.push(momentView(locale, result));
  }
  for (const group of groups) {
    const head = heads.find(({ recordingId }) => recordingId === group.recordingId);
    const shown = new Set(
      moments.filter(({ recordingId }) => recordingId === group.recordingId).map((m) => m.position)
    );
    const length = Math.max(1, group.durationMs ?? 0);
    group.places = (head?.starts ?? []).map(([position, startMs]) => ({
      at: Math.min(1, startMs / length),
      shown: shown.has(position)
    }));
  }
  return groups;
}

function newGroup(locale: Locale, { recording }: MomentResult, heads: SearchResult['heads']): GroupView {
  const { id, title, slugs, date, standIn, durationMs } = recording;
  return {
    recordingId: id,
    ...{ title, date, standIn, durationMs },
    href: pathIn(locale, 'recordings', slugs[locale]),
    total: heads.find(({ recordingId }) => recordingId === id)?.total ?? 0,
    places: [],
    moments: []
  };
}

function momentView(locale: Locale, result: MomentResult): MomentView {
  // the original first, as it was said; then the page's language
  const rank = ({ language, cues }: AnsweredText) =>
    cues[0]?.voice === 'original' ? 0 : language === locale ? 1 : language === otherLocale(locale) ? 2 : 3;
  return {
    startMs: result.startMs,
    speakers: result.speakers,
    byWordList: result.byWordList,
    href: momentPath(result, locale),
    texts: result.texts
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, 2)
      .map((text) => ({
        language: text.language,
        ownName: ownLanguageName(text.language),
        voice: text.cues[0]?.voice ?? 'unknown',
        runs: runs(text)
      }))
  };
}

/** Words of a phrase that runs into the next moment are shown too. */
function runs({ cues }: AnsweredText): Run[] {
  return cues.flatMap((cue, i) => [...(i > 0 ? [{ text: ' ', marked: false }] : []), ...runsOf(cue.text, cue.marks)]);
}

const mostOffered = 3;
/** A word this many times rarer than what was found was hardly meant. */
const muchRarer = 20;

async function otherLettersOf(
  engine: SearchEngine,
  { query, total }: SearchResult,
  typed: string
): Promise<ResultsView['otherLetters']> {
  const offered: ResultsView['otherLetters'] = [];
  for (const word of soleWords(query)) {
    const variants = otherLetters(word.toLowerCase());
    if (variants.length === 0) continue;
    for (const near of await engine.pool.known(variants)) {
      if (near.postings * muchRarer >= total) offered.push({ ...near, q: typed.replace(word, near.word) });
    }
  }
  return offered.slice(0, mostOffered);
}

async function helpFor(ctx: Ctx, engine: SearchEngine, query: Query): Promise<HelpView> {
  const atoms = query.clauses.flat();
  const words = atoms.flatMap(({ sequences: [sequence = []] }) => sequence.map(({ word }) => word));
  const [only] = words;
  const [{ withTilde, similar }, documents] = await Promise.all([
    only !== undefined && words.length === 1 ? engine.pool.nearby(only) : { withTilde: [], similar: [] },
    indexedDocuments(ctx)
  ]);
  const isPrefix = atoms.some(({ sequences: [sequence = []] }) => sequence.some(({ prefix }) => prefix));
  return {
    searched: documents.length,
    withTilde,
    similar,
    prefix: only !== undefined && words.length === 1 && !isPrefix && only.length >= 4 ? `${only.slice(0, -1)}*` : null,
    anyOf:
      query.clauses.length > 1
        ? query.clauses
            .flat()
            .map(({ text }) => (/\s/.test(text) ? `"${text}"` : text))
            .join(' OR ')
        : null
  };
}
