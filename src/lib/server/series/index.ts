export { getSeries, listSeries, seriesByIds, seriesPageById } from '#lib/server/series/service.ts';
export type { SeriesCard, SeriesPage } from '#lib/server/series/service.ts';
export { partsShown, type Part } from '#lib/server/series/parts.ts';
