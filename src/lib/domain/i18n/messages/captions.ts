import type { Problem } from '#lib/domain/captions/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { captions as en, type CaptionMessages } from '#lib/domain/i18n/messages/captions.en.ts';
import { captions as es } from '#lib/domain/i18n/messages/captions.es.ts';

export const captionMessages = (locale: Locale): CaptionMessages => (locale === 'es' ? es : en);

/** What a reader's problem means and what to do about it, one sentence or two. */
export const problemText = (problem: Pick<Problem, 'code' | 'data'>, locale: Locale): string =>
  captionMessages(locale).problems[problem.code](problem.data);
