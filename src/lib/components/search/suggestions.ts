/** What the page tells its script, as JSON at the list of suggestions. */
export interface SuggestionWords {
  locale: string;
  kinds: Record<string, string>;
  /** "1 suggestion", "2 suggestions" …; the last also stands for more. */
  counts: string[];
}

interface Suggestion {
  kind: string;
  text: string;
  language: string;
  href: string;
}

const isSuggestions = (value: unknown): value is { suggestions: Suggestion[] } =>
  typeof value === 'object' && value !== null && 'suggestions' in value && Array.isArray(value.suggestions);

/** A short pause, so that a word typed in one go asks once. */
const pauseMs = 150;

async function fetchSuggestions(typed: string, locale: string): Promise<Suggestion[]> {
  try {
    const answer = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(typed)}&locale=${locale}`);
    const body: unknown = answer.ok ? await answer.json() : null;
    return isSuggestions(body) ? body.suggestions : [];
  } catch {
    return [];
  }
}

/**
 * Suggestions while somebody types, after the combobox pattern of ARIA: the field keeps the focus, arrows move through the
 * list, Enter takes the active one, Escape closes. Without script the field is what it was.
 */
export class Suggestions {
  private shown: Suggestion[] = [];
  private active = -1;
  private asked = 0;
  private timer = 0;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private readonly words: SuggestionWords;

  constructor(input: HTMLInputElement, list: HTMLElement, status: HTMLElement) {
    this.input = input;
    this.list = list;
    this.status = status;
    this.words = JSON.parse(list.dataset.words ?? '{}') as SuggestionWords;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('blur', () => this.show([]));
    input.addEventListener('keydown', (event) => this.pressed(event));
    // the field keeps the focus
    list.addEventListener('mousedown', (event) => event.preventDefault());
    this.show([]);
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(this.input.value), pauseMs);
  }

  private async ask(typed: string): Promise<void> {
    const mine = ++this.asked;
    const found = typed.trim().length < 2 ? [] : await fetchSuggestions(typed, this.words.locale);
    if (mine === this.asked) this.show(found);
  }

  private show(suggestions: Suggestion[]): void {
    this.asked++;
    this.shown = suggestions;
    this.list.replaceChildren(...suggestions.map((suggestion, i) => this.option(suggestion, i)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute('aria-expanded', String(suggestions.length > 0));
    const { counts } = this.words;
    this.status.textContent =
      suggestions.length === 0 ? '' : (counts[Math.min(suggestions.length, counts.length) - 1] ?? '');
    this.activate(-1);
  }

  private option({ kind, text, language, href }: Suggestion, i: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `suggestion-${String(i)}`;
    option.setAttribute('role', 'option');
    const words = document.createElement('span');
    words.lang = language;
    words.textContent = text;
    option.append(words);
    if (kind !== 'word') {
      const what = document.createElement('span');
      what.className = 'kind';
      what.textContent = this.words.kinds[kind] ?? '';
      option.append(what);
    }
    option.addEventListener('click', () => location.assign(href));
    return option;
  }

  private activate(index: number): void {
    this.active = index;
    for (const [i, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(i === index));
    if (index >= 0) this.input.setAttribute('aria-activedescendant', `suggestion-${String(index)}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private pressed(event: KeyboardEvent): void {
    if (this.shown.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = this.shown[this.active];
    if (step !== 0) {
      const places = this.shown.length + 1;
      this.activate(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') this.show([]);
    else if (event.key === 'Enter' && chosen !== undefined) location.assign(chosen.href);
    else return;
    event.preventDefault();
  }
}
