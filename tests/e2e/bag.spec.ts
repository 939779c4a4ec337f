import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'acervo-bag-'));
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

test(
  'an archive that has left is read from its folder, without a server and without network',
  { tag: '@once' },
  async ({ page }) => {
    const bag = join(dir, 'bag');
    const env = { ...process.env, DATA_DIR: join(root, 'test-results/data') };
    execFileSync(process.execPath, ['build/cli.js', 'export', bag], { cwd: root, env, stdio: 'ignore' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('requestfailed', (request) => {
      // a video that the page is left for
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(request.url());
    });
    await page.goto(pathToFileURL(join(bag, 'data/index.html')).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Grabaciones' })).toBeVisible();
    await page
      .locator('#en')
      .getByRole('link', { name: /recording/i })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Transcript', exact: true })).toBeVisible();
    expect(await page.locator('#en p time').count()).toBeGreaterThan(10);
    const video = page.locator('video').first();
    await video.evaluate((film: HTMLVideoElement) => film.load());
    // the file itself plays, from the disk
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.duration)).toBeGreaterThan(10);
    await expect(
      page
        .locator('#en')
        .getByRole('link', { name: /captions, version 1/ })
        .first()
    ).toBeVisible();
    await page.locator('#en dd a').first().click();
    await expect(page.locator('#es h1')).toBeVisible();
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(problems).toEqual([]);
  }
);
