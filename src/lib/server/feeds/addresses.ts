import type { EntryLink } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';
import { pathsOf } from '#lib/domain/i18n/paths.ts';
import { slugsOf } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';

/** What has a page of its own that outputs name; the word is that of its route. */
export const wordOf = {
  event: 'events',
  recording: 'recordings',
  person: 'people',
  organization: 'organizations',
  series: 'series',
  page: 'pages'
} as const;
export type EntryKind = keyof typeof wordOf;

/** Outputs are read elsewhere: every address in them is absolute, and built on PUBLIC_URL. */
export const absolute = ({ config }: Pick<Ctx, 'config'>, path: string): string => new URL(path, config.publicUrl).href;

/** Addresses of the pages of these objects, per language. */
export async function urlsOf(
  ctx: Ctx,
  kind: EntryKind,
  ids: readonly string[]
): Promise<(id: string) => Record<Locale, string>> {
  const slugs = await slugsOf(ctx, kind, [...new Set(ids)]);
  return (id) => {
    const paths = pathsOf(wordOf[kind], slugs.get(id) ?? { en: id, es: id });
    return { en: absolute(ctx, paths.en), es: absolute(ctx, paths.es) };
  };
}

interface Named {
  id: string;
  uuid: string;
  title: Localized;
}

/** Links to objects that were already found to be open. */
export async function linksTo(
  ctx: Ctx,
  locale: Locale,
  kind: EntryKind,
  rows: readonly Named[]
): Promise<Map<string, EntryLink>> {
  const urls = await urlsOf(
    ctx,
    kind,
    rows.map(({ id }) => id)
  );
  return new Map(
    rows.map(({ id, uuid, title }) => [id, { uuid, url: urls(id)[locale], title: textIn(title, locale) }])
  );
}
