import { mount } from 'svelte';
import Basket from '#lib/components/quotes/Basket.svelte';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { BasketMessages } from '#lib/domain/i18n/messages/basket.en.ts';

/** Puts the list in the place of the words that say what it needs. */
export function startBasket(locale: Locale, m: BasketMessages): void {
  const target = document.getElementById('basket');
  if (!target) return;
  target.replaceChildren();
  mount(Basket, { target, props: { locale, m } });
}
