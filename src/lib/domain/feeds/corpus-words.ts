import type { ArchiveEntry } from '#lib/domain/feeds/entry.ts';
import { formatIsoDate } from '#lib/domain/i18n/dates.ts';
import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';
import { corpusMessages } from '#lib/domain/i18n/messages/corpus.ts';

export interface CorpusCounts {
  recordings: number;
  texts: number;
  cues: number;
}

export const corpusContents = (locale: Locale, { recordings, texts, cues }: CorpusCounts): string =>
  corpusMessages(locale).contents(recordings, texts, new Intl.NumberFormat(intlTag[locale]).format(cues));

/** What stands at the beginning of the ZIP, for those who open it without the page. */
export function corpusDocuments(
  locale: Locale,
  { title, origin }: Pick<ArchiveEntry, 'title' | 'origin'>,
  { day, ...counts }: CorpusCounts & { day: Date }
): { name: string; text: string }[] {
  const { documents } = corpusMessages(locale);
  const made = formatIsoDate(day.toISOString().slice(0, 10), locale);
  return [
    {
      name: 'README.md',
      // a title is one line of Markdown whatever somebody wrote into it
      text: documents.readme(title.replace(/\s+/gu, ' '), origin, made, corpusContents(locale, counts))
    },
    { name: 'DATA-DICTIONARY.md', text: documents.dictionary }
  ];
}
