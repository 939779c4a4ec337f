import { expand, expansionsOf, type Expansion } from '#lib/domain/search/glossary.ts';
import { findHits, prepareTrack } from '#lib/domain/search/match.ts';
import { parseQuery, type Query, type QueryVoice } from '#lib/domain/search/query.ts';
import { DomainError } from '#lib/server/errors.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { AnsweredHead, AnsweredMoment, AnsweredText } from '#lib/server/search/answer.ts';
import type { Order, Request } from '#lib/server/search/engine/search.ts';
import type { IndexKeeper } from '#lib/server/search/keep.ts';
import {
  glossaryEntries,
  labelsOf,
  readableVersions,
  recordingFacts,
  recordingsIn,
  speakersNamed,
  type RecordingFacts
} from '#lib/server/search/names.ts';
import { shownFacets, type ShownFacets } from '#lib/server/search/shown-facets.ts';
import type { SearchPool } from '#lib/server/search/pool.ts';

/** What lives as long as the server and answers searches. */
export interface SearchEngine {
  pool: SearchPool;
  keeper: IndexKeeper;
}

/** What a visitor chose beside the words. Empty list: no restriction. */
export interface Choices {
  languages: string[];
  voices: QueryVoice[];
  speakers: string[];
  series: string[];
  years: number[];
}

export const noChoices = (): Choices => ({ languages: [], voices: [], speakers: [], series: [], years: [] });

export interface SearchQuestion {
  q: string;
  choices: Choices;
  order: Order;
  /** From 1. */
  page: number;
  perPage: number;
  heads: boolean;
  facets: boolean;
  /** Also search the word list's words of the other language, but not these; null: only what was typed. */
  expandWithout: string[] | null;
}

export interface MomentResult extends AnsweredMoment {
  recording: RecordingFacts;
  /** Who is heard in the cues that met the query, as they may be named, each once; nobody when no label may be written. */
  speakers: string[];
  /** It was found only through a word of the word list. */
  byWordList: boolean;
}

export interface SearchResult {
  query: Query;
  total: number;
  recordings: number;
  moments: MomentResult[];
  heads: AnsweredHead[];
  facets: ShownFacets | null;
  /** Words of the word list that were searched as well. */
  expansions: Expansion[];
  /** Many recordings are being taken in: there may be more soon. */
  incomplete: boolean;
}

/**
 * Moments in which the query is met. Filters in the words win over the choices beside them.
 * Throws `busy` when it takes too long or too many ask, `invalid` when the query is refused (code and data of the refusal).
 */
export async function searchMoments(ctx: Ctx, engine: SearchEngine, question: SearchQuestion): Promise<SearchResult> {
  const query = parseQuery(question.q);
  if (query.refused !== null) throw new DomainError('invalid', `search.${query.refused.code}`, query.refused.data);
  await engine.keeper.fresh();
  const { expandWithout } = question;
  const expansions = expandWithout === null ? [] : expansionsOf(query, await glossaryEntries(ctx), expandWithout);
  const answer = await engine.pool.search(await requestOf(ctx, expand(query, expansions), question));
  const moments = await readable(ctx, answer.moments, expansions.length > 0 ? query : null);
  const shown = new Set(moments.map(({ recordingId }) => recordingId));
  const { total, recordings } = answer;
  return {
    ...{ query, total, recordings, moments, expansions },
    heads: answer.heads.filter(({ recordingId }) => shown.has(recordingId)),
    facets: answer.facets === null ? null : await shownFacets(ctx, answer.facets),
    incomplete: engine.keeper.isBehind
  };
}

/** What the viewer may read of the answer, with the names that may be shown. `typed`: the query without the word list. */
async function readable(ctx: Ctx, answered: readonly AnsweredMoment[], typed: Query | null): Promise<MomentResult[]> {
  const ids = [...new Set(answered.map(({ recordingId }) => recordingId))];
  const versionIds = [...new Set(answered.flatMap(({ texts }) => texts.map(({ versionId }) => versionId)))];
  const [facts, versions, labels] = await Promise.all([
    recordingFacts(ctx, ids),
    readableVersions(ctx, versionIds),
    labelsOf(ctx, ids)
  ]);
  return answered.flatMap((moment): MomentResult[] => {
    const recording = facts.get(moment.recordingId);
    const texts = moment.texts.filter(({ versionId }) => versions.has(versionId));
    if (recording === undefined || !texts.some(({ matched }) => matched)) return [];
    const label = labels.get(moment.recordingId);
    const speakers = speakersOf(texts, (id, tag) => label?.(id, tag) ?? null);
    return [{ ...moment, texts, recording, speakers, byWordList: typed !== null && !meets(typed, texts) }];
  });
}

function meets(query: Query, texts: readonly AnsweredText[]): boolean {
  const tracks = texts.map(({ language, cues }) => ({
    language,
    cues: cues.map((cue) => ({ ...cue, moment: cue.inMoment ? 0 : 1 }))
  }));
  return findHits({ ...query, excluded: [] }, tracks.map(prepareTrack)).some(({ moment }) => moment === 0);
}

function speakersOf(
  texts: readonly AnsweredText[],
  labelOf: (id: string, language: string) => string | null
): string[] {
  const names = new Set<string>();
  for (const { language, matched, cues, places } of texts) {
    if (!matched) continue;
    for (const [from, to] of places) {
      for (const { speakerId } of cues.slice(from, to + 1)) {
        const name = speakerId === null ? null : labelOf(speakerId, language);
        if (name !== null) names.add(name);
      }
    }
    // the other language says the same name in its own way
    if (names.size > 0) break;
  }
  return [...names];
}

async function requestOf(ctx: Ctx, query: Query, question: SearchQuestion): Promise<Request> {
  const { filters } = query;
  const either = <T>(typed: T[], chosen: T[]) => (typed.length > 0 ? typed : chosen);
  const languages = either(filters.languages, question.choices.languages);
  const speakers = either(filters.speakers, question.choices.speakers);
  const narrowed = {
    series: either(filters.series, question.choices.series),
    years: either(filters.years, question.choices.years)
  };
  return {
    query,
    languages: languages.length > 0 ? languages : null,
    voices: either(filters.voices, question.choices.voices),
    speakers: speakers.length > 0 ? await speakersNamed(ctx, speakers) : null,
    recordings: narrowed.series.length + narrowed.years.length > 0 ? await recordingsIn(ctx, narrowed) : null,
    order: question.order,
    offset: (question.page - 1) * question.perPage,
    limit: question.perPage,
    heads: question.heads,
    facets: question.facets
  };
}
