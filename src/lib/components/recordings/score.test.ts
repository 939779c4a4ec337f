import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { layOutScore } from '#lib/domain/recordings/score.ts';
import Score from './Score.svelte';
import ScoreRows from './ScoreRows.svelte';

const layout = layOutScore({
  durationMs: 100_000,
  chapters: [
    { startMs: 0, title: 'About this reading' },
    { startMs: 65_000, title: '<How> to search' }
  ],
  passages: [
    { startMs: 0, endMs: 60_000, hasInterpretation: true },
    { startMs: 65_000, endMs: 90_000, hasInterpretation: false }
  ]
});

test('the score is one picture with a spoken description and no style attribute', () => {
  const { body } = render(Score, {
    props: { layout, description: 'Two chapters & one hole', currentRow: 1, positionMs: 50_000 }
  });
  expect(body).toMatch(/<svg[^>]* viewBox="0 0 1000 72" role="img" aria-label="Two chapters &amp; one hole"/);
  expect(body).toMatch(/d="M500 0V72"/);
  expect(body).not.toContain('style=');
});

test('the rows are links to their chapters, each standing where its chapter starts, without a style attribute', () => {
  const { body } = render(ScoreRows, {
    props: {
      layout,
      hrefOf: (startMs: number) => `/en/recordings/x?t=${String(startMs / 1000)}`,
      untitled: 'Whole recording'
    }
  });
  expect([...body.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/en/recordings/x?t=0',
    '/en/recordings/x?t=65'
  ]);
  expect([...body.matchAll(/width="([\d.]+%)"/g)].map(([, width]) => width)).toEqual(['0%', '65%']);
  expect(body).toContain('<time datetime="PT1M5S"');
  expect(body).toContain('&lt;How> to search');
  expect(body).not.toContain('style=');
});

test('a recording without chapters is one row with the words it is given', () => {
  const whole = layOutScore({ durationMs: 1000, chapters: [], passages: [] });
  const { body } = render(ScoreRows, { props: { layout: whole, hrefOf: () => '#', untitled: 'Whole recording' } });
  expect(body.match(/<li/g)).toHaveLength(1);
  expect(body).toContain('Whole recording');
});
