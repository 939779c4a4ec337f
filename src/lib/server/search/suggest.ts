import type { Locale } from '#lib/domain/i18n/locale.ts';
import { noAddress, searchPath } from '#lib/domain/search/page-address.ts';
import { fold, tokenize } from '#lib/domain/search/tokens.ts';
import type { Ctx } from '#lib/server/context.ts';
import { namesBeginning, type BesideKind } from '#lib/server/search/besides.ts';
import type { SearchEngine } from '#lib/server/search/service.ts';

export interface Suggestion {
  kind: 'word' | BesideKind;
  text: string;
  /** BCP 47, of the text. */
  language: string;
  href: string;
}

const mostNames = 3;
const mostWords = 6;

/** What may be meant by the beginning of a query: names that lead to their pages, and frequent words for the last one typed. */
export async function suggest(ctx: Ctx, engine: SearchEngine, typed: string, locale: Locale): Promise<Suggestion[]> {
  const last = tokenize(typed).at(-1);
  if (last === undefined || last.end !== typed.length || Array.from(fold(last.word)).length < 2) return [];
  const before = typed.slice(0, last.start);
  const [names, words] = await Promise.all([
    namesBeginning(ctx, typed, locale, mostNames),
    engine.pool.beginning(last.word, mostWords)
  ]);
  return [
    ...words.map(({ word, language }): Suggestion => {
      const text = `${before}${word}`;
      return { kind: 'word', text, language, href: searchPath(locale, { ...noAddress(), q: text }) };
    }),
    ...names.map(({ kind, text, href }): Suggestion => ({ kind, text, language: locale, href }))
  ];
}
