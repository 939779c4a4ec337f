import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { importFolders } from '#lib/server/import/index.ts';
import { openTestArchive } from './support/factories.ts';
import { makeFolder } from './support/import.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Blocks that stand under the name of a file: `people.yaml`, then what is in it. */
function filesIn(markdown: string): Record<string, string> {
  const blocks = markdown.matchAll(/^`([\w./-]+)`\n\n```(?:yaml|text)\n([\s\S]*?)^```/gm);
  return Object.fromEntries([...blocks].map(([, name = '', content = '']) => [name, content]));
}

test('the example of docs/importing.md can be imported as it stands there', async () => {
  const files = filesIn(readFileSync(new URL('../docs/importing.md', import.meta.url), 'utf8'));
  const names = Object.keys(files).filter((name) => !name.startsWith('april/'));
  expect(names).toContain('recordings/a-talk/es.vtt');
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, files[name] ?? ''])));
  const archive = await openTestArchive();
  const report = await importFolders(archive.ctx, { folders: [folder.path], publish: true });
  await archive.close();
  folder.remove();
  expect(report.problems).toEqual([]);
  expect(report.outcomes.map(({ kind, did }) => `${kind} ${did}`).sort()).toEqual([
    'document made',
    'event made',
    'organization made',
    'person made',
    'recording made',
    'site made'
  ]);
});
