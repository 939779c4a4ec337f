import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';

// The import rules of docs/architecture.md, asked of the configuration itself: a pattern that matches nothing looks
// exactly like a rule that nobody breaks.
const eslint = new ESLint();

interface Config {
  rules: Record<string, [severity: number, options?: { patterns: { regex: string }[] }]>;
}

async function configOf(file: string): Promise<Config> {
  return (await eslint.calculateConfigForFile(file)) as Config;
}

// the first question loads every plugin
beforeAll(() => configOf('src/start.ts'), 60_000);

async function isAllowed(file: string, imported: string): Promise<boolean> {
  const { rules } = await configOf(file);
  const patterns = rules['no-restricted-imports']?.[1]?.patterns ?? [];
  return !patterns.some(({ regex }) => new RegExp(regex, 'u').test(imported));
}

test.each([
  ['src/lib/domain/captions/cue.ts', '#lib/domain/recordings/types.ts', true],
  ['src/lib/domain/captions/cue.ts', 'node:fs', false],
  ['src/lib/domain/captions/cue.ts', '#lib/server/errors.ts', false],
  ['src/lib/domain/captions/cue.ts', '#lib/components/ui/Text.svelte', false],
  ['src/lib/domain/captions/cue.ts', '$app/state', false],
  ['src/lib/domain/captions/cue.ts', '../../../lib/server/errors.ts', false],
  ['src/lib/components/ui/Text.svelte', '#lib/domain/i18n/locale.ts', true],
  ['src/lib/components/ui/Text.svelte', '$app/state', true],
  ['src/lib/components/ui/Text.svelte', '$app/server', false],
  ['src/lib/components/ui/Text.svelte', '#lib/server/recordings/index.ts', false],
  ['src/lib/components/player/player.svelte.ts', 'node:fs', false],
  ['src/lib/server/people/store.ts', '#lib/server/db/open.ts', true],
  ['src/lib/server/people/store.ts', '#lib/server/access/index.ts', true],
  ['src/lib/server/people/store.ts', '#lib/server/people/service.ts', true],
  ['src/lib/server/people/store.ts', '#lib/server/events/index.ts', false],
  ['src/lib/server/people/store.ts', '#lib/server/http/answers.ts', false],
  ['src/lib/server/people/store.ts', '@sveltejs/kit', false],
  ['src/lib/server/people/store.ts', '#lib/components/ui/Text.svelte', false],
  ['src/lib/server/people/store.ts', '#lib/server/jobs/queue.ts', true],
  ['src/lib/server/people/store.ts', '#lib/server/jobs/registry.ts', false],
  ['src/lib/server/recordings/service.ts', '#lib/server/people/index.ts', true],
  ['src/lib/server/recordings/service.ts', '#lib/server/people/store.ts', false],
  ['src/lib/server/recordings/service.ts', '#lib/server/search/index.ts', false],
  ['src/lib/server/jobs/registry.ts', '#lib/server/search/jobs.ts', true],
  ['src/lib/server/http/app.ts', '@sveltejs/kit', true],
  ['src/lib/server/http/app.ts', '#lib/server/jobs/registry.ts', true],
  ['src/lib/server/http/app.ts', '#lib/components/ui/Text.svelte', false],
  ['src/cli/import.ts', '#lib/server/import/index.ts', true],
  ['src/cli/import.ts', '#lib/server/http/answers.ts', false],
  ['src/cli/import.ts', '$app/state', false],
  ['src/routes/+page.server.ts', '#lib/server/recordings/index.ts', true],
  ['src/routes/+page.server.ts', 'lucia', false],
  ['src/lib/server/http/handles.ts', 'lucia', false],
  ['src/lib/server/people/store.ts', '@lucia-auth/adapter-drizzle', false],
  ['src/lib/server/auth/session.ts', 'lucia', true]
])('%s imports %s: %s', async (file, imported, allowed) => {
  expect(await isAllowed(file, imported)).toBe(allowed);
});

test('no module may import in a circle', async () => {
  const { rules } = await configOf('src/lib/domain/captions/cue.ts');
  expect(rules['import-x/no-cycle']?.[0]).toBe(2);
});
