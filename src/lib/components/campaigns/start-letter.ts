import { mount } from 'svelte';
import LetterTool from '#lib/components/campaigns/LetterTool.svelte';
import type { LetterData } from '#lib/domain/campaigns/letter-data.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { BasketMessages } from '#lib/domain/i18n/messages/basket.en.ts';
import type { LetterToolMessages } from '#lib/domain/i18n/messages/letter-tool.en.ts';

/** The tool above the template, which is whole without it. */
export function startLetter(locale: Locale, m: LetterToolMessages, basket: BasketMessages): void {
  const target = document.getElementById('letter-tool');
  const data = JSON.parse(document.getElementById('letter-data')?.textContent ?? 'null') as LetterData | null;
  if (!target || !data) return;
  target.replaceChildren();
  mount(LetterTool, { target, props: { locale, m, basket, data } });
}
