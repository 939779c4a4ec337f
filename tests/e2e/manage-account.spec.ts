import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { emailOf, expect, password, test } from '../support/sign-in.ts';

const own = 'umbrellas for the whole choir';

/** Somebody new, let in by an admin and signed in with a password of their own in the page's browser. Gives the address. */
async function comeIn(page: Page, as: (role: 'admin') => Promise<void>): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  await as('admin');
  await page.goto(pathIn('en', 'manage', 'organizers'));
  await page.getByLabel('Name').fill('Luz of the tests');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role').selectOption('editor');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.locator('[data-link]').textContent();
  await page.context().clearCookies();
  await page.goto(new URL(link ?? '').pathname);
  await page.getByLabel('Password').fill(own);
  await page.getByLabel('The same once more').fill(own);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page).toHaveURL(pathIn('en', 'manage'));
  // the link was for one use
  await page.goto(new URL(link ?? '').pathname);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
  return email;
}

async function enter(page: Page, email: string): Promise<void> {
  await page.goto(pathIn('en', 'sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(own);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click();
const account = pathIn('en', 'manage', 'account');

test('invited, signed in, an app as the second step, in by its code and by one on paper @plain', async ({
  page,
  as,
  javaScriptEnabled
}) => {
  const email = await comeIn(page, as);
  await page.goto(account);
  await page.getByText('Set up an app').click();
  const key = (await page.locator('[data-key]').getAttribute('data-key')) ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await page.locator('#new-app-code').fill(app.generate());
  await page.locator('#new-app-current-password').fill(own);
  await page.getByRole('button', { name: 'Use this app' }).click();
  const codes = await page.locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  // axe itself is a script
  if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await signOut(page);
  await enter(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second step');
  // the password alone opens nothing
  await page.goto(account);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to the desk');
  await enter(page, email);
  // the code of setting it up is used: the next one, which a clock a little ahead would show
  await page.getByLabel('Code of the app').fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(pathIn('en', 'manage'));
  await signOut(page);
  await enter(page, email);
  await page.getByLabel('Code of the app').fill(codes[3] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.goto(account);
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
  await expect(page.getByText('A recovery code was used to sign in')).toBeVisible();
});

test('a passkey is added, asked for at the next sign-in, and removed with the password', async ({ page, as }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true }
    }
  });
  const email = await comeIn(page, as);
  await page.goto(account);
  await page.getByText('Add a passkey').first().click();
  await page.getByLabel('Name, so that you know it again').fill('The blue telephone');
  await page.locator('#new-key-current-password').fill(own);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.locator('.codes code')).toHaveCount(10);
  await signOut(page);
  await enter(page, email);
  await page.getByRole('button', { name: 'Use my passkey' }).click();
  await expect(page).toHaveURL(pathIn('en', 'manage'));
  await page.goto(account);
  await page.getByText(/^The blue telephone, added on/).click();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Remove The blue telephone' }) });
  await form.getByLabel('Current password').fill(own);
  await form.getByRole('button').click();
  await expect(page.getByText(/^The blue telephone, added on/)).toBeHidden();
  await signOut(page);
  await enter(page, email);
  await expect(page).toHaveURL(pathIn('en', 'manage'));
});

test('a session ends in the middle of a form: what was written is saved after signing in again @plain', async ({
  page,
  as,
  javaScriptEnabled,
  expectedErrors
}) => {
  expectedErrors.push(401);
  const email = `${randomUUID()}@example.org`;
  await as('admin');
  await page.goto(pathIn('en', 'manage', 'organizers'));
  await page.getByLabel('Name').fill('Paz, of «the tests»');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role').selectOption('captioner');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Make the link' }).click();
  if (javaScriptEnabled === false) {
    await expect(page.getByRole('alert')).toContainText('What you wrote is kept');
    await page.getByLabel('E-mail').fill(emailOf('admin'));
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Save what I wrote' }).click();
  } else {
    await expect(page.getByRole('alert')).toContainText('Nothing is lost');
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await as('admin');
    await page.getByRole('button', { name: 'Make the link' }).click();
  }
  await expect(page.locator('[data-link]')).toBeVisible();
  await expect(page.getByRole('row', { name: email })).toContainText('Paz, of «the tests»');
  await expect(page.getByRole('row', { name: email })).toContainText('captioner');
});
