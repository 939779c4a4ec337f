import { expect, request, type BrowserContext } from '@playwright/test';
import type { Role } from '#lib/domain/access/viewer.ts';
import { test as base } from './page.ts';

/** Of everybody whom scripts/serve-tests.mjs lets in: admin@example.org, publisher@, editor@, captioner@. */
export const password = 'solid line, broken line';
export const emailOf = (role: Role): string => `${role}@example.org`;

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const states = new Map<string, Promise<State>>();

async function signInAt(origin: string, role: Role): Promise<State> {
  const context = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, accept: 'text/html' } });
  const form = { email: emailOf(role), password };
  const answer = await context.post('/en/sign-in?/enter', { form, maxRedirects: 0 });
  expect(answer.status(), `${role} signs in`).toBe(303);
  const state = await context.storageState();
  await context.dispose();
  return state;
}

/**
 * Signs the page's browser in, quickly: one real sign-in per role and worker, whose cookie is then handed on. A test that
 * ends sessions or changes passwords makes organizers of its own.
 */
export async function signIn(context: BrowserContext, baseURL: string, role: Role): Promise<void> {
  const key = `${baseURL} ${role}`;
  const state = states.get(key) ?? signInAt(baseURL, role);
  states.set(key, state);
  await context.addCookies((await state).cookies);
}

interface DeskFixtures {
  /** Signs in: `await as('editor')`. */
  as: (role: Role) => Promise<void>;
}

/** As `test` of page.ts, with the cookie of a session allowed. */
export const test = base.extend<DeskFixtures>({
  expectedCookies: async ({}, use) => use(['acervo']),
  as: async ({ context, baseURL }, use) => {
    await use((role) => signIn(context, baseURL ?? '', role));
  }
});
export { expect };
