import { queryVoices, type QueryVoice } from '#lib/domain/search/query.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';
import type { Problem } from '#lib/server/http/problem.ts';
import { orders, type Choices, type SearchQuestion } from '#lib/server/search/index.ts';

const invalid = (name: string, allowed: string): { problem: Problem } => ({
  problem: { status: 400, code: 'parameter-invalid', title: 'A parameter is not valid', detail: `${name}: ${allowed}` }
});

const wholeNumber = (text: string | null, fallback: number, most: number): number | null => {
  if (text === null || text === '') return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
};

const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
export const perPageMost = 200;

/** The parameters of `GET /api/v1/search`; see docs/api.md. */
export function readApiSearch(parameters: URLSearchParams): { question: SearchQuestion } | { problem: Problem } {
  const q = parameters.get('q');
  if (q === null || q.trim() === '') {
    return { problem: { status: 400, code: 'query-missing', title: 'Say what to look for in q' } };
  }
  const page = wholeNumber(parameters.get('page'), 1, 1_000_000);
  if (page === null) return invalid('page', 'a whole number from 1');
  const perPage = wholeNumber(parameters.get('perPage'), 50, perPageMost);
  if (perPage === null) return invalid('perPage', `a whole number from 1 to ${String(perPageMost)}`);
  const order = orders.find((each) => each === (parameters.get('order') ?? 'best'));
  if (order === undefined) return invalid('order', orders.join(', '));
  const choices = readChoices(parameters);
  if ('problem' in choices) return choices;
  const expandWithout = parameters.get('wordlist') === '1' ? parameters.getAll('without') : null;
  return { question: { q, choices, order, page, perPage, heads: false, facets: false, expandWithout } };
}

function readChoices(parameters: URLSearchParams): Choices | { problem: Problem } {
  const languages = parameters.getAll('lang').filter((lang) => lang !== 'all' && lang !== '');
  if (!languages.every((lang) => languageTag.test(lang)))
    return invalid('lang', 'en, es, another language tag, or all');
  const voices: QueryVoice[] = [];
  for (const given of parameters.getAll('voice').filter((each) => each !== '')) {
    const voice = queryVoices.find((each) => each === given);
    if (voice === undefined) return invalid('voice', queryVoices.join(', '));
    voices.push(voice);
  }
  const years = parameters.getAll('year').filter((year) => year !== '');
  if (!years.every((year) => /^\d{4}$/.test(year))) return invalid('year', 'four figures');
  return {
    languages: languages.map((lang) => lang.toLowerCase()),
    voices,
    years: years.map(Number),
    speakers: parameters.getAll('speaker').filter((each) => each.trim() !== ''),
    series: parameters.getAll('series').filter((each) => each.trim() !== '')
  };
}

const titles: Readonly<Record<string, string>> = {
  'search.query-too-long': 'The query is too long',
  'search.too-many-terms': 'The query has too many words',
  'search.prefix-too-short': 'The beginning of a word needs three letters before the star',
  'search.too-slow': 'This search takes too long',
  'search.too-many': 'Too many searches at once; try again in a moment'
};

/** A refusal of the search as problem details; anything else is thrown on. */
export function searchProblem(error: unknown): Problem {
  if (!(error instanceof DomainError)) throw error;
  const { kind, code, data } = error;
  const status = kind === 'invalid' ? 400 : statusOf[kind];
  const detail = Object.entries(data).map(([name, value]) => `${name}: ${String(value)}`);
  return {
    status,
    code: code.replace(/^search\./, ''),
    title: titles[code] ?? code,
    ...(detail.length > 0 ? { detail: detail.join(', ') } : {}),
    ...(kind === 'busy' ? { headers: { 'retry-after': '1' } } : {})
  };
}
