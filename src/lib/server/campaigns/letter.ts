import { templateText } from '#lib/domain/campaigns/letter.ts';
import { letterData, paragraphsOf, type LetterData } from '#lib/domain/campaigns/letter-data.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { shellMessages } from '#lib/domain/i18n/messages/shell.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { getSite } from '#lib/server/archive/index.ts';
import type { ActionPage } from '#lib/server/campaigns/service.ts';
import type { Ctx } from '#lib/server/context.ts';

/** What the tool for the letter needs; null for an action without a letter. */
export async function letterDataOf(ctx: Ctx, action: ActionPage): Promise<LetterData | null> {
  if (!action.letter) return null;
  const site = await getSite(ctx);
  const sourceIn = (locale: Locale) => {
    const page = new URL(pathIn(locale, 'act', action.slugs[locale]), ctx.config.publicUrl).href;
    return `${textIn(site?.title, locale) || shellMessages(locale).siteName}, ${page}`;
  };
  return letterData(action.letter, action.talkingPoints, { en: sourceIn('en'), es: sourceIn('es') });
}

/** A version of the letter as plain text, its places in brackets; the first one where none is named. Null: there is none. */
export function letterText({ letter }: ActionPage, locale: Locale, versionId: string | null): string | null {
  const version = letter?.versions.find(({ id }) => versionId === null || id === versionId);
  if (!letter || !version) return null;
  const blanks = letter.placeholders.map(({ id, label }) => ({ id, label: textIn(label, locale) }));
  return `${templateText(paragraphsOf(version, locale), blanks)}\n`;
}
