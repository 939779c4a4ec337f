import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { captionRefusals as en } from '#lib/domain/i18n/messages/workshop.en.ts';
import { captionRefusals as es } from '#lib/domain/i18n/messages/workshop.es.ts';
import { workshopMessages } from '#lib/domain/i18n/messages/workshop.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

/** Each test has a track of its own: a language that nobody else here writes, another one when it is tried again. */
const ownLanguage = (base: string, { retry }: TestInfo) => (retry === 0 ? base : `${base}-x-r${String(retry)}`);
const recording = 'recording-2020-04-16';
const captions = (lang: Locale, ...parts: string[]) => pathIn(lang, 'manage', 'captions', recording, ...parts);
const trackOf = (language: string) => `captions-${language.toLowerCase()}`;

/** Three cues, of which one is reversed and one has broken letters. */
const file = (word: string) => ({
  name: 'brought.vtt',
  mimeType: 'text/vtt',
  buffer: Buffer.from(
    `WEBVTT\n\n00:01.000 --> 00:03.000\n<v Narrator 1>Première phrase avec ${word}.\n\n00:07.000 --> 00:04.000\nDeuxiÃ¨me phrase.\n\n00:08.000 --> 00:11.000\nTroisième phrase.\n`
  )
});

async function firstRecording(page: Page, lang: Locale): Promise<void> {
  await page.goto(pathIn(lang, 'manage', 'captions'));
  await expect(page.locator(`a[href="${captions(lang)}"]`).first()).toBeVisible();
}

async function upload(page: Page, lang: Locale, language: string, word: string): Promise<void> {
  const m = workshopMessages(lang).upload;
  await page.goto(captions(lang, 'upload'));
  await page.getByLabel(m.file).setInputFiles(file(word));
  await page.getByLabel(m.track, { exact: false }).selectOption('');
  await page.locator('input[name="language"]').fill(language);
  await page.getByRole('button', { name: m.check }).click();
  await expect(page.getByRole('heading', { name: m.report, exact: false })).toBeVisible();
}

async function store(page: Page, lang: Locale, language: string): Promise<void> {
  await page.getByRole('button', { name: workshopMessages(lang).upload.store }).click();
  await expect(page).toHaveURL(captions(lang, trackOf(language), 'versions'));
}

const publishButton = (page: Page, lang: Locale) =>
  page.getByRole('button', { name: workshopMessages(lang).versions.publish, exact: true });

const readBy = (page: Page, lang: Locale, language: string, word: string) => ({
  download: async () => (await page.request.get(`/captions/${recording}/${trackOf(language)}.vtt`)).text(),
  found: async () => (await page.request.get(`${pathIn(lang, 'search')}/results.json?q=${word}`)).text()
});

test('a file is reported on, repaired, stored and published; one word is corrected, and the old version comes back @both', async ({
  page,
  lang,
  as
}, info) => {
  test.setTimeout(90_000);
  const [language, word, other] = [ownLanguage(lang === 'en' ? 'fr' : 'pt', info), `zarpa${lang}`, `quilla${lang}`];
  const all = workshopMessages(lang);
  await as('publisher');
  await firstRecording(page, lang);
  await upload(page, lang, language, word);

  await test.step('nothing is stored, and what is wrong is named', async () => {
    await expect(page.getByText(all.upload.nothingStored)).toBeVisible();
    await expect(page.getByText(all.checks.reversed.title).first()).toBeVisible();
    await expect(page.getByText(all.checks.mojibake.title).first()).toBeVisible();
    await expect(page.locator('.changes ins').first()).toContainText('Deuxième');
    await page.locator('input[name="offset"]').fill('+0.5');
    await page.getByRole('button', { name: all.upload.again }).click();
    await expect(page.locator('td', { hasText: '0:01.5' })).toBeVisible();
    await expect(page.getByText(all.checks.reversed.title)).toHaveCount(0); // it is a repair now, no longer a finding
  });
  await store(page, lang, language);
  await publishButton(page, lang).click();
  await expect(page.locator('.st.held')).toBeVisible();

  const { download, found } = readBy(page, lang, language, word);
  expect(await download()).toContain('00:04.500 --> 00:07.500\nDeuxième phrase.');
  await expect.poll(found).toContain(`phrase avec ${word}`);

  await test.step('correct one word in the editor', async () => {
    await page.goto(captions(lang, trackOf(language)));
    await page.locator('.rows .cue .tc').first().click();
    const area = page.locator('.rows textarea');
    await area.fill((await area.inputValue()).replace(word, other));
    await page.getByRole('button', { name: all.editor.save, exact: true }).click();
    await page.getByLabel(all.save.name).fill('un mot');
    await page.getByRole('button', { name: all.save.publish, exact: true }).click();
    await expect(page).toHaveURL(captions(lang, trackOf(language), 'versions'));
    expect(await download()).toContain(other);
    await expect.poll(found).not.toContain(`phrase avec ${word}`);
    await page.goto(pathIn(lang, 'recordings'));
    const href = await page.locator('a[href*="2020-04-16"]').first().getAttribute('href');
    await page.goto(`${String(href)}?read=${language}`);
    await expect(page.locator('#main')).toContainText(other);
    await page.goto(captions(lang, trackOf(language), 'versions'));
  });

  await test.step('see what changed, and publish the old version again', async () => {
    await page.getByRole('button', { name: all.versions.compare }).click();
    await expect(page.locator('.compared ins')).toHaveText(other);
    await expect(page.locator('.compared del')).toHaveText(word);
    await page.goBack();
    await page.getByRole('button', { name: all.versions.restore }).click();
    await expect(page.locator('.st.held')).toHaveCount(1);
    expect(await download()).toContain(word);
    await expect.poll(found).toContain(`phrase avec ${word}`);
  });
});

test('the editor is worked by keyboard alone, keeps what was written, and merges what two people did', async ({
  page,
  as,
  expectedErrors
}, info) => {
  expectedErrors.push(409);
  test.setTimeout(90_000);
  const language = ownLanguage('quc', info);
  const m = workshopMessages('en');
  await as('captioner');
  await upload(page, 'en', language, 'sol');
  await store(page, 'en', language);
  await expect(publishButton(page, 'en')).toHaveCount(0); // a captioner does not publish
  await page.goto(captions('en', trackOf(language)));
  await page.locator('.rows .cue .tc').first().focus();

  await page.keyboard.press('Enter');
  const area = page.locator('.rows textarea');
  await expect(area).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Encore');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.rows .cue')).toHaveCount(4);
  await expect(area).toHaveValue('Encore');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Control+m');
  await expect(page.locator('.rows .cue')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue('Première phrase avec sol.');
  await page.keyboard.press('Control+y');
  await expect(area).toHaveValue('Première phrase avec sol. Encore');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+Shift+BracketRight');
  await expect(page.locator('.time-field input').nth(1)).toHaveValue('0:07.1');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search').locator('input').first()).toBeFocused();
  await page.keyboard.type('troisieme');
  await page.keyboard.press('Enter');
  await expect(area).toHaveValue('Troisième phrase.');
  await expect(page.locator('[data-state="saved"]')).toBeVisible();

  await test.step('what was written is there after loading again', async () => {
    await page.reload();
    await expect(page.locator('.rows .cue').first()).toContainText('Encore');
  });
  await test.step('somebody else saves another version meanwhile', async () => {
    await as('editor');
    await page.goto(captions('en', trackOf(language), 'plain'));
    const text = page.getByLabel('WebVTT');
    await text.fill((await text.inputValue()).replace('sol', 'soleil').replace('Troisième', 'Dernière'));
    await page.getByRole('button', { name: m.save.keep }).click();
    await expect(page).toHaveURL(captions('en', trackOf(language), 'versions'));
    await as('captioner');
    await page.goto(captions('en', trackOf(language)));
    await expect(page.locator('.rows .cue').first()).toContainText('Encore');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: m.save.submit }).click();
    await page.getByRole('link', { name: m.save.mergeLink }).click();
    await page.getByLabel(m.merge.mine, { exact: false }).check();
    await page.getByRole('button', { name: m.merge.done }).click();
    await expect(page.locator('.rows .cue').first()).toContainText('sol. Encore');
    await expect(page.locator('.rows .cue').last()).toContainText('Dernière');
  });
});

test('without script the track is a text with the same report @plain', async ({ page, as, expectedErrors }, info) => {
  expectedErrors.push(422);
  const language = ownLanguage(info.project.name === 'no-js-desk' ? 'mam' : 'kek', info);
  const m = workshopMessages('en');
  await as('captioner');
  await upload(page, 'en', language, 'sol');
  await store(page, 'en', language);
  await page.goto(captions('en', trackOf(language), 'plain'));
  const text = page.getByLabel('WebVTT');
  await text.fill((await text.inputValue()).replace('Troisième phrase.', 'x'.repeat(50)));
  await page.getByRole('button', { name: m.plain.check }).click();
  await expect(page.getByText(m.checks['long-line'].title)).toBeVisible();
  await expect(text).toHaveValue(/x{50}/);
  await text.fill('not a caption file');
  await page.getByRole('button', { name: m.plain.saveDraft }).click();
  await expect(page.getByRole('alert')).toContainText(en['captions.no-signature']());
  await expect(text).toHaveValue('not a caption file');
  await text.fill('WEBVTT\n\n00:01.000 --> 00:02.000\nBien.');
  await page.getByRole('button', { name: m.save.submit }).click();
  await expect(page.locator('.st.wait')).toBeVisible();
});

test('files that are no captions are refused in words, and what was chosen stays @both', async ({
  page,
  lang,
  as,
  expectedErrors
}) => {
  expectedErrors.push(413, 422);
  const words = lang === 'es' ? es : en;
  const m = workshopMessages(lang).upload;
  await as('captioner');
  const hostile: [string, Buffer, string][] = [
    ['a.srt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), words['captions.not-captions']()],
    ['a.txt', Buffer.from('Acta de la reunión'), words['captions.no-times']()],
    ['a.vtt', Buffer.alloc(5 * 1024 * 1024 + 1, 'WEBVTT\n\n'), words['captions.too-large']()]
  ];
  for (const [name, buffer, sentence] of hostile) {
    await page.goto(captions(lang, 'upload'));
    await page.getByLabel(m.file).setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.locator('input[name="language"]').fill('it');
    await page.getByRole('button', { name: m.check }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.locator('input[name="language"]')).toHaveValue('it');
  }
});

test('no page of the workshop has a barrier that a machine finds @both', async ({ page, lang, as }) => {
  test.setTimeout(90_000);
  await as('publisher');
  await page.goto(captions(lang));
  const track = await page.locator('.row-links a').first().getAttribute('href');
  const paths = [pathIn(lang, 'manage', 'captions'), captions(lang), captions(lang, 'upload'), `${String(track)}`];
  for (const name of ['plain', 'versions', 'compare', 'merge'] as const) {
    const word = pathIn(lang, 'manage', name).split('/').pop() ?? '';
    paths.push(`${String(track)}/${word}${name === 'compare' ? '?from=1&to=1' : ''}`);
  }
  for (const path of paths) {
    await page.goto(path);
    if (path === track) {
      await page.locator('.rows .cue .tc').first().click();
      await page.getByRole('button', { name: workshopMessages(lang).editor.find }).click();
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
