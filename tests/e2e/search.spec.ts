import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/page.ts';

const places = {
  en: { path: '/en/search', button: 'Search', moments: /moments? in \d+ recordings?/, none: 'Nobody says' },
  es: { path: '/es/buscar', button: 'Buscar', moments: /momentos? en \d+ grabaci/, none: 'Nadie dice' }
} as const;

test('a word is found in both languages, with the text of both, the time and the original', async ({ page, lang }) => {
  const { path, moments } = places[lang];
  await page.goto(path);
  await page.locator('#q').fill('desaparecida');
  await page.locator('#q').press('Enter');
  await expect(page).toHaveURL(/q=desaparecida/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(moments);
  const moment = page.locator('article.moment').first();
  await expect(moment.locator('.txt[lang="es"] mark').first()).toContainText(/desaparecid/i);
  await expect(moment.locator('.txt[lang="en"]')).toHaveCount(1);
  await expect(moment.locator('time')).toHaveText(/\d+:\d\d/);
});

test('a phrase over a cue border is one hit, and leads to its place in the recording', async ({ page, lang }) => {
  await page.goto(`${places[lang].path}?q=${encodeURIComponent('"tierra y territorio"')}`);
  await expect(page.locator('article.moment')).toHaveCount(1);
  await page.locator('article.moment .do a').first().click();
  await expect(page).toHaveURL(/\?t=\d+.*#m-\d+$/);
});

test('ñ is a letter: companera finds nothing and compañera is offered, never searched silently', async ({
  page,
  lang
}) => {
  await page.goto(`${places[lang].path}?q=companera`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(places[lang].none);
  await page
    .getByRole('link', { name: /compañera$/ })
    .first()
    .click();
  await expect(page.locator('article.moment mark').first()).toContainText(/compañera/i);
});

test('a short beginning is refused with a sentence', async ({ page, lang }) => {
  await page.goto(`${places[lang].path}?q=de*`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lang === 'es' ? 'tres letras' : 'three letters');
});

test('a word of the word list can be taken out', async ({ page, lang }) => {
  await page.goto(`${places[lang].path}?q=asylum`);
  await expect(page.locator('.term').first()).toContainText('asilo');
  await page.locator('.term a').first().click();
  await expect(page).toHaveURL(/without=asilo/);
});

test('a researcher gets from a question to the passage by keyboard alone', async ({ page, lang }) => {
  await page.goto(places[lang].path);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  for (let presses = 0; presses < 40 && (await focused()) !== 'q'; presses++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('q');
  await page.keyboard.type('"tercer país seguro" OR desaparecidos');
  await page.keyboard.press('Enter');
  await expect(page.locator('article.moment mark').first()).toBeVisible();
  const inMoment = () => page.evaluate(() => document.activeElement?.closest('article.moment') !== null);
  for (let presses = 0; presses < 120 && !(await inMoment()); presses++) await page.keyboard.press('Tab');
  expect(await inMoment()).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]t=\d+.*#m-\d+$/);
});

test('suggestions are chosen by keyboard @script', async ({ page, lang }) => {
  await page.goto(places[lang].path);
  const box = page.getByRole('combobox');
  await box.pressSequentially('desap');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(box).toHaveValue('desap');
  await box.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await box.press('Enter');
  await expect(page).toHaveURL(/q=desaparecid/);
});

test('results, help and the empty page have no accessibility findings @once', async ({ page }) => {
  for (const query of ['', '?q=asylum', '?q=companera', '?q=de*']) {
    await page.goto(`/en/search${query}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${query} ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
