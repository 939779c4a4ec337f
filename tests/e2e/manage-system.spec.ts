import { pathIn } from '#lib/domain/i18n/paths.ts';
import { systemMessages } from '#lib/domain/i18n/messages/system.ts';
import { expect, test } from '../support/sign-in.ts';

test('an admin sees how the machine and the archive are, with versions; others may not @both @plain', async ({
  page,
  lang,
  as
}) => {
  const m = systemMessages(lang);
  await as('admin');
  await page.goto(pathIn(lang, 'manage', 'system'));
  await expect(page.getByRole('heading', { level: 1, name: m.title })).toBeVisible();
  for (const name of [m.disk, m.queue, m.backup, m.fixity, m.versions]) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByText(process.version)).toBeVisible();
});

test('an editor is refused the page of the machine', async ({ page, lang, as, expectedErrors }) => {
  expectedErrors.push(403);
  await as('editor');
  const answer = await page.goto(pathIn(lang, 'manage', 'system'));
  expect(answer?.status()).toBe(403);
});
