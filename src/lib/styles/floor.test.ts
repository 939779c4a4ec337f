import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beyondTheFloor } from '../../../vite.floor.ts';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

test.each(sheets)('%s asks for nothing beyond the browser floor', (name) => {
  const found = beyondTheFloor.filter(([, pattern]) => pattern.test(textOf(name))).map(([feature]) => feature);
  expect(found).toEqual([]);
});

test('the four faces weigh no more than 236 kB, swap, and carry their licences', () => {
  const fonts = new URL('fonts/', folder);
  const names = readdirSync(fonts);
  const faces = names.filter((name) => name.endsWith('.woff2'));
  expect(faces).toHaveLength(4);
  expect(faces.reduce((sum, name) => sum + statSync(new URL(name, fonts)).size, 0)).toBeLessThanOrEqual(236_000);
  expect(names.filter((name) => name.startsWith('OFL-'))).toHaveLength(2);
  expect(textOf('tokens.css').match(/font-display: swap/g)).toHaveLength(4);
});
