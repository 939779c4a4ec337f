import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestEvent } from '@sveltejs/kit';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { slugsOf } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { refuse } from '#lib/server/http/answers.ts';
import { makePublic, previewOf, rehearse, type Preview } from '#lib/server/records/index.ts';

/** Inside a rehearsal the pages of the archive read with these eyes, see handles.ts. */
export const rehearsing = new AsyncLocalStorage<Ctx>();

/** Where the page of each kind stands; null: it has none. */
const wordOf: Record<ObjectKind, string | null> = {
  event: 'events',
  series: 'series',
  recording: 'recordings',
  person: 'people',
  organization: 'organizations',
  campaign: 'campaign',
  action: 'act',
  page: 'pages',
  topic: 'topics',
  image: null
};

/** On everything below a preview's address: kept by nobody, found by no search engine, told to no other site. */
export const previewHeaders = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer'
} as const;

type Event = Pick<RequestEvent, 'locals' | 'fetch'>;

export async function previewOrGone({ locals }: Pick<Event, 'locals'>, token: string): Promise<Preview> {
  return (await previewOf(locals.ctx, token)) ?? refuse(410, 'preview.gone');
}

export const seenBy = <T>({ locals }: Pick<Event, 'locals'>, preview: Preview, look: (visitor: Ctx) => Promise<T>) =>
  rehearse(locals.ctx, (tx) => makePublic(tx, preview), look);

const pathsOfPage = (kind: ObjectKind, slug: Record<Locale, string>): Record<Locale, string> | null => {
  const word = wordOf[kind];
  if (word === null) return null;
  const path = (locale: Locale) => (kind === 'campaign' ? pathIn(locale, word) : pathIn(locale, word, slug[locale]));
  return { en: path('en'), es: path('es') };
};

/** The page as it will be, made by its own route inside a rehearsal; its files and its other language under the token too. */
export async function previewPage(event: Event, token: string, locale: Locale): Promise<Response> {
  const preview = await previewOrGone(event, token);
  return seenBy(event, preview, async (visitor) => {
    const slug = (await slugsOf(visitor, preview.kind, [preview.id])).get(preview.id);
    const paths = pathsOfPage(preview.kind, slug ?? { en: preview.id, es: preview.id });
    if (!paths) return refuse(404, 'missing');
    const page = await rehearsing.run(visitor, () => event.fetch(paths[locale], { headers: { accept: 'text/html' } }));
    if (!page.ok) return refuse(page.status, 'missing');
    const html = withToken(await page.text(), token, locale, paths);
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', ...previewHeaders });
    const policy = page.headers.get('content-security-policy');
    if (policy) headers.set('content-security-policy', policy);
    return new Response(html, { headers });
  });
}

function withToken(html: string, token: string, locale: Locale, paths: Record<Locale, string>): string {
  const own = pathIn(locale, 'preview', token);
  const bar = `<p class="note warn" role="note"><span><b>${recordsMessages(locale).preview.bar}</b></span></p>`;
  const rewritten = html
    // what machines are told of a public page does not hold for this one
    .replaceAll(/<link rel="(?:canonical|alternate)"[^>]*>|<meta property="og:[^>]*>/g, '')
    .replaceAll(
      /(["'\s(,])\/media\/([^"'\s),<>?#]+)/g,
      (_, before: string, key: string) => `${before}${own}/f?k=${encodeURIComponent(key)}`
    )
    .replaceAll(
      /(["'\s(,])\/captions\/([^"'\s/<>?#]+)\/([^"'\s),<>?#]+)/g,
      (_, before: string, recording: string, file: string) =>
        `${before}${own}/c?r=${encodeURIComponent(recording)}&amp;f=${encodeURIComponent(file)}`
    )
    .replace(/<head>/, '<head><meta name="robots" content="noindex, nofollow">')
    .replace(/<main\b/, `${bar}<main`);
  return locales.reduce(
    (page, each) => page.replaceAll(`href="${paths[each]}"`, `href="${pathIn(each, 'preview', token)}"`),
    rewritten
  );
}
