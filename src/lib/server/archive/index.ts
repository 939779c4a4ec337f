export {
  listImageIds,
  noticesFor,
  picturesById,
  picturesOf,
  resourcesOf,
  topicsOf
} from '#lib/server/archive/links.ts';
export type { Picture, Resource, TopicLink } from '#lib/server/archive/links.ts';
export { describeSite, getSite, listSourceLinks, listSources } from '#lib/server/archive/site.ts';
export type { Site, SiteChange, SourceDocument, SourceLink } from '#lib/server/archive/site.ts';
export { findBySlug, goneHash, slugsOf } from '#lib/server/archive/slugs.ts';
export type { Found, Slugs } from '#lib/server/archive/slugs.ts';
