import type { LetterPlaceholder, LetterVersion } from '#lib/domain/campaigns/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';

/** What the letter's page tells its tool. */
export interface LetterData {
  versions: { id: string; label: Localized; paragraphs: Record<Locale, string[]> }[];
  blanks: { id: string; label: Localized; required: boolean; private: boolean }[];
  facts: { id: string; text: Localized }[];
  /** Year of the facts; null: not said. */
  factsAsOf: string | null;
  /** What a fact is cited with: the archive and the page, in each language. */
  source: Record<Locale, string>;
}

/** Header, salutation, body and signature of a version, a paragraph each. */
export const paragraphsOf = ({ header, salutation, body, signature }: LetterVersion, locale: Locale): string[] => [
  textIn(header, locale),
  textIn(salutation, locale),
  ...body[locale],
  ...signature[locale]
];

interface Letter {
  factsAsOf: string | null;
  placeholders: LetterPlaceholder[];
  versions: LetterVersion[];
}

export const letterData = (
  { factsAsOf, placeholders, versions }: Letter,
  facts: readonly { id: string; text: Localized }[],
  source: Record<Locale, string>
): LetterData => ({
  versions: versions.map((version) => ({
    id: version.id,
    label: version.label,
    paragraphs: { en: paragraphsOf(version, 'en'), es: paragraphsOf(version, 'es') }
  })),
  blanks: placeholders.map(({ id, label, required, private: hidden }) => ({ id, label, required, private: hidden })),
  facts: facts.map(({ id, text }) => ({ id, text })),
  factsAsOf,
  source
});
