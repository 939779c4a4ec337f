import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';
import type { DisplayPolicy } from '#lib/domain/people/types.ts';

/** What must be known of a person before anything of their name is written. */
export interface Nameable {
  name: string;
  display: DisplayPolicy;
  pseudonym: Localized | null;
}

/**
 * The one place that decides how a person is named: page, captions, downloads, search, exports.
 *
 * @param mayRead whether the viewer may read the person's own page: a draft or withdrawn person has no name
 * @returns null: no name may be shown, say the role instead
 */
export function shownName(person: Nameable, mayRead: boolean, locale: Locale): string | null {
  if (!mayRead || person.display === 'hidden') return null;
  if (person.display === 'pseudonym') return textIn(person.pseudonym, locale) || null;
  return person.name;
}

/** Who is heard in a recording, with the words that the caption files use for them. */
export interface HeardSpeaker {
  /** BCP 47 tag → label as the files write it. */
  labels: Readonly<Record<string, string>>;
  /** Null: the speaker is nobody we know, and the files' own label stands ("Narrator 1"). */
  person: (Nameable & { mayRead: boolean }) | null;
}

/**
 * The label of a speaker in a caption file or transcript of a language; null: none may be written.
 * A known person's label is the files' own only while their full name may be shown.
 */
export function speakerLabel({ labels, person }: HeardSpeaker, language: string | null): string | null {
  const own = labels[language ?? ''] ?? Object.values(labels)[0] ?? null;
  if (!person) return own;
  const name = shownName(person, person.mayRead, language?.startsWith('es') ? 'es' : 'en');
  return person.display === 'full_name' && name !== null ? (own ?? name) : name;
}
