import type { Locale } from '#lib/domain/i18n/locale.ts';
import { records as en, type RecordsMessages } from '#lib/domain/i18n/messages/records.en.ts';
import { records as es } from '#lib/domain/i18n/messages/records.es.ts';

export const recordsMessages = (locale: Locale): RecordsMessages => (locale === 'es' ? es : en);
export type { RecordsMessages };

type Words = Readonly<Record<string, string>>;
type Problems = Readonly<Record<string, (data: Record<string, string | number>) => string>>;

/** Words of a field; a unit test sees to it that every field of every kind has some. */
export const fieldWords = (locale: Locale, label: string): { label: string; hint: string } => {
  const { fields, hints }: { fields: Words; hints: Words } = recordsMessages(locale);
  return { label: fields[label] ?? label, hint: hints[label] ?? '' };
};

/** What is wrong, and what to do. */
export function problemWords(
  locale: Locale,
  { code, data }: { code: string; data: Record<string, string | number> }
): string {
  const { problems }: { problems: Problems } = recordsMessages(locale);
  return (problems[code] ?? problems.other)?.(data) ?? '';
}
