import AxeBuilder from '@axe-core/playwright';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { emailOf, expect, password, test } from '../support/sign-in.ts';

const words = {
  en: { title: 'Sign in to the desk', button: 'Sign in', desk: 'Desk', out: 'Sign out', wrong: /do not match/ },
  es: {
    title: 'Entrar a la mesa de trabajo',
    button: 'Entrar',
    desk: 'Mesa de trabajo',
    out: 'Salir',
    wrong: /no coinciden/
  }
} as const;

test('a wrong password keeps the address, the right one leads where one wanted to go, signing out ends it @both @plain', async ({
  page,
  lang,
  expectedErrors
}) => {
  expectedErrors.push(422);
  const w = words[lang];
  await page.goto(pathIn(lang, 'manage'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.title);
  await page.locator('#email').fill(emailOf('editor'));
  await page.locator('#password').fill('not this one');
  await page.getByRole('button', { name: w.button }).click();
  await expect(page.getByRole('alert')).toContainText(w.wrong);
  await expect(page.locator('#email')).toHaveValue(emailOf('editor'));
  await expect(page.locator('#password')).toHaveValue('');
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(pathIn(lang, 'manage'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.desk);
  await page.getByRole('button', { name: w.out }).click();
  await expect(page).toHaveURL(pathIn(lang, 'sign-in'));
  await page.goto(pathIn(lang, 'manage'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.title);
});

test('the door and the desk have no barriers that a machine can find @both', async ({ page, lang, as }) => {
  for (const path of [pathIn(lang, 'sign-in'), pathIn(lang, 'password', 'x.y.z')]) {
    await page.goto(path);
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
  await as('admin');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(pathIn(lang, 'manage'));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
