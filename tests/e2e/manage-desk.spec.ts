import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

const recording = '2020-06-10-recording-june-webinar';

test('a reader tells the archive about a passage; an organizer finds it, goes to the captions there, and closes it @plain', async ({
  page,
  as,
  expectedErrors
}) => {
  expectedErrors.push(422);
  const words = `The name at the beginning is Silvia. ${randomUUID()}`;
  await page.goto(`${pathIn('en', 'recordings', recording)}?t=75`);
  await page.getByRole('link', { name: 'Tell the archive about this passage' }).click();
  await page.getByLabel('A word in the captions or transcript is wrong').check();
  await page.getByRole('button', { name: 'Send' }).click();
  // nothing was written: the kind that was chosen stays
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('A word in the captions or transcript is wrong')).toBeChecked();
  await page.getByLabel('What would you like to say?').fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. It has arrived.');
  expect(await page.context().cookies()).toEqual([]);
  await as('captioner');
  await page.goto(pathIn('en', 'manage', 'inbox'));
  const report = page.getByRole('article').filter({ hasText: words });
  await expect(report.getByRole('link', { name: 'Open the captions there' })).toHaveAttribute(
    'href',
    /captions\/.+\?t=75000$/
  );
  await report.getByLabel('What was done').fill('Corrected');
  await report.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(0);
});

test('a program that fills in every field is thanked and not heard', async ({ page, as, baseURL }) => {
  const words = `Buy. ${randomUUID()}`;
  const form = { kind: 'other', words, replyTo: '', from: '/en', website: 'https://example.org' };
  const headers = { origin: baseURL ?? '', accept: 'text/html' };
  const answer = await page.request.post(pathIn('en', 'tell'), { form, headers });
  expect(await answer.text()).toContain('Thank you. It has arrived.');
  await as('admin');
  await page.goto(pathIn('en', 'manage', 'inbox'));
  await expect(page.getByText(words)).toHaveCount(0);
});

test('desk, inbox, log, settings, organizers: no barriers, at any width, in both languages @both', async ({
  page,
  lang,
  as
}) => {
  test.slow();
  await as('admin');
  for (const path of [[], ['inbox'], ['log'], ['settings'], ['organizers'], ['account']]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(pathIn(lang, 'manage', ...path));
    expect((await new AxeBuilder({ page }).analyze()).violations, path.join()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path.join()).toBeLessThanOrEqual(390);
  }
  await page.goto(pathIn(lang, 'tell'));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what an admin writes of the archive stands on its pages and in the log, which is saved as CSV @plain', async ({
  page,
  as,
  expectedErrors
}) => {
  expectedErrors.push(422);
  await as('admin');
  await page.goto(pathIn('en', 'manage', 'settings'));
  await page.locator('#responsibleBody-en').fill('The choir of the tests');
  await page.locator('#contactEmail').fill('not an address');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('This does not look like an e-mail address');
  await expect(page.locator('#responsibleBody-en')).toHaveValue('The choir of the tests');
  await page.locator('#contactEmail').fill('choir@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Visitors see it from now on.')).toBeVisible();
  await page.goto(pathIn('en'));
  await expect(page.locator('footer')).toContainText('The choir of the tests');
  await page.goto(`${pathIn('en', 'manage', 'log')}?what=archive`);
  await expect(page.getByRole('cell', { name: 'archive.settings' }).first()).toBeVisible();
  const csv = await (await page.request.get(`${pathIn('en', 'manage', 'log')}/log.csv?what=archive`)).text();
  expect(csv).toMatch(/^\ufeffat,actor,actor_name,action,object_kind,object_id,data\r\n/);
  expect(csv).toContain('admin of the tests,archive.settings,archive,site');
});
