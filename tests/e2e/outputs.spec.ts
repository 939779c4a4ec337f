import { XMLValidator } from 'fast-xml-parser';
import ical from 'ical.js';
import type { APIRequestContext } from '@playwright/test';
import * as v from 'valibot';
import { endpoints } from '#lib/domain/api/endpoints.ts';
import { Problem, Transcript } from '#lib/domain/api/resources.ts';
import { expect, test } from '../support/page.ts';

test.describe('the API as the server answers it @once', () => {
  const root = '/api/v1';
  interface List {
    data: { uuid: string }[];
  }
  const first = async (get: (path: string) => Promise<{ json(): Promise<unknown> }>, path: string): Promise<string> => {
    const list = (await (await get(path)).json()) as List;
    return list.data[0]?.uuid ?? '';
  };
  /** The first words of the first recording, asked for as the transcript's bar does. */
  async function aQuote(request: APIRequestContext): Promise<string> {
    const recording = await first((address) => request.get(address), `${root}/recordings?standIns=include`);
    const transcript = v.parse(
      Transcript,
      await (await request.get(`${root}/recordings/${recording}/transcript`)).json()
    );
    const { language, cues } = transcript;
    return `?${new URLSearchParams({ recording, language, text: cues[0]?.text ?? '' }).toString()}`;
  }
  const queries: Record<string, string> = { recordings: '?standIns=include', search: '?q=asylum&lang=en' };

  for (const { name, path, answer } of endpoints) {
    test(`${path} keeps to its schema, has an ETag and tells its limits`, async ({ request }) => {
      const collection = path.split('/')[1] ?? '';
      const uuid = path.includes('{uuid}')
        ? await first((address) => request.get(address), `${root}/${collection}${queries[collection] ?? ''}`)
        : '';
      const query = name === 'quotes' ? await aQuote(request) : (queries[name] ?? '');
      const address = `${root}${path.replace('{uuid}', uuid)}${query}`;
      const response = await request.get(address);
      expect(response.status(), address).toBe(200);
      const sent: unknown = await response.json();
      expect(v.parse(answer, sent)).toEqual(sent);
      const headers = response.headers();
      expect(headers['ratelimit-policy']).toBe('"default";q=600;w=60');
      expect(headers.ratelimit).toMatch(/^"default";r=\d+;t=\d+$/);
      const again = await request.get(address, { headers: { 'if-none-match': headers.etag ?? '' } });
      expect(again.status()).toBe(304);
    });
  }

  for (const [method, path, status, code] of [
    ['GET', '/events?page=99', 404, 'page-missing'],
    ['GET', '/events?lang=fr', 400, 'bad-request'],
    ['GET', '/events?format=xml', 400, 'bad-request'],
    ['GET', '/events/nothing', 404, 'missing'],
    ['GET', '/nothing', 404, 'missing'],
    ['GET', '/recordings/nothing/transcript', 404, 'missing'],
    ['DELETE', '/events', 405, 'method-not-allowed'],
    ['PUT', '/people/x', 405, 'method-not-allowed']
  ] as const) {
    test(`${method} ${path} is ${String(status)}, as problem details`, async ({ request, baseURL }) => {
      const response = await request.fetch(root + path, { method, headers: { origin: baseURL ?? '' } });
      expect(response.status()).toBe(status);
      expect(response.headers()['content-type']).toBe('application/problem+json');
      const problem = v.parse(Problem, await response.json());
      expect(problem).toMatchObject({ status, code });
    });
  }

  test('the OpenAPI document is served in both languages', async ({ request }) => {
    for (const lang of ['en', 'es']) {
      const document = (await (await request.get(`${root}/openapi.json?lang=${lang}`)).json()) as { openapi: string };
      expect(document.openapi).toBe('3.1.0');
    }
  });

  test('/api leads to a page in the reader’s language', async ({ request }) => {
    const response = await request.get('/api', { headers: { 'accept-language': 'es' }, maxRedirects: 0 });
    expect(response.headers().location).toBe('/es/api');
  });
});

test('the page of the API names every endpoint', async ({ page, lang }) => {
  await page.goto(`/${lang}/api`);
  for (const { path } of endpoints) await expect(page.getByText(`GET /api/v1${path}`, { exact: true })).toBeVisible();
});

test.describe('feeds of the first archive @once', () => {
  for (const path of [
    '/en/feed.xml',
    '/es/feed.xml',
    '/en/atom.xml',
    '/es/atom.xml',
    '/sitemap.xml',
    '/sitemap/event-1.xml'
  ]) {
    test(`${path} is whole XML`, async ({ request }) => {
      const response = await request.get(path);
      expect(response.status()).toBe(200);
      expect(XMLValidator.validate(await response.text())).toBe(true);
    });
  }

  test('the calendar holds what has a day, the page says how many have none, and the sitemap no stand-in', async ({
    page,
    request
  }) => {
    const calendar = new ical.Component(ical.parse(await (await request.get('/en/calendar.ics')).text()));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
    await page.goto('/en/events');
    await expect(page.getByText('5 events are not in the calendar file')).toBeVisible();
    const index = await (await request.get('/sitemap.xml')).text();
    expect(index).not.toContain('recording-1.xml');
    expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
  });

  test('an event’s page carries JSON-LD that a browser reads as data', async ({ page }) => {
    await page.goto('/en/events');
    await page.getByRole('link', { name: /From the U.S. to Central America/ }).click();
    const json = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(json ?? '')).toMatchObject({ '@graph': [{ '@type': 'Event' }, { '@type': 'BreadcrumbList' }] });
    await page.getByRole('link', { name: 'Add to a calendar (ICS)' }).isVisible();
  });
});
