import { alternates } from '#lib/domain/i18n/paths.ts';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { getSite } from '#lib/server/archive/index.ts';
import type { LayoutServerLoad } from './$types';

// plain forms, so that signing in needs nothing but a browser
export const csr = false;

export const load: LayoutServerLoad = async ({ locals: { ctx, locale }, url, setHeaders }) => {
  // stricter than this, browsers send forms with the origin “null”, which is refused
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const site = await getSite(ctx);
  const other = alternates(url.pathname)?.[otherLocale(locale)] ?? null;
  return {
    locale,
    site: site && { title: site.title, shortTitle: site.shortTitle, textsReviewed: site.textsReviewed },
    otherPath: other && other + url.search
  };
};
