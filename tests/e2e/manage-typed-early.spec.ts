import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

test('what is typed before the script has come stays when it comes', async ({ page, as }) => {
  await as('admin');
  let letThrough = () => {};
  const held = new Promise<void>((done) => (letThrough = done));
  await page.route('**/_app/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(pathIn('en', 'manage', 'settings'), { waitUntil: 'commit' });
  await page.locator('#responsibleBody-en').fill('Typed on a slow line');
  const arrived = page.waitForLoadState('networkidle');
  letThrough();
  await arrived;
  await expect(page.locator('#responsibleBody-en')).toHaveValue('Typed on a slow line');
});
