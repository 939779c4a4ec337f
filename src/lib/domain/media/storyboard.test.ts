import { expect, test } from 'vitest';
import { readStoryboard, stillAt } from '#lib/domain/media/storyboard.ts';

const vtt = `WEBVTT

00:00:00.000 --> 00:00:04.000
1.jpg#xywh=0,0,160,90

00:00:04.000 --> 00:00:08.000
1.jpg#xywh=160,0,160,90

01:00:00.000 --> 01:00:02.500
2.jpg#xywh=320,90,160,90
`;

test('every still is read with its time and place', () => {
  const stills = readStoryboard(vtt);
  expect(stills).toHaveLength(3);
  expect(stills[1]).toEqual({ startMs: 4000, endMs: 8000, sheet: '1.jpg', x: 160, y: 0, width: 160, height: 90 });
  expect(stills[2]).toMatchObject({ startMs: 3_600_000, endMs: 3_602_500, sheet: '2.jpg', y: 90 });
  expect(readStoryboard(vtt.replaceAll('\n', '\r\n'))).toEqual(stills);
});

test('the still of a moment is found, the last one after the end, none where there are none', () => {
  const stills = readStoryboard(vtt);
  expect(stillAt(stills, 0)?.x).toBe(0);
  expect(stillAt(stills, 4000)?.x).toBe(160);
  expect(stillAt(stills, 9_999_999)?.sheet).toBe('2.jpg');
  expect(stillAt(readStoryboard('WEBVTT\n\nnothing'), 5)).toBeNull();
});
