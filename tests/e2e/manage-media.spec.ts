import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { hasFfmpeg, makeClip } from '../support/clips.ts';
import { expect, test } from '../support/sign-in.ts';

test.skip(!hasFfmpeg, 'ffmpeg is not here');
// a production is made on the way, by ffmpeg, on a machine that others use too
test.describe.configure({ timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'acervo-e2e-media-'));
const patient = { timeout: 90_000 };

/** A recording of its own for each test, with a stand-in of some seconds. */
function insertStandIn(id: string): void {
  const home = join(folder, id, 'recordings', id);
  mkdirSync(home, { recursive: true });
  makeClip(join(home, 'standin.mp4'), { seconds: 2, size: '160x120' });
  writeFileSync(join(home, 'standin.vtt'), 'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nPalabras provisionales.\n');
  writeFileSync(
    join(home, 'recording.yaml'),
    [
      `id: ${id}`,
      `slug: { en: ${id}, es: ${id} }`,
      `title: { en: Talk ${id}, es: Charla ${id} }`,
      'media_state: stand_in',
      'stand_in_made_on: 2026-01-01',
      'audio_tracks:',
      '  - { id: standin-es, role: original, language: es, held: true, stand_in: true }',
      'text_tracks:',
      '  - { id: standin-cc, kind: captions, role: original, language: es, held: true, stand_in: true, file: standin.vtt }',
      'media:',
      '  - { id: standin, kind: video, sound: standin-es, file: standin.mp4, stand_in: true }',
      ''
    ].join('\n')
  );
  const env = { ...process.env, DATA_DIR: 'test-results/data-desk' };
  const { status, stdout, stderr } = spawnSync('node', ['build/cli.js', 'import', join(folder, id), '--publish'], {
    env
  });
  expect(status, `${String(stdout)}${String(stderr)}`).toBe(0);
}

test('a recording and its interpretation are uploaded while the server starts again, made, looked at, and take the place of the stand-in', async ({
  page,
  as,
  lang,
  context,
  expectedErrors
}) => {
  const id = `media-${lang}-${String(Date.now())}`;
  insertStandIn(id);
  await as('publisher');
  await page.goto(pathIn(lang, 'manage', 'media', id));
  const film = makeClip(join(folder, `film-${id}.mp4`), { size: '426x240', seconds: 4, tones: [440] });
  const voice = makeClip(join(folder, `voice-${id}.mp3`), { picture: false, tones: [700], seconds: 4 });
  // the server is starting again when the first chunks come; the files arrive all the same
  expectedErrors.push(503);
  let drops = 2;
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH' && drops-- > 0)
      await route.fulfill({ status: 503, body: 'starting again' });
    else await route.continue();
  });
  await page
    .getByLabel('Choose files')
    .first()
    .locator('input')
    .or(page.locator('input[type=file]'))
    .first()
    .setInputFiles([film, voice]);
  const files = page.getByRole('region', { name: '1. Files' });
  await expect(files.locator('tbody tr').filter({ hasText: 'ready' })).toHaveCount(2, patient);
  const start = page.getByRole('region', { name: '2. What it is made of' });
  await start.getByLabel(/^Voice: voice/).selectOption('interpretation');
  await start.getByLabel(/^Voice: film/).selectOption('original');
  await start.getByLabel(/^Language: film/).fill('es');
  await start.getByLabel(/^Language: voice/).fill('en');
  await start.getByRole('button', { name: 'Prepare for visitors' }).click();
  const make = page.getByRole('region', { name: '3. Look at it, then show it' });
  await expect(make.getByText('Ready. Visitors do not see it yet.')).toBeVisible(patient);
  // a visitor still has the stand-in
  const visitor = await context.browser()?.newContext();
  const reader = await visitor?.newPage();
  const address = new URL(pathIn(lang, 'recordings', id), page.url()).href;
  await reader?.goto(address);
  await expect(reader?.getByText(/stand-in/i).first() ?? page.locator('x')).toBeVisible();
  await make.getByRole('button', { name: 'Show it to visitors' }).click();
  await expect(page.getByText('Visitors see it now.')).toBeVisible();
  await reader?.goto(address);
  await expect(reader?.getByText(/Original \(Spanish\)/).first() ?? page.locator('x')).toBeVisible();
  // the sizes of what was made are known, so what each choice costs is said, and other players get the stream
  await expect(reader?.locator('.costs') ?? page.locator('x')).toContainText(/Smallest video, \d+p: \d/);
  await expect(reader?.locator('#download a[href$="/all.m3u8"]') ?? page.locator('x')).toHaveCount(1);
  // stills of the moment under the pointer, once somebody turns to the player
  await expect(reader?.locator('.player.live') ?? page.locator('x')).toBeVisible();
  await reader?.locator('.player.live').hover();
  await expect(reader?.locator('.controls [aria-pressed]') ?? page.locator('x')).toBeVisible();
  await reader?.locator('#player .rail').hover();
  await reader?.locator('#player .rail').hover({ position: { x: 40, y: 20 } });
  await expect(reader?.locator('.still div') ?? page.locator('x')).toHaveCSS('background-image', /storyboard\/1\.jpg/);
  await expect(reader?.getByText('Palabras provisionales.') ?? page.locator('x')).toHaveCount(0);
  await visitor?.close();
});

test('without script: a form takes the file, a passage is left out, chapters are written @plain', async ({
  page,
  as,
  lang,
  expectedErrors
}) => {
  expectedErrors.push(422);
  const id = `plain-${String(Date.now())}-${String(Math.floor(Math.random() * 1e6))}`;
  insertStandIn(id);
  await as('publisher');
  const home = pathIn(lang, 'manage', 'media', id);
  await page.goto(home);
  const hasScript = (await page.getByText('or drop them here').count()) > 0;
  if (!hasScript) {
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('No file was chosen.');
    await page
      .getByLabel('Choose a file')
      .setInputFiles(makeClip(join(folder, `${id}.mp3`), { picture: false, seconds: 2 }));
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(page.getByRole('cell', { name: `${id}.mp3` })).toBeVisible();
    await expect(async () => {
      await page.goto(home);
      await expect(page.getByRole('region', { name: '1. Files' }).getByText('ready', { exact: true })).toBeVisible({
        timeout: 1000
      });
    }).toPass(patient);
  }
  const chapters = page.getByRole('region', { name: '6. Chapters' });
  await chapters.getByLabel('English').fill('0:00 Welcome\nwrong');
  await chapters.getByRole('button').click();
  await expect(chapters.getByText('Line 2 is not a time and a title.').first()).toBeVisible();
  await expect(chapters.getByLabel('English')).toHaveValue('0:00 Welcome\nwrong');
  await chapters.getByLabel('English').fill('0:00 Welcome\n0:01 Questions');
  await chapters.getByRole('button').click();
  await expect(page.getByText('The chapters were saved.')).toBeVisible();
  const omit = page.getByRole('region', { name: '5. Leave a passage out' });
  await omit.getByLabel('From').fill('0:00');
  await omit.getByLabel('To').fill('0:01');
  await omit.getByRole('button', { name: 'Leave it out' }).click();
  await expect(page.getByText('The passage is closed, and the recording is being made anew.')).toBeVisible();
  await expect(async () => {
    await page.goto(home);
    await expect(page.getByText('This is what visitors see.')).toBeVisible({ timeout: 1000 });
  }).toPass(patient);
});

test('a captioner has no business here @plain', async ({ page, as, lang }) => {
  await as('captioner');
  await page.goto(pathIn(lang, 'manage'));
  await expect(page.getByRole('link', { name: 'Add a recording' })).toHaveCount(0);
});
