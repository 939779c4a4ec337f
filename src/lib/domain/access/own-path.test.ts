import { expect, test } from 'vitest';
import { ownPath } from '#lib/domain/access/own-path.ts';

test.each([
  '/en/../..//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2e%2e//evil.example',
  '/en/..//..//evil.example/x',
  '//evil.example',
  '/\\evil.example',
  '/%2fevil.example',
  '/%252fevil.example',
  '/\t/evil.example',
  'https://evil.example',
  'evil.example',
  ''
])('%j leads to no other site', (next) => {
  const path = ownPath(next);
  expect(path === null || new URL(path, 'https://archive.example').origin === 'https://archive.example').toBe(true);
  expect(path ?? '/').not.toMatch(/^\/[/\\]/);
});

test.each(['/en', '/en/manage?x=1', '/es/gestion/actividades/x'])('%j is ours', (next) => {
  expect(ownPath(next)).toBe(next);
});
