import { mount } from 'svelte';
import AddToBasket from '#lib/components/quotes/AddToBasket.svelte';
import { readBasket } from '#lib/domain/citations/basket.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';

/** The button on the page of a quote, which the page itself does without. */
export function startQuote(locale: Locale, m: { add: string; added: string; open: string }): void {
  const target = document.getElementById('collect');
  // one quote, checked as what was kept is checked
  const [item] = readBasket(`[${document.getElementById('quote-data')?.textContent ?? ''}]`);
  if (target && item) mount(AddToBasket, { target, props: { locale, item, m } });
}
