import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { browserFloor } from './vite.floor.ts';

const folder = new URL('src/islands/', import.meta.url);
const out = new URL('build/client/', import.meta.url);
const entries = readdirSync(folder).map((file) => [basename(file, '.ts'), new URL(file, folder).pathname]);

/** Notes for lib/server/islands.ts which file is which and what it imports, and packs the files as the adapter packs its own. */
const noteAndPack = (): Plugin => ({
  name: 'acervo:islands',
  writeBundle(_, bundle) {
    const importsOf = (file: string, seen: Set<string>): Set<string> => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') return seen;
      for (const each of chunk.imports.filter((name) => !seen.has(name))) importsOf(each, seen.add(each));
      return seen;
    };
    const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk');
    const notes = chunks
      .filter((chunk) => chunk.isEntry)
      .map(({ name, fileName }) => [name, { file: fileName, imports: [...importsOf(fileName, new Set())] }]);
    writeFileSync(new URL('_app/islands.json', out), JSON.stringify(Object.fromEntries(notes)));
    for (const { fileName } of chunks) {
      const file = new URL(fileName, out);
      const bytes = readFileSync(file);
      writeFileSync(`${file.pathname}.br`, brotliCompressSync(bytes));
      writeFileSync(`${file.pathname}.gz`, gzipSync(bytes, { level: 9 }));
    }
  }
});

/**
 * Scripts of pages that are not hydrated, in files of their own: from a build apart they carry only as much of Svelte as they use
 * (docs/decisions/0009-transcript-once.md).
 */
export default defineConfig({
  plugins: [svelte({ configFile: false }), browserFloor(), noteAndPack()],
  publicDir: false,
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    target: ['chrome87', 'firefox91', 'safari14'],
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(entries),
      output: {
        entryFileNames: '_app/immutable/islands/[name].[hash].js',
        chunkFileNames: '_app/immutable/islands/[hash].js'
      }
    }
  }
});
