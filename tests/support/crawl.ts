import type { APIRequestContext } from '@playwright/test';

export interface CrawledPage {
  path: string;
  html: string;
  /** The words that are read, with white space as single spaces. */
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const decode = (text: string) => text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The words of a page, without its head and scripts. Blocks end a word, links and marks do not. */
export function wordsOf(html: string): string {
  const body = html
    .replace(/^[\s\S]*?<body[^>]*>/, '')
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<\/(?:p|h\d|li|dd|dt|div|section|td|th|figcaption|small|span|b)>|<br\s*\/?>/g, '$& ')
    .replaceAll(/<[^>]+>/g, '');
  return decode(body).replaceAll(/\s+/g, ' ').trim();
}

const linksIn = (html: string) =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map(([, href = '']) => decode(href));

/** Every page that can be reached by links from these, each once; `skip` leaves addresses out. */
export async function crawl(
  request: APIRequestContext,
  from: readonly string[],
  skip: (path: string) => boolean = () => false
): Promise<CrawledPage[]> {
  const seen = new Set(from);
  const queue = [...from];
  const pages: CrawledPage[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await request.get(path, { maxRedirects: 0 });
    if (answer.status() !== 200) throw new Error(`${path} answers ${String(answer.status())}`);
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    const html = await answer.text();
    pages.push({ path, html, text: wordsOf(html) });
    for (const link of linksIn(html)) {
      const target = link.split('#')[0] ?? '';
      if (!target || seen.has(target) || skip(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return pages;
}
