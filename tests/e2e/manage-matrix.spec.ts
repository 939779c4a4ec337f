import { request, type APIRequestContext } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { can } from '#lib/domain/access/can.ts';
import { archiveActions } from '#lib/domain/access/action.ts';
import { routes, type RouteRule } from '#lib/domain/access/routes.ts';
import { roles, type Role, type Viewer } from '#lib/domain/access/viewer.ts';
import { emailOf, expect, password, test } from '../support/sign-in.ts';

// Every route of the desk, every method, everybody who may ask: through the real server and its hooks.

/** What stands for the parameters: things of the first archive, public ones. */
const things: Readonly<Record<string, string>> = {
  '[lang=locale]': 'en',
  '[kind=record]': 'events',
  '[recording]': 'recording-2020-06-10',
  '[track]': 'standin-captions-en',
  '[file]': 'captions.vtt',
  '[of]': 'people'
};
const idIn = (route: string) => (route.includes('organizers') ? 'nobody' : 'webinar-2020-06-10');
const pathOf = (route: string) =>
  route
    .split('/')
    .map((part) => things[part] ?? (part === '[id]' ? idIn(route) : part))
    .join('/');

const desk = Object.entries(routes).filter(([route]) => route.startsWith('/[lang=locale]/manage'));
const mayAsk = (viewer: Viewer, rule: RouteRule): boolean => {
  if (rule === 'everybody') return true;
  const [, verb] = rule.split(':');
  const isOfWhole = verb === 'create' || archiveActions.some((action) => action === rule);
  return can(viewer, rule, isOfWhole ? null : { state: 'public', publishAt: null }, Date.now());
};

const newContext = (origin: string) =>
  request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, accept: 'text/html' } });
const post = (context: APIRequestContext, path: string, form: Record<string, string>) =>
  context.post(path, { form, maxRedirects: 0 });

/** As an organizer of that role. */
async function signedIn(origin: string, role: Role): Promise<APIRequestContext> {
  const context = await newContext(origin);
  const answer = await post(context, '/en/sign-in?/enter', { email: emailOf(role), password });
  expect(answer.status()).toBe(303);
  return context;
}

/** Somebody who has given the right password of an admin's account and owes the second step. */
async function halfIn(origin: string): Promise<APIRequestContext> {
  const [admin, context] = [await signedIn(origin, 'admin'), await newContext(origin)];
  const own = { email: `half-${String(Date.now())}@example.org`, password: 'half a choir under one umbrella' };
  const person = { name: 'Half in', email: own.email, role: 'admin', locale: 'en' };
  const link = /data-link[^>]*>([^<]+)</.exec(
    await (await post(admin, '/en/manage/organizers?/invite', person)).text()
  );
  await post(context, new URL(link?.[1] ?? '').pathname, { password: own.password, again: own.password });
  const page = await (await context.get('/en/manage/account')).text();
  const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const key = /data-key="([^"]+)"/.exec(page)?.[1] ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate();
  const added = await post(context, '/en/manage/account?/app', { sealed, code, 'current-password': own.password });
  expect(await added.text()).toContain('Recovery codes');
  await post(context, '/en/manage/sign-out', {});
  const answer = await post(context, '/en/sign-in?/enter', own);
  expect(answer.headers().location).toContain('/en/sign-in/second');
  await admin.dispose();
  return context;
}

/** Visitors, and who owes the second step, reach nothing: pages lead to the door, forms come back with it, the rest is 401. */
async function expectOutside(context: APIRequestContext, who: string): Promise<void> {
  for (const [route, row] of desk) {
    for (const method of Object.keys(row)) {
      const [verb = 'GET', query = ''] = method.split(' ');
      const path = pathOf(route) + query;
      const form = verb === 'GET' ? {} : verb === 'POST' ? { form: { x: '1' } } : { data: {} };
      const answer = await context.fetch(path, { method: verb, maxRedirects: 0, ...form });
      expect(answer.status(), `${who}: ${method} ${path}`).toBe(verb === 'GET' ? 303 : 401);
      if (verb === 'GET') expect(answer.headers().location).toMatch(/^\/en\/sign-in\?next=/);
    }
  }
}

test('without having signed in, and with the password alone, no route of the desk answers', async ({ baseURL }) => {
  test.slow();
  const [visitor, half] = [await newContext(baseURL ?? ''), await halfIn(baseURL ?? '')];
  await expectOutside(visitor, 'a visitor');
  await expectOutside(half, 'the password alone');
  await Promise.all([visitor.dispose(), half.dispose()]);
});

test('each role reads the pages of the desk that its row allows, and no others', async ({ baseURL }) => {
  test.slow();
  for (const role of roles) {
    const context = await signedIn(baseURL ?? '', role);
    for (const [route, { GET: rule }] of desk) {
      if (!rule) continue;
      const path = pathOf(route);
      const status = (await context.get(path, { maxRedirects: 0 })).status();
      const name = `${role}: ${path} (${rule})`;
      if (mayAsk({ kind: 'organizer', userId: 'x', role }, rule))
        expect.soft([200, 303, 308, 404], name).toContain(status);
      else expect.soft([403, 404], name).toContain(status);
    }
    await context.dispose();
  }
});

test('a form that a role may not send is never taken, whatever is in it', async ({ baseURL }) => {
  test.slow();
  for (const role of roles.filter((one) => one !== 'admin')) {
    const context = await signedIn(baseURL ?? '', role);
    for (const [route, row] of desk) {
      for (const [method, rule] of Object.entries(row)) {
        const [verb = '', query = ''] = method.split(' ');
        if (verb !== 'POST' || mayAsk({ kind: 'organizer', userId: 'x', role }, rule)) continue;
        const answer = await post(context, pathOf(route) + query, { id: 'x', name: 'x', role: 'admin', reach: 'all' });
        // a plain form for files leads back to its page, which says what was wrong
        if (answer.headers().location?.includes('?problem=')) continue;
        const name = `${role}: ${method} ${pathOf(route)} (${rule})`;
        expect.soft([400, 403, 404, 415, 422], name).toContain(answer.status());
      }
    }
    await context.dispose();
  }
});
