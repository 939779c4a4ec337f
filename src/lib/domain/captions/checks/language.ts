/** Small words that one language has and the other has not. */
const marks: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the and of to that is was are were for with this have has they you we not from their what which would there been our your will can had but his her by about who them'.split(
      ' '
    )
  ),
  es: new Set(
    'de la que el en los del las por con una para es como más pero sus le ya este sí porque esta entre cuando muy sin sobre también hasta hay donde quien desde nos uno les ni ese eso ellos qué son fue está estamos y'.split(
      ' '
    )
  ),
  pt: new Set(
    'não uma os do da dos das em um para com por mais como mas foi ao ele você são isso está nós pelo pela também já muito até'.split(
      ' '
    )
  ),
  fr: new Set(
    'le les des est et une du dans que qui pour pas sur avec nous vous ils être ont sont mais cette aux ce par plus au leur'.split(
      ' '
    )
  )
};

export interface LanguageGuess {
  language: string;
  /** Words that told it. */
  words: number;
  /** Part of the telling words that are of this language, 0–1. */
  share: number;
}

const enoughWords = 8;
const enoughShare = 0.6;

/** What language words are in, of English, Spanish, Portuguese and French; null: too few words tell. */
export function guessLanguage(texts: Iterable<string>): LanguageGuess | null {
  const counts = new Map(Object.keys(marks).map((language) => [language, 0]));
  let telling = 0;
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
      const languages = Object.keys(marks).filter((language) => marks[language]?.has(word));
      if (languages.length === 0) continue;
      telling++;
      for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || telling < enoughWords) return null;
  const [language, count] = best;
  const share = count / telling;
  return share < enoughShare ? null : { language, words: telling, share };
}

export const mainLanguage = (tag: string | null): string | null => tag?.toLowerCase().split('-')[0] ?? null;
