import AxeBuilder from '@axe-core/playwright';
import type { QuoteView } from '#lib/domain/citations/view.ts';
import { quoteMessages } from '#lib/domain/i18n/messages/quotes.ts';
import { expect, test } from '../support/page.ts';

const addresses = {
  en: '/en/recordings/2020-06-10-recording-june-webinar',
  es: '/es/grabaciones/2020-06-10-grabacion-seminario-de-junio'
} as const;

test('words selected with the mouse can be quoted, linked and cited @script', async ({ page, lang }) => {
  const m = quoteMessages(lang);
  await page.goto(addresses[lang]);
  const words = page.locator(`.say[data-lang="${lang}"] p`).nth(2);
  await words.scrollIntoViewIfNeeded();
  await page.locator('.tx-find').waitFor(); // the page is alive
  await words.click({ clickCount: 3 });
  const bar = page.getByRole('region', { name: new RegExp(m.bar.label('').trim()) });
  await expect(bar).toBeVisible();
  await expect(bar.getByRole('button', { name: 'APA 7' })).toHaveAttribute('aria-pressed', 'true');
  const text = (await words.innerText()).replace(/\s+/g, ' ').trim();
  await expect(bar.locator('cite')).toContainText(lang === 'en' ? 'stand-in, not the webinar' : 'material provisional');
  await bar.getByRole('button', { name: 'MLA 9' }).click();
  await expect(bar.locator('cite')).toContainText('/q/');
  await bar.getByRole('link', { name: m.bar.page }).click();
  await expect(page.locator('blockquote').first()).toHaveText(text);
  await expect(page.getByText(m.landed.same)).toBeVisible();
});

test('a passage can be quoted by keyboard, and the focus comes back @script', async ({ page, lang }) => {
  const m = quoteMessages(lang);
  await page.goto(addresses[lang]);
  await page.locator('.tx-find').waitFor();
  const time = page.locator('.passage .tc').nth(1);
  await time.focus();
  await page.keyboard.press('q');
  const first = page.getByRole('button', { name: m.bar.copyQuote });
  await expect(first).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  await expect(time).toBeFocused();
});

test('a selection across passages is of one language @script', async ({ page, lang }) => {
  await page.goto(addresses[lang]);
  await page.locator('.tx-find').waitFor();
  await page.evaluate((language) => {
    const [from, to] = Array.from(document.querySelectorAll(`.say[data-lang="${language}"] p`)).slice(1, 3);
    if (!from || !to) throw new Error('no passages');
    const range = document.createRange();
    range.setStart(from, 0);
    range.setEnd(to, to.childNodes.length);
    window.getSelection()?.removeAllRanges();
    window.getSelection()?.addRange(range);
    to.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  }, lang);
  await expect(page.locator('.quote cite')).toContainText('/q/');
});

/** A link made as the bar makes it, for the pages that need no script. */
async function makeLink(request: { get(path: string): Promise<{ json(): Promise<unknown> }> }, lang: 'en' | 'es') {
  const list = (await (await request.get('/api/v1/recordings?standIns=include')).json()) as {
    data: { uuid: string }[];
  };
  const uuid = list.data[0]?.uuid ?? '';
  const transcript = (await (await request.get(`/api/v1/recordings/${uuid}/transcript?language=${lang}`)).json()) as {
    cues: { text: string; startMs: number }[];
  };
  const cue = transcript.cues[3];
  const query = new URLSearchParams({
    recording: uuid,
    language: lang,
    text: cue?.text ?? '',
    t: String(cue?.startMs),
    lang
  });
  const quote = (await (await request.get(`/api/v1/quotes?${query.toString()}`)).json()) as QuoteView;
  return { quote, text: cue?.text ?? '' };
}

test('the link opens in the reader’s language, shows both languages, and cites in six formats', async ({
  page,
  request,
  lang
}) => {
  const { quote, text } = await makeLink(request, lang);
  await page.goto(new URL(quote.url).pathname);
  await expect(page).toHaveURL(new RegExp(`/${lang}/q/`));
  await expect(page.locator('blockquote').first()).toHaveText(text.replace(/\s+/g, ' '));
  await expect(page.locator('blockquote')).toHaveCount(2);
  await expect(page.locator('video, audio').first()).toHaveAttribute('src', /#t=\d+(\.\d+)?,\d+(\.\d+)?$/);
  for (const { url } of quote.files) {
    const file = await request.get(url);
    expect(file.status(), url).toBe(200);
    expect(await file.text()).toContain(quote.url);
  }
});

test('the page of a quote has no accessibility finding @script', async ({ page, request, lang }) => {
  const { quote } = await makeLink(request, lang);
  await page.goto(new URL(quote.url).pathname);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('a link that was never one is not found @once', async ({ request }) => {
  expect((await request.get('/en/q/nonsense')).status()).toBe(404);
  expect((await request.get('/en/q/0000000000.x.1.0-1.0.abc')).status()).toBe(404);
});

test('a quote can be shown by other sites, and by them alone its clip', async ({ page, lang, request, baseURL }) => {
  const { code } = (await makeLink(request, lang)).quote;
  const address = `/${lang}/q/${code}/embed`;
  const answer = await request.get(address);
  expect(answer.headers()['content-security-policy']).toContain('frame-ancestors *');
  expect((await request.get(`/${lang}/q/${code}`)).headers()['content-security-policy']).toContain(
    "frame-ancestors 'none'"
  );
  // a page as another site would have it: with an address, and without our rules
  const body = `<title>x</title><iframe src="${baseURL ?? ''}${address}" title="x" width="640" height="480"></iframe>`;
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/elsewhere');
  const clip = page.frameLocator('iframe');
  await expect(clip.locator('blockquote')).toHaveCount(2);
  await expect(clip.locator('[data-clip]')).toHaveAttribute('src', /#t=[\d.]+,[\d.]+$/);
  expect((await request.get(`/${lang}/q/${code}/card.png`)).headers()['content-type']).toBe('image/png');
});
