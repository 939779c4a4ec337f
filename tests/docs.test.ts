import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const inDocs = readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...inDocs.filter((name) => name.endsWith('.md'))];

const linksIn = (page: string): string[] =>
  [...readFileSync(new URL(page, root), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');

test.each(pages)('%s leads to nothing that is not there', (page) => {
  const own = linksIn(page).filter((link) => !/^(https?:|mailto:|#)/.test(link));
  const broken = own.filter((link) => !existsSync(new URL(link.split('#')[0] ?? '', new URL(page, root))));
  expect(broken).toEqual([]);
});

test('decisions are numbered once each', () => {
  const numbers = readdirSync(new URL('docs/decisions/', root)).map((name) => name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});
