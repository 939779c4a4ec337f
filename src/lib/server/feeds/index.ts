export {
  collections,
  eventFilter,
  isCollection,
  listResources,
  recordingFilter,
  type Collection
} from '#lib/server/feeds/api-lists.ts';
export { momentResources, oneResource, transcriptResource } from '#lib/server/feeds/api-objects.ts';
export { absolute, type EntryKind } from '#lib/server/feeds/addresses.ts';
export { calendar, newsFeed, type NewsFormat } from '#lib/server/feeds/documents.ts';
export { entriesById, entriesInBatches, listedObjects, type ListedObject } from '#lib/server/feeds/entries.ts';
export { pathsByUuid } from '#lib/server/feeds/identifier.ts';
export { frontPageMeta, metaOf, quoteMeta } from '#lib/server/feeds/meta.ts';
export { oEmbedOf } from '#lib/server/feeds/oembed.ts';
export { archiveEntry } from '#lib/server/feeds/other-entries.ts';
export { everything, objectsIn, scopeBySlug, type Scope } from '#lib/server/feeds/scope.ts';
export { isSitemapPart, robots, sitemapFile, sitemapIndexFile, type SitemapPart } from '#lib/server/feeds/sitemap.ts';
export { citationFile, getQuote, quoteOfSelection, type FoundQuote } from '#lib/server/feeds/quotes.ts';
export { chaptersFile, podcastFeed, podcastLanguages, type PodcastLanguage } from '#lib/server/feeds/podcast.ts';
export { drawPng, hashOf } from '#lib/server/feeds/cards/draw.ts';
export { cardOfArchive, cardOfObject, cardOfQuote, podcastCover } from '#lib/server/feeds/cards/service.ts';
export { corpusOutline, corpusZip, type CorpusFilter, type CorpusOutline } from '#lib/server/feeds/corpus/index.ts';
export { searchFeed } from '#lib/server/feeds/search-feed.ts';
export { securityTxt } from '#lib/server/feeds/security-txt.ts';
