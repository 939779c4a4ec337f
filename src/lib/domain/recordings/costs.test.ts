import { expect, test } from 'vitest';
import { costsOf, smallestPicture } from '#lib/domain/recordings/costs.ts';
import type { RecordingView, SoundView, TextTrackView } from '#lib/domain/recordings/view.ts';

const file = (url: string, bytes: number) => ({ url, bytes, mimeType: 'video/mp4' });
const sound = (more: Partial<SoundView>): SoundView => ({
  ...{ id: 'floor', role: 'original', language: 'es', label: 'Original', method: 'recorded', derivedFrom: [] },
  ...{ held: true, standIn: false, existedLive: null, recorded: null, silences: [], rights: null },
  ...{ video: null, audio: null, opus: null },
  ...more
});
const text = (language: string, bytes: number, isReading: boolean): TextTrackView => ({
  ...{ id: `cap-${language}`, kind: 'captions', role: 'original', language, label: language, timedTo: null },
  ...{ method: 'typed', derivedFrom: [], reviewedBy: null, held: true, standIn: false, existedLive: null },
  ...{ writesSounds: null, writesSpeakers: null, rights: null, version: null, steps: [], isReading },
  files: [
    { format: 'vtt', url: `/captions/${language}.vtt`, bytes: bytes * 2 },
    { format: 'txt', url: `/captions/${language}.txt`, bytes }
  ]
});
const view = (
  more: Partial<RecordingView>
): Pick<RecordingView, 'sounds' | 'textTracks' | 'durationMs' | 'smallestPicture'> => ({
  ...{ sounds: [], textTracks: [], durationMs: 1_200_000, smallestPicture: null },
  ...more
});

test('every choice has its cost for the whole and for ten minutes, the cheapest first', () => {
  const whole = view({
    sounds: [
      sound({
        video: { ...file('/film.mp4', 90_000_000), width: 854, height: 480 },
        audio: file('/sound.m4a', 10_000_000)
      })
    ],
    textTracks: [text('es', 40_000, true), text('en', 30_000, true)],
    smallestPicture: { size: '240p', bytes: 20_000_000 }
  });
  expect(costsOf(whole, 'floor', 'en')).toEqual([
    { kind: 'transcript', bytes: 30_000, per10Minutes: 15_000, url: '/captions/en.txt', size: null },
    { kind: 'sound', bytes: 10_000_000, per10Minutes: 5_000_000, url: '/sound.m4a', size: null },
    { kind: 'stream', bytes: 30_000_000, per10Minutes: 15_000_000, url: null, size: '240p' },
    { kind: 'film', bytes: 90_000_000, per10Minutes: 45_000_000, url: '/film.mp4', size: '480p' }
  ]);
});

test('nothing is said of what is not known', () => {
  expect(costsOf(view({}), 'floor', 'en')).toEqual([]);
  // the sound of the stream is not known, so neither is the stream
  const film = view({
    sounds: [sound({ video: { ...file('/f.mp4', 500), width: null, height: null } })],
    textTracks: [text('qu', 5, false)],
    durationMs: null,
    smallestPicture: { size: '240p', bytes: 1 }
  });
  expect(costsOf(film, 'floor', 'es')).toEqual([
    { kind: 'film', bytes: 500, per10Minutes: null, url: '/f.mp4', size: null }
  ]);
});

test('a transcript in another language is better than none', () => {
  expect(costsOf(view({ textTracks: [text('qu', 5, true)] }), '', 'es').map(({ url }) => url)).toEqual([
    '/captions/qu.txt'
  ]);
});

test('the smallest picture of a stream is found by its folder, sounds are no pictures', () => {
  const at = (name: string, bytes: number) => ({ key: `productions/x/hls/${name}/media.mp4`, bytes });
  expect(smallestPicture([at('a0', 1), at('v480p', 9), at('v240p', 5)])).toEqual({ size: '240p', bytes: 5 });
  expect(smallestPicture([at('a0', 1), { key: 'other/hls/720.ts', bytes: 3 }])).toBeNull();
});
