import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits, parseQuery, type Query } from '#lib/domain/search/query.ts';

const shown = ({ clauses, excluded }: Query) =>
  [
    ...clauses.map((clause) =>
      clause
        .map(({ sequences }) =>
          sequences.map((words) => words.map(({ word, prefix }) => (prefix ? `${word}*` : word)).join('+')).join('/')
        )
        .join('|')
    ),
    ...excluded.map(({ text }) => `-${text}`)
  ].join(' ');

test.each([
  ['desaparecidos', 'desaparecidos'],
  ['"tercer país seguro"', 'tercer+país+seguro'],
  ['«tercer país» “safe third”', 'tercer+país safe+third'],
  ['deport* -flights', 'deport* -flights'],
  ['-"frost came" orchard', 'orchard -frost came'],
  ['asilo OR asylum acuerdo', 'asilo|asylum acuerdo'],
  ["Pop No'j", 'pop no+j/noj'],
  ["K'ich*", 'k+ich*/kich*'],
  ['tlaxco-sur', 'tlaxco+sur'],
  ['or', 'or'],
  ['((((palabra))))', 'palabra'],
  ['palabra:otra', 'palabra+otra'],
  ['', ''],
  ['" - * "', '']
])('%s is read as %s', (typed, read) => {
  expect(shown(parseQuery(typed))).toBe(read);
});

test('filters are words too, in either interface language', () => {
  const { filters, clauses } = parseQuery(
    'lang:es speaker:"Silvia Raquec" serie:tierra año:2020 voz:interpretación asilo'
  );
  expect(filters).toEqual({
    languages: ['es'],
    speakers: ['Silvia Raquec'],
    series: ['tierra'],
    years: [2020],
    voices: ['interpretation']
  });
  expect(clauses).toHaveLength(1);
});

test.each([
  ['"tercer país', ['quote-not-closed']],
  ['year:soon', ['filter-taken-as-words']],
  ['asilo OR', ['or-without-words']],
  ['asilo OR -asylum', ['or-with-exclusion']],
  ['des*ido', ['star-ignored']],
  ['-asilo', ['only-excluded']]
])('%s is carried out as far as possible and says why: %j', (typed, codes) => {
  const query = parseQuery(typed);
  expect(query.refused).toBeNull();
  expect(query.notices.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['x'.repeat(201), 'query-too-long'],
  ['a b c d e f g h i j k l m', 'too-many-terms'],
  ['de*', 'prefix-too-short'],
  ['"la de*"', 'prefix-too-short']
])('%s is refused: %s', (typed, code) => {
  expect(parseQuery(typed).refused?.code).toBe(code);
});

test('a phrase is one term, however many words it has', () => {
  expect(parseQuery('"a b c d e f g h i j k l m n"').refused).toBeNull();
});

test('no string makes the parser fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc
          .array(fc.constantFrom('"', '-', '*', "'", 'OR', ' ', 'lang:', '“', '(', 'a', 'ñ', '\ud800'))
          .map((p) => p.join(''))
      ),
      (typed) => {
        const { refused, clauses, excluded } = parseQuery(typed);
        if (refused === null) expect(clauses.flat().length + excluded.length).toBeLessThanOrEqual(limits.terms);
      }
    ),
    { numRuns: 2_000 }
  );
});
