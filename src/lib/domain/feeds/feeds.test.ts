import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { atomEnd, atomEntry, atomStart } from '#lib/domain/feeds/atom.ts';
import { feedItem, type FeedHead } from '#lib/domain/feeds/item.ts';
import { episodeOf, podcastEnd, podcastItem, podcastStart } from '#lib/domain/feeds/podcast.ts';
import { rssEnd, rssItem, rssStart } from '#lib/domain/feeds/rss.ts';
import { sitemapEnd, sitemapIndex, sitemapStart, sitemapUrl } from '#lib/domain/feeds/sitemap.ts';
import { canaries, sameLineEnds } from '../../../../tests/support/canaries.ts';
import { eventEntry, recordingEntry } from '../../../../tests/support/entries.ts';

const head = (text: string): FeedHead => ({
  title: text,
  description: text,
  locale: 'en',
  pageUrl: 'https://archive.example/en',
  selfUrl: 'https://archive.example/en/feed.xml',
  updatedAt: Date.UTC(2026, 1, 1),
  id: 'urn:uuid:aa'
});

// readers trim, and collapse nothing else
const words = (text: string | undefined) => sameLineEnds(text ?? '').trim();
const known = Object.entries(canaries);

describe.each(known)('%s comes back as words', (_, canary) => {
  const plain = words(canary);

  test('from RSS', () => {
    const xml = rssStart(head(canary)) + rssItem(feedItem(eventEntry(canary))) + rssEnd;
    expect(XMLValidator.validate(xml)).toBe(true);
    const feed = parseRssFeed(xml);
    expect(words(feed.title)).toBe(plain);
    expect(words(feed.description)).toBe(plain);
    const [item] = feed.items ?? [];
    expect(words(item?.title)).toBe(`Cancelled: ${plain}`);
    expect(words(item?.description)).toContain(plain);
    expect(item?.guid?.value).toBe('urn:uuid:0b0c3f5e-8a55-4d8e-9a53-3f1f0a9f7a01');
    expect(feed.items).toHaveLength(1);
  });

  test('from Atom', () => {
    const xml = atomStart(head(canary)) + atomEntry(feedItem(recordingEntry(canary))) + atomEnd;
    expect(XMLValidator.validate(xml)).toBe(true);
    const feed = parseAtomFeed(xml);
    const [entry] = feed.entries ?? [];
    const text = (value: string | { value?: string } | undefined) => (typeof value === 'string' ? value : value?.value);
    expect(words(text(entry?.title))).toBe(plain);
    expect(words(text(entry?.summary))).toContain(plain);
    expect(words(entry?.contributors?.[0]?.name)).toBe(plain);
    expect(entry?.updated).toBe('2026-02-01T00:00:00Z');
  });

  test('from the podcast', () => {
    const episode = episodeOf(recordingEntry(canary), 'es');
    if (!episode) throw new Error('no episode');
    const links = { chapters: 'https://archive.example/feeds/chapters/x.json' };
    const podcast = { ...head(canary), language: 'es', guid: 'g', imageUrl: null };
    const xml = podcastStart(podcast) + podcastItem(episode, links) + podcastEnd;
    expect(XMLValidator.validate(xml)).toBe(true);
    const [item] = parseRssFeed(xml).items ?? [];
    expect(words(item?.title)).toBe(plain);
    expect(words(item?.podcast?.persons?.[0]?.display)).toBe(plain);
  });

  test('from the sitemap', () => {
    const entry = recordingEntry(canary);
    const url = {
      urls: entry.urls,
      updatedAt: entry.updatedAt,
      video: { en: entry, es: { ...entry, locale: 'es' as const } }
    };
    const xml = sitemapStart + sitemapUrl(url) + sitemapEnd;
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      processEntities: true,
      htmlEntities: true,
      trimValues: false
    });
    const parsed = JSON.stringify(parser.parse(xml));
    expect(parsed).toContain(`"video:title":${JSON.stringify(canary)}`);
  });
});

test('a podcast episode brings its sound, transcripts, chapters, people, licence and other sounds', () => {
  const episode = episodeOf(recordingEntry('Junio'), 'es');
  const xml =
    podcastStart({ ...head('P'), language: 'es', guid: 'b7b1', imageUrl: null }) +
    (episode ? podcastItem(episode, { chapters: 'https://archive.example/c.json' }) : '') +
    podcastEnd;
  const feed = parseRssFeed(xml);
  const [item] = feed.items ?? [];
  expect(feed.podcast).toMatchObject({ guid: 'b7b1', medium: 'podcast' });
  expect(item?.enclosures).toMatchObject([
    { url: 'https://archive.example/media/es.m4a', length: 1234, type: 'audio/mp4' }
  ]);
  expect(item?.itunes?.duration).toBe(3600);
  expect(item?.podcast?.transcripts?.map(({ type, language }) => `${type} ${language ?? ''}`)).toEqual([
    'text/vtt es',
    'application/x-subrip es'
  ]);
  expect(item?.podcast?.chapters).toMatchObject({ type: 'application/json+chapters' });
  expect(item?.podcast?.persons).toMatchObject([{ display: 'Junio', role: 'Speaker' }]);
  expect(item?.podcast?.license?.display).toBe('CC-BY-4.0');
  expect(item?.podcast?.alternateEnclosures?.map(({ type }) => type)).toEqual(['video/mp4', 'audio/mp4']);
});

const standIn = recordingEntry('x', {
  mediaState: 'stand_in',
  standInMadeOn: '2026-11-24',
  rights: null,
  sounds: recordingEntry('x').sounds.map((sound) => ({ ...sound, standIn: true }))
});
test.each([
  ['cleared', recordingEntry('x'), {}, true],
  ['not cleared', recordingEntry('x', { rights: { holder: null, term: 'not_cleared', note: null } }), {}, false],
  ['nothing said of rights', recordingEntry('x', { rights: null }), {}, false],
  [
    'in copyright',
    recordingEntry('x', { rights: { holder: null, term: 'https://rightsstatements.org/vocab/InC/1.0/', note: null } }),
    {},
    false
  ],
  ['stand-in', standIn, {}, false],
  ['stand-in, asked for', standIn, { standIns: true }, true]
])('the podcast and a recording that is %s', (_, entry, options, expected) => {
  expect(episodeOf(entry, 'es', options) !== null).toBe(expected);
});
test('no episode in a language in which nothing sounds', () => {
  expect(episodeOf(recordingEntry('x'), 'quc')).toBeNull();
});

test('a sitemap names each page in each language, with all its alternates', () => {
  const xml =
    sitemapStart +
    sitemapUrl({ urls: { en: 'https://a/en/x', es: 'https://a/es/y' }, updatedAt: null, video: null }) +
    sitemapEnd;
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const alternates = ['en', 'es', 'x-default'].map((hreflang) => ({
    rel: 'alternate',
    hreflang,
    href: hreflang === 'es' ? 'https://a/es/y' : 'https://a/en/x'
  }));
  expect(parser.parse(xml)).toMatchObject({
    urlset: {
      url: [
        { loc: 'https://a/en/x', 'xhtml:link': alternates },
        { loc: 'https://a/es/y', 'xhtml:link': alternates }
      ]
    }
  });
  expect(XMLValidator.validate(sitemapIndex([{ url: 'https://a/sitemap/1.xml?a&b', updatedAt: 0 }]))).toBe(true);
});

test('a stand-in has no video in the sitemap', () => {
  const xml = sitemapUrl({ urls: standIn.urls, updatedAt: 0, video: { en: standIn, es: standIn } });
  expect(xml).not.toContain('video:');
});
