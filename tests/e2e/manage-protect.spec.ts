import AxeBuilder from '@axe-core/playwright';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

test('a person is protected on one page: the places first, then everywhere at once', async ({
  page,
  lang,
  as,
  request
}, { project }) => {
  const m = recordsMessages(lang);
  const mark = Date.now().toString(36).replaceAll(/\d/g, 'x');
  const name = `Zenobia ${project.name.replaceAll('-', '')}${mark}`;
  await as('publisher');
  await page.goto(pathIn(lang, 'manage', 'people', 'new'));
  await page.locator('#f-name').fill(name);
  await page.locator('#f-consent').selectOption('confirmed');
  await page.getByRole('button', { name: m.editor.saveDraft, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(pathIn(lang, 'manage', 'events', 'new'));
  await page.locator('#f-title-en').fill(`Talk by ${name}`);
  await page.locator('#f-title-es').fill(`Charla de ${name}`);
  await page.locator('#f-date-value').fill('2027-06-01');
  await page.getByRole('button', { name: m.editor.saveDraft, exact: true }).click();
  await page.getByRole('button', { name: m.steps.publish, exact: true }).click();
  const publicPage = page.getByRole('link', { name: m.editor.publicPage });
  const path = (await publicPage.getAttribute('href')) ?? '';
  expect(await (await request.get(path)).text()).toContain(name);
  await page.goto(pathIn(lang, 'manage', 'people', id, 'protect'));
  if (project.use.javaScriptEnabled !== false) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => each.id)).toEqual([]);
  }
  await page.getByRole('radio', { name: m.options.display.hidden }).check();
  await page.getByRole('button', { name: m.protect.look }).click();
  await expect(page.getByRole('cell', { name: new RegExp(`^events, `) }).first()).toBeVisible();
  await page.getByRole('button', { name: m.protect.save }).click();
  await expect(page.getByRole('status').filter({ hasText: m.protect.done(2).split('.')[0] ?? '' })).toBeVisible();
  expect((await request.get(path)).status()).toBe(410);
  const list = await (await request.get(pathIn(lang, 'events'))).text();
  expect(list).not.toContain(name);
});
