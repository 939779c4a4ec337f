import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '#lib/domain/access/routes.ts';

const folder = new URL('../../../routes/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('+'));
const routeOf = (path: string) => `/${dirname(path)}`.replace(/\/\.$/, '/').replace(/\/\([^)]*\)/g, '') || '/';
const sourceOf = (path: string) => readFileSync(new URL(path, folder), 'utf8');

/** The methods of a +server.ts, as it exports them: directly, or by `export { serve as POST }`. */
const serverMethods = (source: string) =>
  [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b|\bas ([A-Z]+)\b(?=[^;]*};?$)/gm)].map(
    ([, direct, renamed]) => direct ?? renamed ?? ''
  );

/** The names in `export const actions = { name: … }`, which stand at the first level of indentation. */
function actionMethods(source: string): string[] {
  const body = /^export const actions\b[^{]*\{\n([\s\S]*?)^\}/m.exec(source)?.[1] ?? '';
  const names = [...body.matchAll(/^ {2}(?:async )?(\w+)\b/gm)].map(([, name]) => name);
  return names.map((name) => (name === 'default' ? 'POST' : `POST ?/${name}`));
}

function methodsIn(path: string): string[] {
  if (path.endsWith('+server.ts')) return serverMethods(sourceOf(path));
  if (/\+page\.(svelte|ts)$/.test(path)) return ['GET'];
  return path.endsWith('+page.server.ts') ? ['GET', ...actionMethods(sourceOf(path))] : [];
}

const found = new Map<string, Set<string>>();
for (const path of files) {
  const methods = methodsIn(path);
  if (methods.length === 0) continue;
  found.set(routeOf(path), new Set([...(found.get(routeOf(path)) ?? []), ...methods]));
}

test('routes are found at all', () => {
  expect(found.get('/[lang=locale]/recordings/[slug]')).toEqual(new Set(['GET']));
  expect(found.size).toBeGreaterThan(3);
});

test.each([...found])('%s has its row in the authorisation matrix, with every method', (route, methods) => {
  expect(Object.keys(routes[route] ?? {}).sort()).toEqual([...methods].sort());
});

test('no row is without a route', () => {
  expect(Object.keys(routes).filter((route) => !found.has(route))).toEqual([]);
});

test('actions and methods are seen in the ways in which they are written', () => {
  expect(serverMethods('export const GET = 1;\nexport { serve as POST, serve as PATCH };')).toEqual([
    'GET',
    'POST',
    'PATCH'
  ]);
  expect(
    actionMethods(
      'export const actions = {\n  default: async () => {\n    a: 1\n  },\n  publish: () => 1\n} satisfies Actions;'
    )
  ).toEqual(['POST', 'POST ?/publish']);
});
