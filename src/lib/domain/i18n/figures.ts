import type { Figure } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { EventMessages } from '#lib/domain/i18n/messages/events.en.ts';
import { formatNumber } from '#lib/domain/i18n/plural.ts';

/** "more than 2,000" and "signatures". A figure that we have no word for is told by its id, as the editors wrote it. */
export function figureWords(figure: Figure, m: EventMessages, locale: Locale): { value: string; what: string } {
  const names: Record<string, string> = m.figures.names;
  const value = m.comparison[figure.comparison](formatNumber(locale, figure.value));
  return { value, what: names[figure.id] ?? figure.id.replaceAll(/[-_]/g, ' ') };
}
