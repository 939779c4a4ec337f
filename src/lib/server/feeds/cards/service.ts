import { anonymous } from '#lib/domain/access/viewer.ts';
import { archiveCard, eventCard, quoteCard, recordingCard } from '#lib/domain/cards/cards.ts';
import { cardSvg, coverSvg } from '#lib/domain/cards/card-svg.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import { layOutScore, type ScoreLayout } from '#lib/domain/recordings/score.ts';
import { findBySlug } from '#lib/server/archive/index.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { gone } from '#lib/server/errors.ts';
import { entriesById } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';
import { podcastLanguages } from '#lib/server/feeds/podcast.ts';
import { getQuote } from '#lib/server/feeds/quotes.ts';
import { assertReadable } from '#lib/server/feeds/scope.ts';
import { outlineOf, recordingCardsById } from '#lib/server/recordings/index.ts';

async function scoreOf(ctx: Ctx, locale: Locale, id: string): Promise<ScoreLayout | null> {
  const [row] = await recordingCardsById(ctx, [id]);
  const outline = row && (await outlineOf(ctx, row));
  if (!outline || outline.passages.length === 0) return null;
  const chapters = outline.chapters.map(({ startMs, title }) => ({ startMs, title: textIn(title, locale) }));
  return layOutScore({ durationMs: outline.durationMs, chapters, passages: outline.passages });
}

/**
 * The card of an object as an SVG, as an anonymous visitor may see it: cards are kept by others. Null: nothing is there;
 * a withdrawn object throws as its page does.
 */
export async function cardOfObject(
  given: Ctx,
  locale: Locale,
  kind: 'event' | 'recording',
  slug: string
): Promise<string | null> {
  const ctx = asViewer(given, anonymous);
  const found = await findBySlug(ctx, kind, locale, slug);
  if (!found || !(await assertReadable(ctx, kind, found.id))) return null;
  const archive = await archiveEntry(ctx, locale);
  if (kind === 'event') {
    const [entry] = await entriesById(ctx, locale, 'event', [found.id], 'read');
    return entry ? cardSvg(eventCard(entry, archive)) : null;
  }
  const [entry] = await entriesById(ctx, locale, 'recording', [found.id], 'read');
  return entry ? cardSvg(recordingCard(entry, archive, await scoreOf(ctx, locale, found.id))) : null;
}

/** The card of a quote; null when there never was one, `gone` when its words may no longer be shown. */
export async function cardOfQuote(given: Ctx, locale: Locale, code: string): Promise<string | null> {
  const ctx = asViewer(given, anonymous);
  const found = await getQuote(ctx, locale, code);
  if (!found) return null;
  const card = found.kind === 'quote' ? quoteCard(found.quote, locale, await archiveEntry(ctx, locale)) : null;
  if (!card) throw gone('quote', { code });
  return cardSvg(card);
}

export const cardOfArchive = async (given: Ctx, locale: Locale): Promise<string> =>
  cardSvg(archiveCard(await archiveEntry(asViewer(given, anonymous), locale)));

/** The square cover of the podcast in a language of sound; null when there is no such podcast. */
export async function podcastCover(given: Ctx, locale: Locale, language: string): Promise<string | null> {
  const ctx = asViewer(given, anonymous);
  if (!(await podcastLanguages(ctx)).some((each) => each.language === language)) return null;
  const archive = await archiveEntry(ctx, locale);
  return coverSvg(archive.title, outputMessages(locale).podcast.of(languageName(language, locale)));
}
