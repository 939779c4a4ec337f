import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** What Chrome 87, Safari 14 or Firefox 91 does not know and would cost the page its shape (support tables of MDN). */
const beyondTheFloor: [name: string, pattern: RegExp][] = [
  [':has()', /:has\(/],
  [':is() and :where()', /:(is|where)\(/],
  [':not() with a list', /:not\([^)]*,/],
  ['nesting', /(^|[{;])\s*&/m],
  ['container queries', /@container|container-type/],
  ['cascade layers', /@layer/],
  ['color-mix(), oklch() and relatives', /color-mix\(|ok(lch|lab)\(|\blab\(|\blch\(/],
  ['inset as a shorthand', /^\s*inset:/m],
  ['aspect-ratio', /aspect-ratio\s*:/],
  ['logical shorthands', /(margin|padding|border)-(inline|block)\s*:/],
  ['range syntax in media queries', /@media[^{]*[<>]/],
  ['dynamic viewport units', /\d(dvh|svh|lvh|dvw)\b/],
  ['subgrid', /subgrid/],
  ['light-dark()', /light-dark\(/]
];

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
