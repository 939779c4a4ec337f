import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/page.ts';

// The same pages with material that is unlike the first archive's, on a server of their own.
test.describe.configure({ mode: 'default' });

// the desk's server and the one that is being set up have the two ports between
const port = Number(process.env.TEST_PORT ?? 4173) + 3;
const origin = `http://localhost:${String(port)}`;
const folder = join('test-results', 'other-material');
const env = {
  ...process.env,
  DATABASE_URL: undefined,
  PUBLIC_URL: origin,
  PORT: String(port),
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'warn'
};
let server: ChildProcess;

const run = (...command: string[]) => {
  const done = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.stdout}${done.stderr}`);
};

test.beforeAll(async () => {
  test.setTimeout(90_000);
  rmSync(folder, { recursive: true, force: true });
  run('tests/support/other-material.mjs', join(folder, 'seed'));
  run('build/cli.js', 'import', join(folder, 'seed'), '--publish');
  server = spawn(process.execPath, ['build/start.js'], { env, stdio: 'ignore' });
  await expect(async () => {
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  }).toPass({ timeout: 20_000 });
});
test.afterAll(() => server.kill());

test.use({ baseURL: origin });

test('names of 120 letters, eighty sponsors and forty stops fit from 320 to 1280 pixels @once', async ({ page }) => {
  const paths = ['', '/events', '/events/stop-1', '/events/stop-7', '/events/stop-8', '/series/long-tour'];
  const more = ['/organizations', '/organizations/org-79', '/organizations/org-80', '/people/person-1', '/recordings'];
  for (const path of [...paths, ...more]) {
    await page.goto(`/en${path}`);
    for (const width of [320, 768, 1000, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} at ${String(width)}`).toBeLessThanOrEqual(width);
    }
  }
});

test('sponsors keep their order to the eightieth, and long lists have pages @once', async ({ page }) => {
  await page.goto('/en/events/stop-1');
  const names = await page.locator('.runin a').allTextContents();
  expect(names).toHaveLength(80);
  expect(names.slice(0, 3)).toEqual(['ORG 1', 'ORG 2', 'ORG 3']);
  await page.goto('/en/recordings');
  await expect(page.locator('.ledger > li')).toHaveCount(50);
  for (let number = 2; number <= 6; number++) {
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(new RegExp(`page=${String(number)}$`));
  }
  await expect(page.getByRole('link', { name: 'Next page' })).toHaveCount(0);
});

test('what is missing is said, not left out and not made up @once', async ({ page }) => {
  await page.goto('/en/events/bare');
  // its title exists in Spanish only, and the page says so
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'es');
  await expect(page.getByText('(only in Spanish so far)').first()).toBeVisible();
  await expect(page.getByText('The day and the venue are not in the sources that we hold.')).toBeVisible();
  for (const [path, words] of [
    ['/en/campaign', 'No campaign has been published here yet.'],
    ['/en/act', 'No action has been published here yet.'],
    ['/en/timeline', 'There is no timeline yet.'],
    ['/en/sources', 'No source has been named yet.']
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
  }
});

test('nothing to object for axe @once', async ({ page }) => {
  for (const path of ['/en', '/en/series/long-tour', '/en/events/bare', '/en/people/person-2']) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id }) => id),
      path
    ).toEqual([]);
  }
});
