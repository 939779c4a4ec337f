import { oEmbed, type OEmbed } from '#lib/domain/feeds/oembed.ts';
import { isLocale } from '#lib/domain/i18n/locale.ts';
import { routePath } from '#lib/domain/i18n/paths.ts';
import { findBySlug } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { wordOf, type EntryKind } from '#lib/server/feeds/addresses.ts';
import { entriesById } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';

const kindOf = (word: string): EntryKind | undefined =>
  (Object.keys(wordOf) as EntryKind[]).find((kind) => wordOf[kind] === word);

/** What other sites may show for an address of this archive; null when it is none of ours, or of nothing open. */
export async function oEmbedOf(ctx: Ctx, address: string): Promise<OEmbed | null> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !ctx.config.hosts.includes(url.host)) return null;
  const [, locale, word = '', slug, more] = (routePath(url.pathname) ?? '').split('/');
  const kind = kindOf(word);
  if (!isLocale(locale) || !kind || !slug || more) return null;
  const found = await findBySlug(ctx, kind, locale, decodeURIComponent(slug));
  const [[entry], archive] = await Promise.all([
    found ? entriesById(ctx, locale, kind, [found.id], 'read') : [],
    archiveEntry(ctx, locale)
  ]);
  return entry ? oEmbed(entry, archive) : null;
}
