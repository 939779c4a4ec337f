import type { Attachment } from 'svelte/attachments';
import type { Locale } from '#lib/domain/i18n/locale.ts';

export interface Suggestion {
  kind: 'word' | 'recording' | 'person' | 'organization' | 'event' | 'page';
  text: string;
  language: string;
  href: string;
}

const isSuggestions = (value: unknown): value is { suggestions: Suggestion[] } =>
  typeof value === 'object' && value !== null && 'suggestions' in value && Array.isArray(value.suggestions);

/** A short pause, so that a word typed in one go asks once. */
const pauseMs = 150;

/**
 * Suggestions while somebody types, after the combobox pattern of ARIA: the field keeps the focus, arrows move through the
 * list, Enter takes the active one, Escape closes. Without script the field is what it was.
 */
export function combobox(locale: () => Locale) {
  let suggestions = $state<Suggestion[]>([]);
  let active = $state(-1);
  let asked = 0;

  async function ask(typed: string): Promise<void> {
    const mine = ++asked;
    if (typed.trim().length < 2) return close();
    try {
      const answer = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(typed)}&locale=${locale()}`);
      const body: unknown = answer.ok ? await answer.json() : null;
      if (mine !== asked) return;
      suggestions = isSuggestions(body) ? body.suggestions : [];
      active = -1;
    } catch {
      close();
    }
  }

  function close(): void {
    asked++;
    suggestions = [];
    active = -1;
  }

  function attach(choose: (suggestion: Suggestion) => void): Attachment<HTMLInputElement> {
    return (input) => {
      let timer = 0;
      const abort = new AbortController();
      const { signal } = abort;
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-autocomplete', 'list');
      input.setAttribute('aria-controls', 'suggestions');
      $effect(() => {
        input.setAttribute('aria-expanded', String(suggestions.length > 0));
        if (active >= 0) input.setAttribute('aria-activedescendant', `suggestion-${String(active)}`);
        else input.removeAttribute('aria-activedescendant');
      });
      input.addEventListener(
        'input',
        () => {
          clearTimeout(timer);
          timer = window.setTimeout(() => void ask(input.value), pauseMs);
        },
        { signal }
      );
      input.addEventListener('blur', close, { signal });
      input.addEventListener(
        'keydown',
        (event) => {
          if (suggestions.length === 0) return;
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0) {
            event.preventDefault();
            const places = suggestions.length + 1;
            active = ((active + 1 + step + places) % places) - 1;
          } else if (event.key === 'Escape') {
            event.preventDefault();
            close();
          } else if (event.key === 'Enter') {
            const suggestion = suggestions[active];
            if (suggestion === undefined) return;
            event.preventDefault();
            choose(suggestion);
          }
        },
        { signal }
      );
      return () => {
        clearTimeout(timer);
        abort.abort();
      };
    };
  }

  return {
    attach,
    get suggestions() {
      return suggestions;
    },
    get active() {
      return active;
    }
  };
}
