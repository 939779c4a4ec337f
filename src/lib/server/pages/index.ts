export { getPage, listPages } from '#lib/server/pages/service.ts';
export type { Page, PageLink } from '#lib/server/pages/service.ts';
