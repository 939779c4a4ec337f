import type { Citable } from '#lib/domain/citations/citable.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';

/** Quotes that a reader collects, in the reader's order. They are kept by the browser and sent to nobody. */
export interface BasketItem {
  /** Of the quote's link. */
  code: string;
  work: Citable;
}

/** As many as a list of sources has; more would make the page slow, and the browser keeps no more than a few MB. */
export const mostItems = 300;

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What was kept may be of an older version of this program, or have been changed by hand: what is not whole is left out. */
function isItem(value: unknown): value is BasketItem {
  if (!isRecord(value) || !isText(value.code) || !isRecord(value.work)) return false;
  const { identifier, url, title, archive, words } = value.work;
  const isWhole = [identifier, url, title, archive].every(isText);
  return isWhole && (words === null || (isRecord(words) && isText(words.text) && typeof words.startMs === 'number'));
}

export function readBasket(kept: string | null): BasketItem[] {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(value) ? value.filter(isItem).slice(0, mostItems) : [];
  } catch {
    return [];
  }
}

export const holds = (items: readonly BasketItem[], code: string): boolean => items.some((item) => item.code === code);

/** Once each, at the end. */
export const added = (items: readonly BasketItem[], item: BasketItem): BasketItem[] =>
  holds(items, item.code) || items.length >= mostItems ? [...items] : [...items, item];

export const removed = (items: readonly BasketItem[], code: string): BasketItem[] =>
  items.filter((item) => item.code !== code);

/** The item from one place to another; the others keep their order. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from);
  const taken = items.slice(from, from + 1);
  return [...rest.slice(0, to), ...taken, ...rest.slice(to)];
}

/** Written in the language of the page, whichever it was collected in. */
export const worksOf = (items: readonly BasketItem[], locale: Locale): Citable[] =>
  items.map(({ work }) => ({ ...work, locale }));
