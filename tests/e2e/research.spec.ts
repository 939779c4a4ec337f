import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { XMLValidator } from 'fast-xml-parser';
import { basketMessages } from '#lib/domain/i18n/messages/basket.ts';
import { concordanceMessages } from '#lib/domain/i18n/messages/concordance.ts';
import { corpusMessages } from '#lib/domain/i18n/messages/corpus.ts';
import { letterToolMessages } from '#lib/domain/i18n/messages/letter-tool.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { expect, test } from '../support/page.ts';

const recording = {
  en: '/en/recordings/2020-06-10-recording-june-webinar',
  es: '/es/grabaciones/2020-06-10-grabacion-seminario-de-junio'
} as const;
const letter = { en: '/en/act', es: '/es/participar' } as const;
const search = { en: '/en/search', es: '/es/buscar' } as const;
const word = { en: 'asylum', es: 'asilo' } as const;

/** axe is a script itself: where none runs, the same page with script has been looked at. */
async function noFaults(page: Page, javaScriptEnabled = true) {
  if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

async function openLetter(page: Page, lang: Locale) {
  await page.goto(letter[lang]);
  await page
    .getByRole('link', { name: lang === 'en' ? /newspaper|editor/i : /periódico|redacción|prensa/i })
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Quotes the passage at this place by keyboard and puts it into the bibliography. */
async function collect(page: Page, lang: Locale, place: number) {
  const time = page.locator('.passage .tc').nth(place);
  await time.focus();
  await page.keyboard.press('q');
  const bar = page.locator('.quote');
  await bar.getByRole('button', { name: basketMessages(lang).add }).click();
  await expect(bar.getByRole('button', { name: basketMessages(lang).added })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
}

test('quotes are collected, put in order by button, taken along in every form, and used in a letter @script', async ({
  page,
  lang
}) => {
  test.setTimeout(90_000);
  const m = basketMessages(lang);
  await page.goto(recording[lang]);
  await page.locator('.tx-find').waitFor();
  await collect(page, lang, 1);
  await collect(page, lang, 3);
  await page.goto(`/${lang}/${lang === 'en' ? 'bibliography' : 'bibliografia'}`);
  const entries = page.locator('#basket ol > li');
  await expect(entries).toHaveCount(2);
  const first = await entries.nth(0).locator('blockquote').innerText();
  await entries.nth(0).getByRole('button').nth(1).press('Enter');
  await expect(entries.nth(1).locator('blockquote')).toHaveText(first);
  await entries.nth(0).dragTo(entries.nth(1));
  await expect(entries.nth(0).locator('blockquote')).toHaveText(first);
  await noFaults(page);
  for (const [name, expected] of [
    [m.save('BibTeX'), '@misc{'],
    [m.save('RIS'), 'TY  - VIDEO'],
    [m.save('CSL-JSON'), '"type": "motion_picture"'],
    [m.save(m.markdown), '> '],
    [m.save(m.document), '<blockquote']
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    expect(await readFile(await (await download).path(), 'utf8'), name).toContain(expected);
  }
  // the list is still there in another page, and the letter offers its quotes
  const t = letterToolMessages(lang);
  await openLetter(page, lang);
  const tool = page.locator('#letter-tool');
  await expect(tool.getByText(first)).toBeVisible();
  await tool.locator('aside .fact').filter({ hasText: first }).getByRole('button', { name: t.add }).click();
  await expect(tool.locator('[data-letter]')).toContainText(first);
  await expect(tool.locator('[data-letter]')).toContainText('/q/');
});

test('a letter is filled in, counted against the limit, saved and drafted as mail; nothing is sent @script', async ({
  page,
  lang
}) => {
  const t = letterToolMessages(lang);
  await openLetter(page, lang);
  const tool = page.locator('#letter-tool');
  const written = tool.locator('[data-letter]');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await tool.locator('#blank-writer_name').fill('Ana $& <b>');
  await tool.locator('#blank-writer_phone').fill('555-0100');
  await expect(written).toContainText('Ana $& <b>');
  await tool.locator('#letter-limit').selectOption('150');
  await expect(tool.locator('.count')).toContainText(t.words(0, 150).replace(/^0/, ''));
  await tool.getByRole('button', { name: t.add }).first().click();
  await expect(tool.getByText(t.inserted)).toBeVisible();
  await tool.locator('#letter-text').fill('x '.repeat(160));
  await expect(tool.locator('.count')).toContainText(t.over(10));
  const draft = await tool.getByRole('link', { name: t.mail }).getAttribute('href');
  expect(draft).toMatch(/^mailto:\?subject=/);
  const download = page.waitForEvent('download');
  await tool.getByRole('button', { name: t.save }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('x x x');
  await tool.locator('#letter-language').selectOption(lang === 'en' ? 'es' : 'en');
  await expect(written).toContainText(lang === 'en' ? 'A la redacción' : 'To the Editor');
  await noFaults(page);
  expect(sent.filter((request) => !request.includes('blob:'))).toEqual([]);
  await expect(page.locator('main form')).toHaveCount(0);
});

test('each word of a search stands in its context, sorted, counted, and can be followed', async ({
  page,
  lang,
  request,
  javaScriptEnabled
}) => {
  const m = concordanceMessages(lang);
  await page.goto(`${search[lang]}?q=${word[lang]}`);
  await page.getByRole('link', { name: m.link }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(m.titleOf(word[lang]));
  await expect(page.getByText(m.all)).toBeVisible();
  const rows = page.locator('.kwic tbody tr');
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  await page.getByLabel(m.order).selectOption('right');
  await page.getByRole('button', { name: m.sort }).click();
  await expect(page).toHaveURL(/sort=right/);
  await expect(rows).toHaveCount(count);
  const right = (await rows.locator('td:nth-child(3)').allInnerTexts()).map((text) =>
    text.trim().toLowerCase().replace(/^\W+/, '')
  );
  expect(right[0]?.localeCompare(right.at(-1) ?? '') ?? 0).toBeLessThanOrEqual(0);
  await expect(page.getByRole('img', { name: new RegExp(m.countsOf.languages) })).toBeVisible();
  await noFaults(page, javaScriptEnabled);
  const feed = await page.getByRole('link', { name: m.feeds.rss }).getAttribute('href');
  const answer = await request.get(feed ?? '');
  expect(XMLValidator.validate(await answer.text())).toBe(true);
  expect((await request.get(feed?.replace(/q=\w+/, 'q=') ?? '')).status()).toBe(400);
});

test('what needs script says so, and leads to what does not', async ({ page, lang, javaScriptEnabled, request }) => {
  test.skip(javaScriptEnabled !== false, 'of pages without script');
  const t = letterToolMessages(lang);
  await page.goto(`/${lang}/${lang === 'en' ? 'bibliography' : 'bibliografia'}`);
  await expect(page.getByText(basketMessages(lang).needsScript)).toBeVisible();
  await openLetter(page, lang);
  await expect(page.getByText(t.noScript)).toBeVisible();
  await expect(page.getByText(lang === 'en' ? 'To the Editor:' : 'A la redacción:').first()).toBeVisible();
  const file = await page.getByRole('link', { name: t.download }).first().getAttribute('href');
  expect(await (await request.get(file ?? '')).text()).toContain(lang === 'en' ? 'To the Editor:' : 'A la redacción:');
  await expect(page.locator('main form')).toHaveCount(0);
});

test('the corpus says what it holds, and comes as a ZIP', async ({ page, lang, request, javaScriptEnabled }) => {
  const m = corpusMessages(lang);
  await page.goto(`/${lang}/corpus`);
  await expect(page.getByText(m.nothing)).toBeVisible();
  await page.getByLabel(m.standIns).check();
  await page.getByRole('button', { name: m.count }).click();
  await expect(page.getByText(m.nothing)).toBeHidden();
  await noFaults(page, javaScriptEnabled);
  const zip = await request.get(`/${lang}/corpus.zip?standIns=include`);
  expect((await zip.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect((await request.get(`/${lang}/corpus.zip`)).status()).toBe(404);
  expect((await request.get(`/${lang}/corpus.zip?year=x`)).status()).toBe(400);
});

test('cards and podcasts are what their pages say @once', async ({ page, request }) => {
  await page.goto(recording.en);
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  const image = await request.get(new URL(card ?? '').pathname);
  expect(image.headers()['content-type']).toBe('image/png');
  expect((await request.get('/en/events/nothing/card.png')).status()).toBe(404);
  await page.goto('/en/recordings');
  const feed = await page
    .getByRole('link', { name: /^Podcast/ })
    .first()
    .getAttribute('href');
  const answer = await request.get(feed ?? '');
  expect(XMLValidator.validate(await answer.text())).toBe(true);
  expect((await request.get((feed ?? '').split('?')[0] ?? '')).status()).toBe(404);
});
