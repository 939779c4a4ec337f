import { expect, test } from 'vitest';
import { fold, joinsOf, tokenize } from '#lib/domain/search/tokens.ts';

test.each([
  ['¡Basta! ¿Ya... de permisos? —gritó', 'basta ya de permisos gritó'],
  ['rock & gravel, covid-19', 'rock gravel covid 19'],
  ['alban\u0303il, cie\u0301nega', 'albañil ciénega'],
  ['U.S. y EE. UU.', 'u s y ee uu'],
  ['62,000 62.000 62000 62’000', '62000 62000 62000 62000'],
  ['1,234.56 12,3456 0.125 2019,100', '1234 56 12 3456 0 125 2019 100'],
  ['artículos 13, 14 y 15', 'artículos 13 14 y 15'],
  ['des\u00adapare\u00adcido', 'desaparecido'],
  ['\u0000x\ud800y \u0303', 'x y'],
  ['Kʼicheʼ K’iche’ Noꞌj', 'k iche k iche no j'],
  ['𝐀 Σίσυφος', '𝐀 σίσυφοσ']
])('%s has the words %s', (text, words) => {
  expect(
    tokenize(text)
      .map(({ word }) => word)
      .join(' ')
  ).toBe(words);
});

test('a word knows its place in the text as written', () => {
  const text = 'La cie\u0301nega, 62,000';
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['La', 'cie\u0301nega', '62,000']);
});

test.each([
  ['BRÚJULA', 'brujula'],
  ['pingüino', 'pinguino'],
  ['año', 'año'],
  ['an\u0303o', 'año'],
  ['fiancé', 'fiance']
])('%s folds to %s', (word, folded) => {
  expect(fold(tokenize(word)[0]?.word ?? '')).toBe(folded);
});

test.each([
  ["Pop No'j", ['noj']],
  ["rock'n'roll", ['rockn', 'rocknroll', 'nroll']],
  ["the 'quoted' word", []]
])('%s is also found joined: %j', (text, joined) => {
  const tokens = tokenize(text);
  const joins = joinsOf(
    tokens.map(({ word }) => word),
    (i) => tokens[i]?.joined === true
  );
  expect(joins.map(({ folded }) => folded)).toEqual(joined);
});

test('a very long word is cut and does not slow anything', () => {
  expect(tokenize('a'.repeat(100_000))[0]?.word).toHaveLength(64);
});
