import { readdirSync, readFileSync } from 'node:fs';
import { fromSource, root } from '#lib/server/root.ts';

/** A script of src/islands as a page links it: its address, and what it imports at once, to be fetched beside it. */
export interface Island {
  src: string;
  imports: string[];
}

const folder = '_app/immutable/entry/';
const found = new Map<string, Island | null>();

function findBuilt(name: string): Island | null {
  const client = new URL('build/client/', root);
  const file = readdirSync(new URL(folder, client)).find((each) => each.startsWith(`${name}.`) && each.endsWith('.js'));
  if (!file) return null;
  const text = readFileSync(new URL(folder + file, client), 'utf8');
  const imports = [...text.matchAll(/from\s*["'](\.\.\/[\w./-]+\.js)["']/g)].map(([, path = '']) => path);
  const at = (path: string) => new URL(path, `http://x/${folder}`).pathname;
  return { src: `/${folder}${file}`, imports: [...new Set(imports)].map(at) };
}

/** Null when the build has none of this name: the page is whole without. */
export function islandOf(name: string): Island | null {
  if (fromSource) return { src: `/src/islands/${name}.ts`, imports: [] };
  const known = found.get(name);
  if (known !== undefined) return known;
  const island = findBuilt(name);
  found.set(name, island);
  return island;
}
