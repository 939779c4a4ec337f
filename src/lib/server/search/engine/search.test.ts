import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHits, prepareTrack, type Scope, type SearchableTrack } from '#lib/domain/search/match.ts';
import { parseQuery, queryVoices } from '#lib/domain/search/query.ts';
import { SegmentBuilder } from '#lib/server/search/engine/build.ts';
import type { IndexCue, IndexDocument } from '#lib/server/search/engine/document.ts';
import { MemoryIndex } from '#lib/server/search/engine/memory.ts';
import { Searcher, type Request } from '#lib/server/search/engine/search.ts';

const words = {
  es: [
    'de',
    'la',
    'la',
    'que',
    'año',
    'años',
    'ano',
    'niña',
    'Nina',
    'tenía',
    'tenia',
    'tener',
    "No'j",
    'noj',
    'k’iche’',
    'kiche',
    '62.000',
    '62000',
    'golpeó',
    'golpear',
    'asilo',
    'Asilos,',
    'no',
    '¡Basta!',
    '♪'
  ],
  en: [
    'the',
    'the',
    'a',
    'of',
    'asylum',
    'no',
    'year',
    'deported',
    'deporting',
    'deport',
    "John's",
    'johns',
    '62,000',
    'café',
    'cafe',
    'U.S.',
    'us',
    '—'
  ]
} as const;
const asked = [
  ...words.es,
  ...words.en,
  'tené',
  'deportation',
  'nina',
  'any',
  'asyl*',
  'depor*',
  'kic*',
  'noj*',
  'año*'
];

const cue = (language: 'es' | 'en') =>
  fc.record({
    text: fc.array(fc.constantFrom(...words[language]), { maxLength: 40, size: 'max' }).map((list) => list.join(' ')),
    durationMs: fc.constantFrom(500, 2_000),
    gapMs: fc.constantFrom(0, 0, 0, 10_000, 10_001),
    moments: fc.constantFrom(0, 1, 1, 2),
    speaker: fc.constantFrom(null, 0, 1),
    voice: fc.constantFrom(...queryVoices)
  });

function track(
  language: string,
  plans: {
    text: string;
    durationMs: number;
    gapMs: number;
    moments: number;
    speaker: number | null;
    voice: IndexCue['voice'];
  }[]
) {
  let atMs = 0;
  let moment = 0;
  const cues = plans.map(({ text, durationMs, gapMs, moments, speaker, voice }, position): IndexCue => {
    const startMs = atMs + gapMs;
    atMs = startMs + durationMs;
    moment += moments;
    return { startMs, endMs: atMs, text, moment, position, speaker, voice };
  });
  return { language, versionId: 1, cues };
}

const document = fc
  .record({
    es: fc.array(cue('es'), { maxLength: 12 }),
    en: fc.array(cue('en'), { maxLength: 12 }),
    order: fc.nat({ max: 5 })
  })
  .map(({ es, en, order }) => {
    const tracks = [track('es', es), track('en', en)].filter(({ cues }) => cues.length > 0);
    const moments = 1 + Math.max(0, ...tracks.flatMap(({ cues }) => cues.map(({ moment }) => moment)));
    return { tracks, moments, order };
  });

const term = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...asked) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...asked), { minLength: 2, maxLength: 3 }).map((list) => `"${list.join(' ')}"`)
  },
  { weight: 1, arbitrary: fc.constantFrom(...asked).map((word) => `-${word}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...asked), fc.constantFrom(...asked)).map((pair) => pair.join(' OR '))
  }
);
const query = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '));

const request = (typed: string, more: Partial<Request> = {}): Request => ({
  query: parseQuery(typed),
  languages: null,
  voices: [],
  recordings: null,
  speakers: null,
  order: 'oldest',
  offset: 0,
  limit: 1_000,
  heads: false,
  facets: false,
  ...more
});

test('the index gives the hits, the places and the words of the matcher', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 3 }),
      fc.array(query, { minLength: 3, maxLength: 8 }),
      fc.constantFrom(null, 'es', 'en'),
      fc.subarray([...queryVoices], { maxLength: 2 }),
      async (plans, cut, queries, language, voices) => {
        const documents = plans
          .map((plan, i): IndexDocument & { tracks: { language: string; versionId: number; cues: IndexCue[] }[] } => ({
            recordingId: `r${i}`,
            fingerprint: '',
            orderKey: `${plan.order}-${i}`,
            titles: {},
            speakers: ['a', 'b'],
            moments: plan.moments,
            tracks: plan.tracks
          }))
          .sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));
        const index = new MemoryIndex();
        for (const [i, part] of [documents.slice(0, cut), documents.slice(cut)].entries()) {
          const builder = new SegmentBuilder();
          for (const one of part) builder.add(one);
          index.add(i, builder.finish());
        }
        const searcher = new Searcher(index);
        for (const typed of queries) {
          const found = await searcher.search(
            request(typed, { languages: language === null ? null : [language], voices })
          );
          const expected = documents.flatMap((one) => {
            const scope: Scope = {
              language: (tag) => language === null || tag === language,
              cue: (t, c) => voices.length === 0 || voices.includes(one.tracks[t]?.cues[c]?.voice ?? 'unknown')
            };
            const tracks = one.tracks.map((each: SearchableTrack) => prepareTrack(each));
            return findHits(parseQuery(typed), tracks, scope).map(({ moment, matches }) => ({
              recordingId: one.recordingId,
              moment,
              matches: matches
                .map(({ track: t, firstCue, lastCue, marks }) => ({
                  language: one.tracks[t]?.language ?? '',
                  firstCue,
                  lastCue,
                  words: marks.length
                }))
                .map((match) => JSON.stringify(match))
                .filter((match, i, all) => all.indexOf(match) === i)
                .sort()
            }));
          });
          expect(found.total).toBe(expected.length);
          expect(
            found.page.map(({ recordingId, moment, matches }) => ({
              recordingId,
              moment,
              matches: matches
                .map(({ language: tag, firstCue, lastCue, words: marked }) =>
                  JSON.stringify({ language: tag, firstCue, lastCue, words: marked.length })
                )
                .filter((match, i, all) => all.indexOf(match) === i)
                .sort()
            })),
            typed
          ).toEqual(expected);
        }
      }
    ),
    { numRuns: 100 }
  );
}, 60_000);

test('every page order has each moment once', async () => {
  const index = new MemoryIndex();
  const builder = new SegmentBuilder();
  for (let i = 0; i < 40; i++) {
    const plans = Array.from({ length: 30 }, (_, k) => ({
      text: (i + k) % 3 === 0 ? 'asilo' : 'otra cosa',
      durationMs: 1_000,
      gapMs: 0,
      moments: k === 0 ? 0 : 1,
      speaker: null,
      voice: 'original' as const
    }));
    const titles = i === 17 ? { es: 'El asilo' } : {};
    builder.add({
      recordingId: `r${i}`,
      fingerprint: '',
      orderKey: String(100 + i),
      titles,
      speakers: [],
      moments: 30,
      tracks: [track('es', plans)]
    });
  }
  index.add(1, builder.finish());
  index.bury(1, 3);
  const searcher = new Searcher(index);
  for (const order of ['best', 'newest', 'oldest'] as const) {
    const seen: string[] = [];
    for (let offset = 0; ; offset += 7) {
      const { page, total } = await searcher.search(request('asilo', { order, offset, limit: 7 }));
      expect(total).toBe(390);
      if (page.length === 0) break;
      seen.push(...page.map(({ recordingId, moment }) => `${recordingId} ${moment}`));
    }
    expect(new Set(seen).size).toBe(390);
    expect(seen).toHaveLength(390);
    if (order === 'best') expect(seen[0]).toMatch(/^r17 /);
  }
});
