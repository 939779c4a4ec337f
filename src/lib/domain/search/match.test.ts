import { expect, test } from 'vitest';
import { findHits, prepareTrack, type SearchableTrack } from '#lib/domain/search/match.ts';
import { parseQuery } from '#lib/domain/search/query.ts';

/** One cue a line, one second each; an empty line is a silence of 11 s. A moment is a line. */
function track(language: string, ...lines: string[]): SearchableTrack {
  let atMs = 0;
  const cues = lines.flatMap((text, moment) => {
    const startMs = atMs;
    atMs += text === '' ? 11_000 : 1_000;
    return text === '' ? [] : [{ startMs, endMs: atMs, text, moment }];
  });
  return { language, cues };
}

const found = (query: string, ...tracks: SearchableTrack[]) =>
  findHits(parseQuery(query), tracks.map(prepareTrack)).map(({ moment }) => moment);

test.each([
  ['desaparecido', 'los desaparecidos', true],
  ['ano', 'año nuevo', false],
  ['años', 'an\u0303o nuevo', true],
  ['niña', 'la perra Nina', false],
  ['campana', 'la campaña', false],
  ['politica', 'la política', true],
  ['pais', 'los países', true],
  ['companera', 'compañera', false],
  ["K'iche'", 'habla kiche', true],
  ['kiche', 'habla kʼicheʼ', true],
  ['"pop noj guatemala"', 'Pop No’j Guatemala', true],
  ['"pop no\'j guatemala"', 'Pop Noj, Guatemala', true],
  ['62000', 'unas 62,000 personas', true],
  ['62.000', 'unas 62000 personas', true],
  ['62', 'unas 62,000 personas', false],
  ['U.S.', 'from the U.S. to', true],
  ['covid-19', 'el covid 19', true],
  ['deport*', 'la deportación', true],
  ['deportac*', 'deportar', false],
  ['"tierra y territorio"', 'territorio y tierra', false],
  ['asilo OR refugio', 'un refugio', true],
  ['asilo refugio', 'un refugio', false],
  ['refugio -asilo', 'refugio, no asilo', false]
])('%s in "%s": %s', (query, text, expected) => {
  expect(found(query, track('es', text))).toEqual(expected ? [0] : []);
});

test('a phrase runs over cues, is one hit, and belongs to the moment of its first cue', () => {
  const text = track('es', 'lo que pedimos es tierra', 'y', 'territorio para todas');
  const [hit] = findHits(parseQuery('"tierra y territorio"'), [prepareTrack(text)]);
  expect(hit?.moment).toBe(0);
  expect(hit?.matches).toMatchObject([{ firstCue: 0, lastCue: 2 }]);
  expect(hit?.matches[0]?.marks.map(({ cue, start, end }) => text.cues[cue]?.text.slice(start, end))).toEqual([
    'tierra',
    'y',
    'territorio'
  ]);
});

test('a phrase does not run over a silence of more than ten seconds', () => {
  expect(found('"tierra y territorio"', track('es', 'tierra y', '', 'territorio'))).toEqual([]);
});

test('each word may be met in either language of the moment; an excluded word in either excludes it', () => {
  const es = track('es', 'pedimos asilo', 'sin visa');
  const en = track('en', 'we ask for shelter', 'no visa');
  expect(found('asilo shelter', es, en)).toEqual([0]);
  expect(found('pedimos -shelter', es, en)).toEqual([]);
  expect(found('visa', es, en)).toEqual([1]);
});

test('lang: leaves the other language out, also for what is excluded', () => {
  const tracks = [track('es', 'pedimos asilo'), track('en', 'we ask for asylum')].map(prepareTrack);
  const scope = { language: (tag: string) => tag === 'es', cue: () => true };
  expect(findHits(parseQuery('asilo -asylum'), tracks, scope)).toHaveLength(1);
  expect(findHits(parseQuery('asylum'), tracks, scope)).toHaveLength(0);
});
