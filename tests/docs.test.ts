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

const words = new URL('src/lib/domain/i18n/messages/', root);
const wordsIn = (language: string): string =>
  readdirSync(words)
    .filter((name) => name.endsWith(`.${language}.ts`))
    .map((name) => readFileSync(new URL(name, words), 'utf8'))
    .join('\n');

test.each([
  ['organizing.md', 'en'],
  ['organizar.md', 'es']
])('%s quotes what stands on the screen', (page, language) => {
  const text = readFileSync(new URL(`docs/${page}`, root), 'utf8').replaceAll(/`[^`]*`/g, '');
  const quoted = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words.replaceAll(/\s+/g, ' '));
  const said = wordsIn(language);
  const unknown = quoted.filter((phrase) => !said.includes(`'${phrase}'`));
  expect(quoted.length).toBeGreaterThan(50);
  expect(unknown).toEqual([]);
});
