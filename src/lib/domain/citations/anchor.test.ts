import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { land, locate, type Landing } from '#lib/domain/citations/anchor.ts';
import { parseQuoteCode, quoteCode } from '#lib/domain/citations/quote-code.ts';
import { checksumOf, wordsOf, type PlainCue, type Span } from '#lib/domain/citations/words.ts';

/** Written for this test: an hour of meetings does not fit, two minutes with the same phrases in several places do. */
const sentences = [
  'Welcome to this evening, and thank you all for coming.',
  'Yes, of course.',
  'The agreement was signed in July and nobody read it aloud.',
  'We asked three questions in writing.',
  'No answer has come to any of them.',
  'A family waited nine days at the bus station.',
  'They were told to come back on Monday.',
  'Yes, of course.',
  'On Monday the office was closed.',
  'The river had risen and the bridge was gone.',
  'We asked three questions in writing.',
  'The second letter carried two hundred names.',
  'My grandmother used to say that paper is patient.',
  'Nobody should have to prove that they are afraid.',
  'That is the sentence I want you to take home.',
  'The third letter came back unopened.',
  'We keep it in the office, in a frame.',
  'Yes, of course.',
  'Now I give the word to our interpreter.',
  'Thank you, and good night.'
];
const base: PlainCue[] = sentences.map((text, i) => ({ startMs: i * 6000, endMs: i * 6000 + 5500, text }));

const spanOf = (cues: readonly PlainCue[], text: string, nth = 0): Span => {
  const words = wordsOf(cues).map((word) => word.text);
  const wanted = text.split(' ');
  const starts = words.flatMap((_, at) => (wanted.every((word, i) => words[at + i] === word) ? [at] : []));
  const from = starts[nth] ?? -1;
  return { from, to: from + wanted.length };
};

const quote = 'Nobody should have to prove that they are afraid.';
const at = 13;
type Edit = (cues: PlainCue[]) => PlainCue[];
const retext =
  (index: number, text: string): Edit =>
  (cues) =>
    cues.map((cue, i) => (i === index ? { ...cue, text } : cue));
const shift =
  (ms: number): Edit =>
  (cues) =>
    cues.map((cue) => ({ ...cue, startMs: cue.startMs + ms, endMs: cue.endMs + ms }));
const remove =
  (from: number, count = 1): Edit =>
  (cues) =>
    cues.toSpliced(from, count);
const merge =
  (index: number): Edit =>
  (cues) => {
    const [a, b] = [cues[index], cues[index + 1]];
    if (!a || !b) return cues;
    return cues.toSpliced(index, 2, { startMs: a.startMs, endMs: b.endMs, text: `${a.text} ${b.text}` });
  };
const split =
  (index: number, word: number): Edit =>
  (cues) => {
    const cue = cues[index];
    if (!cue) return cues;
    const words = cue.text.split(' ');
    const middle = (cue.startMs + cue.endMs) / 2;
    return cues.toSpliced(
      index,
      1,
      { ...cue, endMs: middle, text: words.slice(0, word).join(' ') },
      { ...cue, startMs: middle, text: words.slice(word).join(' ') }
    );
  };
/** Takes a cue out and puts it in elsewhere, with the time of its new place. */
const move =
  (from: number, to: number): Edit =>
  (cues) => {
    const cue = cues[from];
    const place = cues[to];
    if (!cue || !place) return cues;
    const rest = cues.toSpliced(from, 1);
    return rest.toSpliced(to, 0, { ...cue, startMs: place.startMs, endMs: place.endMs });
  };
const insert =
  (index: number, ...texts: string[]): Edit =>
  (cues) => {
    const startMs = cues[index]?.startMs ?? 0;
    const added = texts.map((text, i) => ({ startMs: startMs + i * 6000, endMs: startMs + i * 6000 + 5000, text }));
    const later = cues
      .slice(index)
      .map((cue) => ({ ...cue, startMs: cue.startMs + texts.length * 6000, endMs: cue.endMs + texts.length * 6000 }));
    return [...cues.slice(0, index), ...added, ...later];
  };

const short = { text: 'Yes, of course.', nth: 1 };
const many = Array.from(
  { length: 200 },
  (_, i) => `Sentence ${String(i)} of a greeting that was found on another tape.`
);

/** Twenty edits as captioners make them. What must come out: how the link lands, and on which words. */
const edits: [name: string, edit: Edit, kind: Landing['kind'], now: string | null][] = [
  ['nothing changed', (cues) => cues, 'same', quote],
  ['the cue is split', split(at, 4), 'same', quote],
  ['the cue is split in three', (cues) => split(at + 1, 2)(split(at, 3)(cues)), 'same', quote],
  ['merged with the cue before', merge(at - 1), 'same', quote],
  ['merged with the cue after', merge(at), 'same', quote],
  ['all times a second later', shift(1000), 'same', quote],
  ['all times two minutes later', shift(120_000), 'moved', quote],
  [
    'the first five cues cut off, and all times with them',
    (cues) => shift(-30_000)(remove(0, 5)(cues)),
    'moved',
    quote
  ],
  ['twenty minutes put in front', insert(0, ...many), 'moved', quote],
  ['moved to the beginning', move(at, 1), 'moved', quote],
  ['moved to the end', move(at, 19), 'moved', quote],
  [
    'a typing error corrected beside it',
    retext(at - 1, 'My grandmother used to say: paper is patient.'),
    'same',
    quote
  ],
  [
    'one word put right',
    retext(at, 'Nobody should have to prove that they were afraid.'),
    'changed',
    'Nobody should have to prove that they were afraid.'
  ],
  [
    'a comma put in',
    retext(at, 'Nobody should have to prove, that they are afraid.'),
    'changed',
    'Nobody should have to prove, that they are afraid.'
  ],
  [
    'reworded as a whole',
    retext(at, 'No one must ever be asked for proof of fear.'),
    'changed',
    'No one must ever be asked for proof of fear.'
  ],
  [
    'reworded and twenty minutes put in front',
    (cues) => insert(0, ...many)(retext(at, 'Nobody should need to show that they are afraid.')(cues)),
    'changed',
    'Nobody should need to show that they are afraid.'
  ],
  [
    'reworded and merged',
    (cues) => merge(at)(retext(at, 'Nobody should prove that they are afraid.')(cues)),
    'changed',
    'Nobody should prove that they are afraid.'
  ],
  [
    'reworded and split',
    (cues) => split(at, 3)(retext(at, 'Nobody should prove that they are afraid.')(cues)),
    'changed',
    'Nobody should prove that they are afraid.'
  ],
  ['deleted', remove(at), 'changed', null],
  ['deleted with its neighbors', remove(at - 2, 5), 'changed', null]
];

describe('twenty edits of the captions', () => {
  test.each(edits)('%s', (_, edit, kind, now) => {
    const landing = land(base, spanOf(base, quote), edit(base));
    expect(landing.kind).toBe(kind);
    if (landing.kind === 'withdrawn') throw new Error('nothing was withdrawn');
    expect(landing.place?.text ?? null).toBe(now);
    if (landing.kind === 'changed') expect(landing.was).toBe(quote);
  });
  test('there are twenty', () => expect(edits).toHaveLength(20));
});

test.each<[string, Edit, Landing['kind'], number | null]>([
  ['nothing changed', (cues) => cues, 'same', 42_000],
  ['its own cue deleted: the same words elsewhere are not it', remove(7), 'changed', null],
  ['two cues taken out before it', remove(2, 2), 'same', 42_000],
  ['reworded', retext(7, 'Yes, naturally.'), 'changed', 42_000]
])('words that occur three times land in their own place: %s', (_, edit, kind, startMs) => {
  const landing = land(base, spanOf(base, short.text, short.nth), edit(base));
  expect(landing.kind).toBe(kind);
  expect(landing.kind === 'withdrawn' ? null : (landing.place?.startMs ?? null)).toBe(startMs);
});

test('a withdrawn text leaves a tombstone', () => {
  expect(land(base, spanOf(base, quote), null)).toEqual({ kind: 'withdrawn' });
});

test('a quote over several cues keeps its words, from the start of the first to the end of the last', () => {
  const span = { from: spanOf(base, 'The third letter').from, to: spanOf(base, 'in a frame.').to };
  const landing = land(base, span, split(15, 3)(base));
  expect(landing).toMatchObject({ kind: 'same', place: { startMs: 90_000, endMs: 101_500 } });
});

test.each([
  ['Nobody should have to', 78_000, 78_000],
  ['obody should have to pro', 0, 78_000], // selected with the mouse, a letter short
  ['We asked three questions in writing.', 61_000, 60_000],
  ['We  asked\nthree questions', 0, 18_000],
  ['letter', 91_000, 90_000],
  ['words that nobody said', 0, null],
  ['', 0, null]
])('%j near %d ms is found at %s', (text, near, expected) => {
  expect(locate(base, text, near)?.startMs ?? null).toBe(expected);
});

test('whatever is done to other cues, the words of the quote are found or the change is told', () => {
  const edit = fc.oneof(
    fc.nat(19).map((i) => split(i, 2)),
    fc.nat(18).map((i) => merge(i)),
    fc.nat(19).map((i) => remove(i)),
    fc.tuple(fc.nat(19), fc.nat(18)).map(([from, to]) => move(from, to)),
    fc.integer({ min: -50_000, max: 600_000 }).map(shift),
    fc.tuple(fc.nat(19), fc.constantFrom('New words.', 'Yes, of course.')).map(([i, text]) => insert(i, text))
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (all) => {
      const now = all.reduce((cues, one) => one(cues), base);
      const still = wordsOf(now)
        .map(({ text }) => text)
        .join(' ')
        .includes(quote);
      const landing = land(base, spanOf(base, quote), now);
      if (still) expect(landing).toMatchObject({ place: { text: quote } });
      else expect(landing).toMatchObject({ kind: 'changed', was: quote });
    }),
    { numRuns: 200, seed: 7 }
  );
});

describe('the code in a link', () => {
  const ref = {
    recording: '3f9c2a1b07',
    trackId: 'captions-es',
    version: 2,
    fromWord: 340,
    words: 19,
    second: 78,
    checksum: 'k3f9a1'
  };
  test('holds everything and comes back', () => {
    expect(quoteCode(ref)).toBe('3f9c2a1b07.captions-es.2.340-19.26.k3f9a1');
    expect(parseQuoteCode(quoteCode(ref))).toEqual(ref);
  });
  test.each([
    '',
    'x',
    '../../etc',
    '3f9c2a1b07.captions-es.0.1-1.1.a',
    '3f9c2a1b07.a.1.1-401.1.a',
    '3f9c2a1b07.a.1.1-0.1.a'
  ])('%j is none', (code) => {
    expect(parseQuoteCode(code)).toBeNull();
  });
  test('the checksum of other words is another one', () => {
    expect(checksumOf(['a', 'b'])).not.toBe(checksumOf(['a', 'c']));
  });
});
