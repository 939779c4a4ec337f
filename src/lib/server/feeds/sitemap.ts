import { eq } from 'drizzle-orm';
import { isStandIn, type AnyEntry } from '#lib/domain/feeds/entry.ts';
import { mostUrls, sitemapEnd, sitemapIndex, sitemapStart, sitemapUrl } from '#lib/domain/feeds/sitemap.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { keptFromSearchEngines } from '#lib/domain/people/search-engines.ts';
import type { Ctx } from '#lib/server/context.ts';
import { people, recordings } from '#lib/server/db/schema/index.ts';
import { absolute, wordOf, type EntryKind } from '#lib/server/feeds/addresses.ts';
import { entriesById, entriesInBatches, listedObjects, type ListedObject } from '#lib/server/feeds/entries.ts';

/** Pages that list others; they change with what they list. */
const lists = [[], ['recordings'], ['events'], ['people'], ['organizations'], ['campaign'], ['timeline'], ['act']];
export const sitemapParts = ['lists', 'event', 'recording', 'person', 'organization', 'series', 'page'] as const;
export type SitemapPart = (typeof sitemapParts)[number];
export const isSitemapPart = (value: string): value is SitemapPart => sitemapParts.some((part) => part === value);

const perFile = mostUrls / 2; // a page is written once per language

/** Stand-ins, and people who have not agreed yet, are kept from search engines without a mark of their own. */
async function keptBack(ctx: Ctx, kind: EntryKind): Promise<Set<string>> {
  if (kind === 'recording') {
    const rows = await ctx.read
      .select({ id: recordings.id })
      .from(recordings)
      .where(eq(recordings.mediaState, 'stand_in'));
    return new Set(rows.map(({ id }) => id));
  }
  if (kind !== 'person') return new Set();
  const { id, noindex, kind: kindOfPerson, consent } = people;
  const rows = await ctx.read.select({ id, noindex, kind: kindOfPerson, consent }).from(people);
  return new Set(rows.filter(keptFromSearchEngines).map((row) => row.id));
}

async function indexable(ctx: Ctx, kind: EntryKind): Promise<ListedObject[]> {
  const [objects, kept] = await Promise.all([listedObjects(ctx, kind), keptBack(ctx, kind)]);
  return objects.filter((object) => !object.noindex && !kept.has(object.id));
}

/** The index of all sitemaps, one or more a kind. */
export async function sitemapIndexFile(ctx: Ctx): Promise<string> {
  const files = [{ url: absolute(ctx, '/sitemap/lists-1.xml'), updatedAt: null as number | null }];
  for (const kind of Object.keys(wordOf) as EntryKind[]) {
    const objects = await indexable(ctx, kind);
    for (let from = 0; from < objects.length; from += perFile) {
      const part = objects.slice(from, from + perFile);
      const updatedAt = part.reduce((latest, object) => Math.max(latest, object.updatedAt), 0);
      files.push({ url: absolute(ctx, `/sitemap/${kind}-${String(from / perFile + 1)}.xml`), updatedAt });
    }
  }
  return sitemapIndex(files);
}

async function* listUrls(ctx: Ctx): AsyncGenerator<string, void> {
  for (const words of lists) {
    const urls = { en: absolute(ctx, pathIn('en', ...words)), es: absolute(ctx, pathIn('es', ...words)) };
    yield sitemapUrl({ urls, updatedAt: null, video: null });
  }
}

/** Both languages of each recording: titles and pictures differ. */
async function videosOf(ctx: Ctx, entries: readonly AnyEntry[], ids: readonly string[]) {
  const shown = entries.filter((entry) => entry.type === 'recording').filter((entry) => !isStandIn(entry));
  const spanish = shown.length === 0 ? [] : await entriesById(ctx, 'es', 'recording', ids);
  return shown.flatMap((en) => {
    const es = spanish.find(({ uuid }) => uuid === en.uuid);
    return es ? [{ en, es }] : [];
  });
}

async function* objectUrls(ctx: Ctx, kind: EntryKind, ids: readonly string[]): AsyncGenerator<string, void> {
  for await (const entries of entriesInBatches(ctx, 'en', kind, ids)) {
    const open = entries.filter(({ noindex }) => !noindex);
    const videos = await videosOf(ctx, open, ids);
    yield open
      .map(({ uuid, urls, updatedAt }) =>
        sitemapUrl({ urls, updatedAt, video: videos.find(({ en }) => en.uuid === uuid) ?? null })
      )
      .join('');
  }
}

/** One sitemap, in pieces; null when there is none of that number. Numbers count from 1. */
export async function sitemapFile(
  ctx: Ctx,
  part: SitemapPart,
  number: number
): Promise<AsyncGenerator<string, void> | null> {
  const objects = part === 'lists' ? [] : await indexable(ctx, part);
  const ids = objects.slice((number - 1) * perFile, number * perFile).map(({ id }) => id);
  if (number < 1 || (part === 'lists' ? number > 1 : ids.length === 0)) return null;
  return whole(part === 'lists' ? listUrls(ctx) : objectUrls(ctx, part, ids));
}

async function* whole(urls: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield sitemapStart;
  yield* urls;
  yield sitemapEnd;
}

/** Everything may be read but what organizers work with, and pages that only ask questions of the archive. */
export const robots = (ctx: Ctx): string =>
  [
    'User-agent: *',
    ...['/en/manage', '/es/gestion', '/en/search', '/es/buscar', '/api/', '/uploads/', '/q/'].map(
      (path) => `Disallow: ${path}`
    ),
    '',
    `Sitemap: ${absolute(ctx, '/sitemap.xml')}`,
    ''
  ].join('\n');
