import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { expect, test } from '../support/page.ts';

const june = {
  en: '/en/recordings/2020-06-10-recording-june-webinar',
  es: '/es/grabaciones/2020-06-10-grabacion-seminario-de-junio'
};
const words = {
  en: {
    original: 'Original (English)',
    interpretation: 'Interpretation (Spanish)',
    play: 'Play',
    pause: 'Pause',
    position: 'Position',
    find: 'Find in this transcript',
    next: 'Next place',
    following: 'Following',
    paused: 'Paused',
    playing: 'Playing now',
    download: 'Download',
    share: 'Share',
    ownWindow: 'Picture in a window of its own',
    keys: 'Keys',
    look: 'How captions look',
    off: 'Off',
    player: 'Player',
    other: 'Español'
  },
  es: {
    original: 'Original (inglés)',
    interpretation: 'Interpretación (español)',
    play: 'Reproducir',
    pause: 'Pausar',
    position: 'Posición',
    find: 'Buscar en esta transcripción',
    next: 'Coincidencia siguiente',
    following: 'Siguiendo',
    paused: 'En pausa',
    playing: 'Suena ahora',
    download: 'Descargar',
    share: 'Compartir',
    ownWindow: 'Imagen en una ventana aparte',
    keys: 'Teclas',
    look: 'Aspecto de los subtítulos',
    off: 'No',
    player: 'Reproductor',
    other: 'English'
  }
} as const satisfies Record<Locale, Record<string, string>>;

const figure = (page: Page) => page.getByRole('figure');
const seconds = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
const isPlaying = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused);
const isReady = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.readyState >= 2);
const ready = async (page: Page) => expect(page.locator('.player.live')).toBeVisible();

test.describe('without or with script', () => {
  test('the page is whole: player, both languages of the transcript, downloads, provenance, the other language', async ({
    page,
    lang,
    request
  }) => {
    await page.goto(june[lang]);
    const video = page.locator('video');
    await expect(video).toHaveAttribute('poster', /^\/media\//);
    await expect(video.locator('track')).toHaveCount(3);
    const served = await (await request.get(june[lang])).text();
    expect(served.match(/<track [^>]*default[^>]*>/g)).toEqual([expect.stringContaining(`srclang="${lang}"`)]);
    const passages = page.locator('.passage');
    expect(await passages.count()).toBeGreaterThan(30);
    const first = passages.first();
    await expect(first.locator('[lang="en"]').first()).toContainText('This is a stand-in');
    await expect(first.locator('[lang="es"]').first()).toContainText('Esta es una lectura provisional');
    await expect(first.locator('.say').first()).toHaveAttribute('lang', 'en');
    await expect(page.locator('#t-000028')).toHaveCount(1);
    // before anything is played: what it costs, for the whole and for ten minutes
    const costs = page.locator('.costs li');
    expect(await costs.count()).toBeGreaterThanOrEqual(3);
    for (const cost of await costs.allTextContents()) expect(cost).toMatch(/\d (B|kB|MB), .*\d (B|kB|MB) .*10 minut/);
    await expect(page.locator('#share a')).toHaveAttribute('href', june[lang]);
    await page.locator('#download summary').click();
    const files = page.locator('#download li a');
    expect(await files.count()).toBeGreaterThanOrEqual(13);
    const stream = await request.get((await page.locator('#download p a').getAttribute('href')) ?? '');
    expect(await stream.text()).toMatch(/^#EXTM3U[^]*TYPE=SUBTITLES/);
    for (const label of await files.allTextContents()) expect(label).toMatch(/\d (B|kB|MB)$/);
    await expect(page.locator('#provenance .prov').first()).toBeVisible();
    await page.getByRole('link', { name: words[lang].other }).first().click();
    await expect(page).toHaveURL(new RegExp(`${june[lang === 'en' ? 'es' : 'en']}$`));
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? 'es' : 'en');
  });

  test('one language by a plain link, an anchor for each moment, and choices by a plain form', async ({
    page,
    lang,
    request
  }) => {
    await page.goto(`${june[lang]}?read=es`);
    await expect(page.locator('.passage .say').first()).toHaveAttribute('lang', 'es');
    expect(await page.locator('.say[lang="en"]').count()).toBe(0);
    await page.goto(`${june[lang]}?audio=es&cc=off&t=30`);
    await expect(page.getByRole('radio', { name: words[lang].interpretation })).toBeChecked();
    await expect(page.getByRole('radio', { name: words[lang].off, exact: true })).toBeChecked();
    const served = await (await request.get(`${june[lang]}?audio=es&cc=off&t=30`)).text();
    expect(served).toMatch(/<source src="\/media\/[^"]+#t=30" type="video\/mp4"/);
    await page.goto(`${june[lang]}#t-000110`);
    await expect(page.locator('#t-000110')).toBeInViewport();
  });

  test('files are what their links say', async ({ page, lang, request }) => {
    await page.goto(june[lang]);
    const links = await page
      .locator('#download a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    const starts: Record<string, RegExp> = { vtt: /^WEBVTT/, srt: /^(1\n)?00:00:0/, txt: /^\[00:00:0/, json: /^\{/ };
    const caption = links.filter((href) => href.startsWith('/captions/'));
    expect(caption.length).toBeGreaterThanOrEqual(13);
    for (const href of caption) {
      const answer = await request.get(href);
      expect(answer.status()).toBe(200);
      const [, format = ''] = /\.(\w+)\?/.exec(href) ?? [];
      expect(await answer.text()).toMatch(starts[format] ?? /^$/);
      expect(answer.headers()['content-disposition']).toContain('attachment');
    }
    for (const href of links.filter((each) => each.startsWith('/media/'))) {
      const part = await request.get(href, { headers: { range: 'bytes=4-7' } });
      expect(part.status()).toBe(206);
      expect(await part.text()).toBe('ftyp');
    }
  });
});

test('text first: no player, no pictures, no fonts, no script until they are asked for; also for Save-Data @once', async ({
  browser,
  baseURL
}) => {
  for (const [path, headers] of [
    [`${june.es}?text=1`, {}],
    [june.es, { 'save-data': 'on' }]
  ] as const) {
    const context = await browser.newContext({ extraHTTPHeaders: headers, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(asked.filter((each) => /^(font|image|media|script) (?!.*favicon)/.test(each))).toEqual([]);
    await expect(page.locator('video')).toHaveCount(0);
    expect(await page.locator('.passage').count()).toBeGreaterThan(30);
    await page.getByRole('link', { name: 'Mostrar el reproductor' }).click();
    await expect(page.locator('.player.live')).toBeVisible();
    await context.close();
  }
});

test('text first goes along from page to page, through searches and languages, until the whole page is asked for @once', async ({
  page,
  expectedErrors
}) => {
  expectedErrors.push(404);
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (['font', 'script'].includes(request.resourceType())) fonts.push(request.url());
  });
  await page.goto('/es?text=1');
  const steps: (() => Promise<unknown>)[] = [
    () => page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Grabaciones' }).click(),
    () => page.getByRole('main').getByRole('link', { name: /junio/i }).first().click(),
    () =>
      page
        .getByRole('navigation', { name: /Idioma/ })
        .getByRole('link', { name: 'English' })
        .click(),
    () => page.goto('/en/no-such-page?text=1'),
    () =>
      page
        .getByRole('searchbox')
        .fill('asylum')
        .then(() => page.keyboard.press('Enter'))
  ];
  for (const step of steps) {
    await step();
    await expect(page).toHaveURL(/[?&]text=1/);
    await expect(page.locator('html')).toHaveClass('text-first');
  }
  await expect(page).toHaveURL(/\/en\/search\?.*q=asylum/);
  expect(fonts).toEqual([]);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Show the whole page' }).click();
  await expect(page.locator('html')).not.toHaveClass('text-first');
  await expect(page).toHaveURL(/q=asylum/);
  await page.getByRole('link', { name: 'Text first, for little data' }).click();
  await expect(page.locator('html')).toHaveClass('text-first');
});

test('sharing writes out a link with time, sound and captions; the picture can have a window of its own @script', async ({
  page,
  lang
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  await page.goto(`${june[lang]}?t=30&audio=es`);
  await ready(page);
  await figure(page).getByRole('button', { name: words[lang].play, exact: true }).click();
  await expect.poll(() => seconds(page)).toBeGreaterThan(30);
  await expect(figure(page).getByRole('button', { name: words[lang].ownWindow })).toBeVisible();
  await page.locator('#share').getByRole('button', { name: words[lang].share }).click();
  const link = page.locator('#share a');
  await expect(link).toHaveText(new RegExp(`${june[lang]}\\?t=\\d\\d&audio=es&cc=${lang}$`));
  await expect(link).toBeFocused();
});

test('captions are fetched when something plays, and not before @script', async ({ page, lang }) => {
  const captions: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/captions/')) captions.push(request.url());
  });
  await page.goto(june[lang], { waitUntil: 'networkidle' });
  await ready(page);
  expect(captions).toEqual([]);
  await figure(page).getByRole('button', { name: words[lang].play, exact: true }).click();
  await expect.poll(() => captions.length).toBe(1);
  await expect(page.locator('.captionbox, .caption').first()).toBeVisible();
});

test('on paper the two columns stand beside each other, without player and tools @once', async ({ page }) => {
  await page.goto(june.en);
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.player', '.tx-bar', '.tracks', '.chapters', '.mast'])
    await expect(page.locator(hidden).first()).toBeHidden();
  const last = page.locator('.passage').last().locator('.say');
  const [left, right] = [await last.first().boundingBox(), await last.last().boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect(left?.height).toBeGreaterThan(10);
});

test('watch with captions, change to the interpretation and back: the place and the playing stay @script', async ({
  page,
  lang
}) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  await figure(page).getByRole('button', { name: w.play, exact: true }).click();
  await expect.poll(() => seconds(page)).toBeGreaterThan(1);
  await expect(page.locator('.screen .caption')).toHaveAttribute('lang', lang);
  for (const label of lang === 'en' ? [w.interpretation, w.original] : [w.original, w.interpretation]) {
    const before = await seconds(page);
    const clock = Date.now();
    await page.getByRole('radio', { name: label, exact: true }).check();
    await expect(page.getByRole('radio', { name: label })).toBeChecked();
    const after = await seconds(page);
    expect(Math.abs(after - before - (Date.now() - clock) / 1000)).toBeLessThan(0.5);
    expect(await isPlaying(page)).toBe(true);
    await expect.poll(() => seconds(page)).toBeGreaterThan(after + 0.5);
  }
  await figure(page).getByRole('button', { name: w.pause, exact: true }).click();
  const still = await seconds(page);
  await page.getByRole('radio', { name: w.interpretation, exact: true }).check();
  expect(await isPlaying(page)).toBe(false);
  expect(Math.abs((await seconds(page)) - still)).toBeLessThan(0.5);
});

test('the captions follow the sound that is heard, and are remembered @script', async ({ page, lang }) => {
  const w = words[lang];
  await page.goto(`${june[lang]}?audio=es&cc=es`);
  await ready(page);
  await page.locator('.tc').nth(5).click();
  await expect(page.locator('.screen .caption small')).toHaveText(lang === 'en' ? 'interpretation' : 'interpretación');
  await page.getByRole('radio', { name: w.original, exact: true }).check();
  await expect(page.locator('.screen .caption small')).toHaveText(lang === 'en' ? 'translation' : 'traducción');
  await page.getByRole('radio', { name: w.off, exact: true }).check();
  await expect(page.locator('.screen .caption')).toHaveCount(0);
  await page.goto(june[lang]);
  await ready(page);
  await expect(page.getByRole('radio', { name: w.off, exact: true })).toBeChecked();
});

test('a passage is played from its time, is marked while it is heard, and the language switch takes all along @script', async ({
  page,
  lang
}) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  await page.locator('#t-000110 .tc').click();
  await expect.poll(() => isReady(page)).toBe(true);
  await expect.poll(() => seconds(page)).toBeGreaterThan(70);
  const current = page.locator('.passage[aria-current]');
  await expect(current).toHaveCount(1);
  await expect(current).toContainText(w.playing);
  await page.locator('.controls button').first().click();
  await page.getByRole('link', { name: w.other }).first().click();
  await expect(page).toHaveURL(/[?&]t=7\d&audio=(en|es)&cc=(en|es)/);
  await ready(page);
  await expect(page.locator('.player .clock b')).toHaveText(/^1:1\d$/);
});

test('a link with a time, a sound and captions opens there and plays nothing by itself @script', async ({
  page,
  lang
}) => {
  const w = words[lang];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${june[lang]}?t=1m10s&audio=es&cc=en`);
  await ready(page);
  await expect(page.locator('.player .clock b')).toHaveText('1:10');
  await expect(page.getByRole('radio', { name: w.interpretation })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'English', exact: true })).toBeChecked();
  expect(await isPlaying(page)).toBe(false);
  expect(asked.filter((url) => /\.(mp4|m4s|m3u8)/.test(url))).toEqual([]);
  await figure(page).getByRole('button', { name: w.play, exact: true }).click();
  await expect.poll(() => seconds(page)).toBeGreaterThan(70.3);
});

test('following stops when the reader scrolls away, says so, and begins again @script', async ({ page, lang }) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  await page.locator('#t-000110 .tc').click();
  await expect(page.getByRole('region', { name: w.player })).toBeVisible();
  const follow = page.locator('.follow');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.passage[aria-current]')).toBeInViewport();
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 3000);
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await expect(follow).toContainText(w.paused);
  await follow.click();
  await expect(follow).toContainText(w.following);
  await expect(page.locator('.passage[aria-current]')).toBeInViewport();
});

test('search inside: count, next, marks in the words and on the time line, by the rules of the archive @script', async ({
  page,
  lang
}) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  const find = page.getByRole('searchbox', { name: w.find });
  await find.fill('campana');
  await find.press('Enter');
  await expect(page.locator('.tx-find output')).toHaveText(lang === 'en' ? '1 of 2' : '1 de 2');
  // a bell, not the campaign: ñ is a letter of its own
  await expect(page.locator('.tx-panel mark')).toHaveText(['campana', 'campana']);
  await find.fill('deportar');
  await find.press('Enter');
  const count = page.locator('.tx-find output');
  await expect(count).toHaveText(/^1 (of|de) \d+$/);
  const total = Number(/\d+$/.exec(await count.innerText())?.[0]);
  expect(total).toBeGreaterThan(1);
  expect(await page.locator('.transport .rail .hit').count()).toBe(total);
  await page.getByRole('button', { name: w.next }).click();
  await expect(count).toHaveText(new RegExp(`^2 `));
  await expect(page.locator('mark.here')).toBeInViewport();
  await find.fill('');
  await expect(page.locator('.tx-panel mark')).toHaveCount(0);
});

test('keyboard alone: reach the transcript, search, play, leave, in ten key presses @script', async ({
  page,
  lang
}) => {
  await page.goto(june[lang]);
  await ready(page);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await press('Tab');
  await press('Enter'); // to the content
  await press('Tab');
  await press('Enter'); // to the search of the transcript
  await expect(page.locator('#find')).toBeFocused();
  await page.keyboard.type(lang === 'en' ? 'asylum' : 'asilo');
  await press('Enter');
  await expect(page.locator('mark.here')).toBeVisible();
  await press('ArrowDown'); // to the passage found
  await expect(page.locator('.tc:focus')).toHaveCount(1);
  const wanted = await page
    .locator('.tc:focus')
    .evaluate((link) => Number(link.closest<HTMLElement>('.passage')?.dataset.start));
  await press('Enter');
  await expect.poll(async () => Math.abs((await seconds(page)) * 1000 - wanted)).toBeLessThan(3000);
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.tx-panel') === null)).toBe(true);
  expect(presses).toBeLessThanOrEqual(10);
});

test('arrows move inside the transcript, which is one tab stop @script', async ({ page, lang }) => {
  await page.goto(june[lang]);
  await ready(page);
  expect(await page.locator('.tx-panel a:not([tabindex="-1"])').count()).toBe(1);
  await page.locator('.tc').first().focus();
  for (const [key, index] of [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['PageDown', 11],
    ['Home', 0]
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator('.tc').nth(index)).toBeFocused();
  }
  await page.keyboard.press('End');
  await expect(page.locator('.tc').last()).toBeFocused();
  const described = await page.locator('.tc').last().getAttribute('aria-describedby');
  await expect(page.locator(`#${described ?? 'none'}`)).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.locator('#find')).toBeFocused();
});

test('keys of the player work in the player only and can be switched off @script', async ({ page, lang }) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  await page.keyboard.press('k');
  expect(await isPlaying(page)).toBe(false);
  const rail = figure(page).getByRole('slider', { name: w.position });
  await rail.focus();
  for (const [key, value] of [
    ['ArrowRight', '5'],
    ['PageUp', '65'],
    ['ArrowLeft', '60'],
    ['PageDown', '0']
  ] as const) {
    await page.keyboard.press(key);
    await expect(rail).toHaveAttribute('aria-valuenow', value);
  }
  await expect(rail).toHaveAttribute('aria-valuetext', /^0 (seconds of 4 minutes|segundos de 4 minutos)/);
  await figure(page).getByRole('button', { name: w.play, exact: true }).focus();
  await page.keyboard.press('l');
  await expect.poll(() => seconds(page)).toBeGreaterThanOrEqual(10);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('l');
  expect(await seconds(page)).toBeLessThan(15);
});

test('the look of captions is chosen, seen and kept @script', async ({ page, lang }) => {
  const w = words[lang];
  await page.goto(june[lang]);
  await ready(page);
  await page.getByRole('button', { name: w.look }).click();
  await page.getByRole('dialog').locator('input[value="huge"]').check({ force: true });
  await page.getByRole('dialog').locator('input[value="below"]').check({ force: true });
  await page.keyboard.press('Escape');
  await page.reload();
  await ready(page);
  await page.locator('.tc').nth(3).click();
  await expect(page.locator('.captions.place-below.size-huge .caption')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no finding of axe, ${colorScheme} @once`, async ({ browser, baseURL }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    for (const lang of ['en', 'es'] as const) {
      await page.goto(june[lang]);
      await ready(page);
      const idle = await new AxeBuilder({ page }).analyze();
      expect(idle.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.locator('.tc').nth(20).click();
      await page.locator('#find').fill('a*');
      await page.locator('#find').fill(lang === 'en' ? 'asylum' : 'asilo');
      await page.keyboard.press('Enter');
      await page.locator('#download summary').click();
      const busy = await new AxeBuilder({ page }).analyze();
      expect(busy.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      for (const name of [words[lang].keys, words[lang].look]) {
        await figure(page).getByRole('button', { name, exact: true }).click();
        const sheet = await new AxeBuilder({ page }).include('dialog[open]').analyze();
        expect(sheet.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        await page.keyboard.press('Escape');
      }
    }
    await context.close();
  });
}

test('no sideways scroll from 320 px to 1600 px @once @script', async ({ page }) => {
  for (const width of [320, 390, 768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(june.es);
    await ready(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${String(width)} px`).toBeLessThanOrEqual(0);
  }
});

test('what a screen reader is given: player, bar, passages, sheets @once', async ({ page }) => {
  await page.goto(june.en);
  await ready(page);
  await expect(figure(page)).toMatchAriaSnapshot({ name: 'recording-player.aria.yml' });
  await expect(page.locator('form.tracks')).toMatchAriaSnapshot({ name: 'recording-tracks.aria.yml' });
  await expect(page.locator('.tx-bar')).toMatchAriaSnapshot({ name: 'recording-bar.aria.yml' });
  await expect(page.locator('.turn').first()).toMatchAriaSnapshot({ name: 'recording-turn.aria.yml' });
  await expect(page.locator('.chap').first()).toMatchAriaSnapshot({ name: 'recording-chapter.aria.yml' });
  for (const [name, file] of [
    ['Keys', 'keys'],
    ['How captions look', 'look']
  ] as const) {
    await figure(page).getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot({ name: `recording-${file}.aria.yml` });
    await page.keyboard.press('Escape');
  }
});
