import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import { refusalText } from '#lib/domain/i18n/messages/refusals.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { mostPictureBytes } from '#lib/domain/records/picture.ts';
import { fromPhone, halves } from '../support/pictures.ts';
import { expect, test } from '../support/sign-in.ts';

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('#picture-file').setInputFiles({ name, mimeType: 'image/jpeg', buffer });

test('a flyer is chosen, described, published and shown in sizes; what is refused loses no words @both @plain', async ({
  page,
  lang,
  as,
  expectedErrors
}, { project }) => {
  expectedErrors.push(413, 422);
  const m = recordsMessages(lang);
  const live = project.use.javaScriptEnabled !== false;
  const name = `Flyer ${project.name} ${Date.now().toString(36)}`;
  const send = (label: string) => page.locator('.desk-top').getByRole('button', { name: label, exact: true }).click();
  await as('publisher');

  await page.goto(pathIn(lang, 'manage', 'images', 'new'));
  const text = page.locator('#f-textInImage-en');
  await page.locator('#f-alt-en').fill(name);
  await page.locator('#f-alt-es').fill(`${name} (es)`);
  if (live) {
    await expect(text).toBeHidden();
    await page.getByRole('radio', { name: m.upload.yes }).check();
  }
  await text.fill('Thursday, six o’clock');
  await page.locator('#f-textInImage-es').fill('Jueves a las seis');
  if (live) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }

  await choose(page, 'large.jpg', Buffer.alloc(mostPictureBytes + 1));
  if (!live) await send(m.editor.saveDraft);
  await expect(page.getByText(refusalText(lang, 'too-large', 'images.too-large', {}))).toBeVisible();
  await choose(page, 'broken.jpg', (await fromPhone(300, 200)).subarray(0, 800));
  await send(m.editor.saveDraft);
  await expect(page.getByText(refusalText(lang, 'invalid', 'images.broken', {}))).toBeVisible();
  await expect(page.locator('#f-alt-en')).toHaveValue(name);
  await expect(text).toHaveValue('Thursday, six o’clock');

  await choose(page, 'IMG_0001.jpg', await fromPhone(1000, 700));
  await send(m.editor.saveDraft);
  await expect(page.locator('.shown-picture')).toBeVisible();
  await page.getByRole('button', { name: m.steps.publish, exact: true }).click();
  await expect(page.getByRole('button', { name: m.steps.withdraw, exact: true })).toBeVisible();
  const shown = page.locator('.shown-picture');
  const first = (await shown.getAttribute('src')) ?? '';
  await choose(page, 'better.png', await halves(1400, 700).png().toBuffer());
  await page.getByRole('button', { name: m.upload.replace, exact: true }).click();
  await expect(shown).not.toHaveAttribute('src', first);

  await page.goto(pathIn(lang, 'manage', 'events', 'new'));
  await page.locator('#f-title-en').fill(name);
  await page.locator('#f-title-es').fill(name);
  await page.locator('#f-date-value').fill('2027-05-01');
  await page.locator('#f-flyer-q').fill(name);
  if (!live) {
    await page.locator('#f-flyer-row').getByRole('button', { name: m.people.add, exact: true }).click();
    await page.locator('#f-flyer-q-list').getByRole('button').first().click();
  } else await page.locator('#f-flyer-q-list').getByRole('option').first().click();
  await expect(page.locator('#f-flyer-row .picked li')).toHaveCount(1);
  await send(m.editor.saveDraft);
  await page.getByRole('button', { name: m.steps.publish, exact: true }).click();
  await page.getByRole('link', { name: m.editor.publicPage }).click();
  const figure = page.locator('figure.picture');
  await expect(figure).toContainText(lang === 'es' ? 'Jueves a las seis' : 'Thursday, six o’clock');
  const picture = figure.getByRole('img', { name: lang === 'es' ? `${name} (es)` : name });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveAttribute('width', '1400');
  await expect(figure.locator('source[type="image/avif"]')).toHaveAttribute('srcset', / 320w, .* 640w, .* 1280w$/);
  if (live) await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});
