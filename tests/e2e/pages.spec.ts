import AxeBuilder from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { beyondTheFloor } from '../../vite.floor.ts';
import { expect, test } from '../support/page.ts';

/** One address of each type of page that this suite looks after. */
const types = {
  home: ['/en', '/es'],
  events: ['/en/events', '/es/actividades'],
  'no event': ['/en/events?status=upcoming', '/es/actividades?status=upcoming'],
  'cancelled stop': ['/en/events/2020-tour-los-angeles', '/es/actividades/2020-gira-los-angeles'],
  webinar: [
    '/en/events/2020-06-10-asylum-deportations-covid-19',
    '/es/actividades/2020-06-10-asilo-deportaciones-covid-19'
  ],
  tour: ['/en/series/spring-2020-tour', '/es/series/gira-primavera-2020'],
  people: ['/en/people', '/es/personas'],
  person: ['/en/people/speaker-of-the-spring-2020-tour', '/es/personas/ponente-de-la-gira-de-primavera-2020'],
  organizations: ['/en/organizations', '/es/organizaciones'],
  organization: ['/en/organizations/wfp', '/es/organizaciones/wfp'],
  campaign: ['/en/campaign', '/es/accion'],
  timeline: ['/en/timeline', '/es/cronologia'],
  sources: ['/en/sources', '/es/fuentes'],
  topic: ['/en/topics/aca', '/es/temas/aca'],
  actions: ['/en/act', '/es/participar'],
  letter: ['/en/act/letter-to-the-editor', '/es/participar/carta-a-la-redaccion'],
  petition: ['/en/act/petition', '/es/participar/peticion'],
  page: ['/en/pages/about-the-campaign', '/es/paginas/sobre-la-iniciativa'],
  recordings: ['/en/recordings', '/es/grabaciones'],
  missing: ['/en/nowhere', '/es/ninguna-parte']
} as const satisfies Record<string, readonly [en: string, es: string]>;

for (const [type, [en, es]] of Object.entries(types)) {
  test(`${type}: nothing to object for axe, in light and in dark @once`, async ({ page, expectedErrors }) => {
    expectedErrors.push(404);
    for (const [colorScheme, path] of [
      ['light', en],
      ['dark', es]
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      ).toEqual([]);
    }
  });

  test(`${type}: fits from 320 to 1600 pixels without scrolling sideways @once`, async ({ page, expectedErrors }) => {
    expectedErrors.push(404);
    // Spanish words are the longer ones; 320 pixels are also 1280 at 400 % zoom
    await page.goto(es);
    for (const width of [320, 390, 768, 1000, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `at ${String(width)}`).toBeLessThanOrEqual(width);
    }
  });
}

test('a reader finds a cancelled stop and follows it to the webinar that took its place, and back', async ({
  page,
  lang
}) => {
  const words = {
    en: {
      events: 'Events',
      cancelled: 'Cancelled',
      apply: 'Apply',
      stop: 'Spring 2020 tour: Arizona',
      on: 'What took its place'
    },
    es: {
      events: 'Actividades',
      cancelled: 'Canceladas',
      apply: 'Aplicar',
      stop: 'Gira de primavera 2020: Arizona',
      on: 'Lo que se hizo en su lugar'
    }
  }[lang];
  await page.goto(`/${lang}`);
  await page.getByRole('navigation').getByRole('link', { name: words.events, exact: true }).first().click();
  await page.getByRole('radio', { name: words.cancelled }).check();
  await page.getByRole('button', { name: words.apply }).click();
  await expect(page).toHaveURL(/status=cancelled/);
  await expect(page.locator('.ledger h3')).toHaveCount(3);
  await page.getByRole('link', { name: words.stop }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.stop);
  await page.getByRole('link', { name: words.on }).click();
  await expect(page).toHaveURL(/2020-04-16/);
  // the webinar names what it replaced: read both ways
  await expect(page.getByRole('link', { name: words.stop })).toBeVisible();
});

test('the language switch stays on the page and keeps what was chosen', async ({ page, lang }) => {
  const [own, other] = lang === 'en' ? [types.events[0], types.events[1]] : [types.events[1], types.events[0]];
  await page.goto(`${own}?status=cancelled&utm_source=x`);
  await page
    .getByRole('navigation', { name: 'Language / Idioma' })
    .getByRole('link', { name: lang === 'en' ? 'Español' : 'English' })
    .click();
  await expect(page).toHaveURL(`${other}?status=cancelled`);
  await page.goto(lang === 'en' ? types['cancelled stop'][0] : types['cancelled stop'][1]);
  await page
    .getByRole('navigation', { name: 'Language / Idioma' })
    .getByRole('link', { name: lang === 'en' ? 'Español' : 'English' })
    .click();
  await expect(page).toHaveURL(lang === 'en' ? types['cancelled stop'][1] : types['cancelled stop'][0]);
  await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? 'es' : 'en');
});

test('the address without a language leads to the reader’s own', async ({ page, lang }) => {
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${lang}$`));
});

test('former and foreign slugs lead on to the page’s own address @once', async ({ request }) => {
  const answer = await request.get('/en/events/2020-gira-arizona?t=1', { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toBe('/en/events/2020-tour-arizona?t=1');
});

test('an id that holds a name is no address @once', async ({ request }) => {
  for (const id of ['silvia-raquec', 'ruben-herrera']) {
    expect((await request.get(`/en/people/${id}`)).status()).toBe(404);
  }
  // a draft person is not there for visitors, under any address
  expect((await request.get('/en/people/petition-contact-1')).status()).toBe(404);
});

test('on paper the frame is gone and the words are black @once', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(types['cancelled stop'][0]);
  await expect(page.locator('.mast')).toBeHidden();
  await expect(page.locator('.foot')).toBeHidden();
  await expect(page.locator('.banner')).toBeVisible();
  const color = await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color);
  expect(color).toBe('rgb(0, 0, 0)');
});

test('with forced colors the current page and the banner keep an edge @once', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(types['cancelled stop'][0]);
  const widthOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderBottomWidth);
  expect(await widthOf('.banner')).toBe('2px');
  expect(await widthOf('.nav a[aria-current]')).toBe('3px');
});

test('content pages send no script at all, and weigh little @once', async ({ page, request }) => {
  const scripts: string[] = [];
  page.on('request', (one) => {
    if (one.resourceType() === 'script') scripts.push(one.url());
  });
  for (const [en] of [types.home, types.events, types.webinar, types.campaign]) await page.goto(en);
  expect(scripts).toEqual([]);
  // 60 kB is the budget of a page with its styles, packed, without fonts and pictures
  for (const [type, [en]] of Object.entries(types)) {
    const answer = await request.get(en);
    expect((await answer.body()).length, type).toBeLessThan(250_000);
  }
});

test('the packer writes nothing into the styles that the oldest browsers do not know @once', () => {
  const folder = 'build/client/_app/immutable/assets/';
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const name of sheets) {
    // asked only whether it is known, see motion.css
    const css = readFileSync(folder + name, 'utf8').replaceAll('@supports not (inset:0)', '');
    const found = beyondTheFloor.filter(([, pattern]) => pattern.test(css)).map(([feature]) => feature);
    expect(found, name).toEqual([]);
  }
});
