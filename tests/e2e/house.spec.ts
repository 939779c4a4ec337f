import { connect } from 'node:net';
import { expect, test } from '../support/page.ts';

/** The answer to a request line as it stands: a browser would tidy it. */
const answerTo = (baseURL: string, target: string, host = new URL(baseURL).host): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const { hostname, port } = new URL(baseURL);
    const socket = connect(Number(port), hostname, () => {
      socket.end(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', reject).on('close', () => resolve(text));
  });

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
};

test('every kind of answer has the security headers @once', async ({ request, lang }) => {
  for (const path of [`/${lang}`, `/${lang}/recordings`, '/favicon.svg', '/healthz', '/nowhere', `/${lang}/nowhere`]) {
    const answer = await request.get(path);
    expect(answer.headers(), path).toMatchObject(always);
    expect(answer.headers()['content-security-policy'], path).toContain("default-src 'none'");
    expect(answer.headers()['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(answer.headers()['set-cookie'], path).toBeUndefined();
  }
});

test('pages allow their own scripts by hash and nothing inline beside them @once', async ({ request, lang }) => {
  const recording = `/${lang}/recordings/2020-06-10-recording-june-webinar`;
  const policy = (await request.get(recording)).headers()['content-security-policy'] ?? '';
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
  // files of ours, and inline scripts by their hash only; a page that needs none names none
  expect(scripts.trim()).toMatch(/^script-src 'self'( 'sha256-[^']+')*$/);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/https?:/);
});

test('the archive answers under its address and loopback only, and to honest paths only @once', async ({ baseURL }) => {
  if (!baseURL) throw new Error('no baseURL');
  const { port } = new URL(baseURL);
  expect(await answerTo(baseURL, '/healthz')).toContain(' 200 ');
  expect(await answerTo(baseURL, '/healthz', `127.0.0.1:${port}`)).toContain(' 200 ');
  expect(await answerTo(baseURL, '/healthz', 'evil.example')).toMatch(/^HTTP\/1.1 421 /);
  for (const target of ['//evil.example', '/\\evil.example', '/en/%', '/%2Fevil.example']) {
    expect(await answerTo(baseURL, target), target).toMatch(/^HTTP\/1.1 400 /);
  }
});

test('a body over the limit is refused @once', async ({ request, lang }) => {
  const answer = await request.post(`/${lang}`, { data: 'x'.repeat(600_000) });
  expect(answer.status()).toBe(413);
});

test('an address that nothing has answers 404 in the language of the address', async ({
  page,
  lang,
  expectedErrors
}) => {
  expectedErrors.push(404);
  const answer = await page.goto(`/${lang}/nowhere`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
});

test('the other language’s words are no address @once', async ({ request }) => {
  for (const path of ['/es/recordings', '/en/grabaciones']) expect((await request.get(path)).status(), path).toBe(404);
});
