import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

/** What axe finds; it needs script in the page. */
const faults = async (page: Page) => {
  if (test.info().project.use.javaScriptEnabled === false) return [];
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};
/** Projects run against the same archive at the same time. */
const ownName = (word: string, project: string) => `${word} ${project} ${Date.now().toString(36)}`;

async function newEvent(page: Page, lang: Locale, title: string): Promise<string> {
  await page.goto(pathIn(lang, 'manage', 'events', 'new'));
  await page.locator('#f-title-en').fill(title);
  await page.locator('#f-title-es').fill(`${title} (es)`);
  await page.locator('#f-date-value').fill('2027-05-01');
  await page.getByRole('button', { name: recordsMessages(lang).editor.saveDraft, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
const step = async (page: Page, lang: Locale, name: 'publish' | 'submit' | 'withdraw') =>
  page.getByRole('button', { name: recordsMessages(lang).steps[name], exact: true }).click();
const save = (page: Page, lang: Locale) =>
  page
    .locator('.desk-top')
    .getByRole('button', { name: recordsMessages(lang).editor.save, exact: true })
    .click();

test('an event is written in two languages, gets a sponsor found without accents, and is published @both @plain', async ({
  page,
  lang,
  as
}, { project }) => {
  const m = recordsMessages(lang);
  const isLive = project.use.javaScriptEnabled !== false;
  const title = ownName('Panel', project.name);
  await as('publisher');
  const id = await newEvent(page, lang, title);
  const box = page.locator('#f-organizations-q');
  await box.fill('association pop noj');
  if (isLive) {
    await page.locator('#f-organizations-q-list').getByRole('option').first().click();
  } else {
    await box.locator('xpath=../..').getByRole('button', { name: m.people.add }).click();
    await page.locator('#f-organizations-q-list').getByRole('button').first().click();
  }
  await expect(page.locator('#f-organizations-row .picked li')).toHaveCount(1);
  await save(page, lang);
  await expect(page.getByText(m.editor.savedDraft)).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await step(page, lang, 'publish');
  await expect(page.getByRole('link', { name: m.editor.publicPage })).toBeVisible();
  await page.getByRole('link', { name: m.editor.publicPage }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lang === 'es' ? `${title} (es)` : title);
  await expect(page.getByRole('main')).toContainText(/Pop\sNo['’]j/);
  expect(id).toMatch(/^panel-/);
});

test('a stop is cancelled: the outcome is shown first, then page, list, data and calendar say so @both @plain', async ({
  page,
  lang,
  as,
  request
}, { project }) => {
  const m = recordsMessages(lang);
  const title = ownName('Stop', project.name);
  await as('publisher');
  const id = await newEvent(page, lang, title);
  await step(page, lang, 'publish');
  await expect(page.getByRole('link', { name: m.editor.publicPage })).toBeVisible();
  const path = (await page.getByRole('link', { name: m.editor.publicPage }).getAttribute('href')) ?? '';
  await page.goto(pathIn(lang, 'manage', 'events', id, 'status'));
  const cancelled = eventMessages(lang).status.cancelled;
  await page.getByRole('radio', { name: cancelled }).check();
  await page.locator('#reason-en').fill('The hall is closed.');
  await page.locator('#reason-es').fill('El local está cerrado.');
  await page.getByRole('button', { name: m.status.look }).click();
  const outcome = page.getByRole('dialog');
  await expect(outcome).toContainText('STATUS:CANCELLED');
  await expect(outcome).toContainText('EventCancelled');
  expect(await faults(page)).toEqual([]);
  expect(await (await request.get(path)).text()).not.toContain('EventCancelled');
  await outcome.getByRole('button', { name: m.status.add(cancelled) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const html = await (await request.get(path)).text();
  expect(html).toContain('EventCancelled');
  expect(html).toContain(lang === 'es' ? 'El local está cerrado.' : 'The hall is closed.');
  expect(await (await request.get(`${path}/event.ics`)).text()).toContain('STATUS:CANCELLED');
  const list = await (await request.get(`${pathIn(lang, 'events')}?status=cancelled`)).text();
  expect(list).toContain(title);
});

test('two people edit the same text: the second sees both, chooses, and an old version comes back', async ({
  page,
  lang,
  as,
  context
}, { project }) => {
  const m = recordsMessages(lang);
  const title = ownName('Shared', project.name);
  await as('publisher');
  const id = await newEvent(page, lang, title);
  const second = await context.newPage();
  const path = pathIn(lang, 'manage', 'events', id);
  await page.goto(path);
  await second.goto(path);
  await page.locator('#f-summary-en').fill('First words');
  await save(page, lang);
  await expect(page.getByText(m.editor.savedDraft)).toBeVisible();
  await second.locator('#f-summary-en').fill('Second words');
  await second.locator('#f-cost-en').fill('Free');
  await save(second, lang);
  await expect(second.getByRole('heading', { name: m.conflict.title })).toBeVisible();
  await expect(second.locator('.conflicts')).toContainText('First words');
  await expect(second.locator('.conflicts')).toContainText('Second words');
  expect(await faults(second)).toEqual([]);
  await second.locator('.conflicts').getByLabel(m.conflict.theirs).check();
  await save(second, lang);
  await expect(second.getByText(m.editor.savedDraft)).toBeVisible();
  await expect(second.locator('#f-summary-en')).toHaveValue('First words');
  await expect(second.locator('#f-cost-en')).toHaveValue('Free');
  await second.goto(pathIn(lang, 'manage', 'events', id, 'revisions'));
  await expect(second.locator('ins').filter({ hasText: 'First words' })).toBeVisible();
  expect(await faults(second)).toEqual([]);
  await second
    .getByRole('listitem')
    .filter({ hasText: m.revisions.number(1) })
    .getByRole('button')
    .click();
  await expect(second.getByText(m.revisions.restored)).toBeVisible();
  await page.goto(path);
  await expect(page.locator('#f-summary-en')).toHaveValue('');
});

test('a lost connection and an ended session lose nothing; a captioner can write and publish nothing', async ({
  page,
  lang,
  as,
  context
}, { project }) => {
  const m = recordsMessages(lang);
  await as('editor');
  const id = await newEvent(page, lang, ownName('Kept', project.name));
  await expect(page.getByRole('button', { name: m.steps.publish, exact: true })).toHaveCount(0);
  await page.locator('#f-summary-en').fill('Typed and not saved');
  await expect(page.getByRole('status').filter({ hasText: m.editor.kept('').split(' ')[0] ?? '' })).toBeVisible();
  await page.goto(pathIn(lang, 'manage', 'events', id));
  await expect(page.locator('#f-summary-en')).toHaveValue('Typed and not saved');
  await context.clearCookies();
  await as('captioner');
  await page.goto(pathIn(lang, 'manage', 'events', id));
  await expect(page.getByRole('button', { name: m.editor.save, exact: true })).toHaveCount(0);
  const answer = await page.request.post(`${pathIn(lang, 'manage', 'events', id)}?/step`, {
    form: { step: 'publish' },
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
  });
  expect(answer.status()).toBe(403);
});

test('who has its address sees the page as it will be, and nobody once it was ended', async ({
  page,
  lang,
  as,
  browser,
  baseURL
}, { project }) => {
  const m = recordsMessages(lang);
  const title = ownName('Preview', project.name);
  await as('editor');
  const id = await newEvent(page, lang, title);
  await page.goto(pathIn(lang, 'manage', 'events', id, 'preview'));
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: m.preview.make }).click();
  const address = (await page.locator('.copy-link').first().getAttribute('href')) ?? '';
  const visitor = await browser.newContext(baseURL ? { baseURL } : {});
  const seen = await visitor.newPage();
  const answer = await seen.goto(address);
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(seen.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(seen.getByText(recordsMessages('en').preview.bar)).toBeVisible();
  expect((await visitor.request.get(pathIn('en', 'events', id))).status()).toBe(404);
  await page.getByRole('button', { name: m.preview.end }).first().click();
  await expect(page.getByText(m.preview.none)).toBeVisible();
  expect((await visitor.request.get(address)).status()).toBe(410);
  await visitor.close();
});
