import { expect, test } from 'vitest';
import { sharedLink } from '#lib/components/recordings/share.ts';

const path = '/es/grabaciones/junio';

test('a link to share holds the page, its language, and what was chosen', () => {
  const link = sharedLink('https://archive.example', { path, positionMs: 1_867_900, audio: 'en', captions: 'off' });
  expect(link).toBe('https://archive.example/es/grabaciones/junio?t=1867&audio=en&cc=off');
});

test('from the beginning it is short', () => {
  const beginning = { path, positionMs: null, audio: null, captions: null };
  expect(sharedLink('https://archive.example', beginning)).toBe('https://archive.example/es/grabaciones/junio');
  expect(sharedLink('https://archive.example', { ...beginning, positionMs: 400 })).toBe(
    'https://archive.example/es/grabaciones/junio'
  );
});
