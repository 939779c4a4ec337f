export { findFile, pathOf, type Sharing, type StoredFile } from '#lib/server/media/service.ts';
export { portionOf, type Portion, type RangeRequest } from '#lib/server/media/range.ts';
export { readPortion } from '#lib/server/media/read.ts';
export { mediaUrl } from '#lib/server/media/url.ts';
