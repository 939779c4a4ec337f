import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';
import type { TextTrackKind, TrackRole } from '#lib/domain/recordings/types.ts';

/** Making one takes longer than all the names of a page; as many are kept as there are languages to name in. */
const namers = new Map<string, Intl.DisplayNames>();

function namerIn(language: string): Intl.DisplayNames {
  const namer = namers.get(language) ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  if (namers.size < 100) namers.set(language, namer);
  return namer;
}

function nameOf(tag: string, inLanguage: string): string {
  try {
    return namerIn(inLanguage).of(tag) ?? tag;
  } catch {
    return tag; // not a BCP 47 tag: shown as it is rather than hidden
  }
}

const upperFirst = (text: string, tag: string) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);

/** A language in the words of another: 'es', 'en' → "Spanish". Any BCP 47 tag; one without a name stays a tag. */
export const languageName = (tag: string, locale: Locale): string => nameOf(tag, intlTag[locale]);

/** A language in its own words, as it stands on a switch: "Español", "English", "Kʼicheʼ". */
export function ownLanguageName(tag: string): string {
  const name = nameOf(tag, tag);
  return upperFirst(name, 'en');
}

/** "Original (Spanish)"; claims no language that is not known. */
export const soundLabel = (role: TrackRole, language: string | null, locale: Locale): string =>
  trackMessages(locale).sound[role](language && languageName(language, locale));

/** "Spanish captions", "Spanish captions of the interpretation". */
export function textTrackLabel(
  { kind, role, language }: { kind: TextTrackKind; role: TrackRole; language: string | null },
  locale: Locale
): string {
  const m = trackMessages(locale);
  const label = m.text[kind](language && m.languageAsAdjective(languageName(language, locale)));
  return role === 'interpretation' ? m.textOfInterpretation(label) : label;
}
