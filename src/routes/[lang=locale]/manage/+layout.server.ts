import { deskEntriesFor } from '#lib/domain/access/desk-nav.ts';
import { alternates, pathIn } from '#lib/domain/i18n/paths.ts';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { getSite, listSources } from '#lib/server/archive/index.ts';
import { deskWarnings } from '#lib/server/operating/index.ts';
import { refuseByMatrix } from '#lib/server/http/desk-guard.ts';
import type { LayoutServerLoad } from './$types';

/** Who has not signed in does not come here: lib/server/http/desk-guard.ts. */
export const load: LayoutServerLoad = async ({ locals, url, route }) => {
  const { ctx, locale } = locals;
  refuseByMatrix({ locals, route });
  const [site, sources, warnings] = await Promise.all([getSite(ctx), listSources(ctx), deskWarnings(ctx)]);
  const { viewer } = ctx;
  const role = viewer.kind === 'organizer' ? viewer.role : 'captioner';
  return {
    locale,
    site: site && { title: site.title, shortTitle: site.shortTitle, textsReviewed: site.textsReviewed },
    documents: Object.fromEntries(sources.map(({ id, label }) => [id, label])),
    warnings,
    me: { name: viewer.kind === 'organizer' ? (viewer.name ?? '') : '', role },
    nav: deskEntriesFor(role).map(({ key, path, apart = false }) => ({
      ...{ key, apart },
      href: pathIn(locale, 'manage', ...path)
    })),
    otherPath: (alternates(url.pathname)?.[otherLocale(locale)] ?? pathIn(otherLocale(locale), 'manage')) + url.search
  };
};
