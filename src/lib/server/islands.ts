import { existsSync, readFileSync } from 'node:fs';
import { fromSource, root } from '#lib/server/root.ts';

/** A script of src/islands as a page links it: its address, and what it imports at once, to be fetched beside it. */
export interface Island {
  src: string;
  imports: string[];
}

/** What the build notes of each, see vite.config.ts; paths below build/client. */
type Notes = Record<string, { file: string; imports: string[] } | undefined>;

let notes: Notes | null = null;

function readNotes(): Notes {
  const file = new URL('build/client/_app/islands.json', root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Notes) : {};
}

/** Null when the build has none of this name: the page is whole without. */
export function islandOf(name: string): Island | null {
  if (fromSource) return { src: `/src/islands/${name}.ts`, imports: [] };
  notes ??= readNotes();
  const built = notes[name];
  return built ? { src: `/${built.file}`, imports: built.imports.map((file) => `/${file}`) } : null;
}
