import { isLocale } from '#lib/domain/i18n/locale.ts';

/** What a reader chose for all pages: little data, and one language of transcripts. */
export interface ReadingMode {
  /** '1': text first, '0': the whole page although the browser asks for little data. Null: nothing was said. */
  text: '0' | '1' | null;
  read: string | null;
}

export function readingModeOf(search: URLSearchParams): ReadingMode {
  const text = search.get('text');
  const read = search.get('read');
  return {
    text: text === '0' || text === '1' ? text : null,
    read: read !== null && /^[A-Za-z0-9-]{1,35}$/.test(read) ? read : null
  };
}

type Choice = readonly [name: string, value: string];

const choicesOf = ({ text, read }: ReadingMode): Choice[] => [
  ...(text === null ? [] : ([['text', text]] as const)),
  ...(read === null ? [] : ([['read', read]] as const))
];

/** A page of ours, not a file: /en, /es/personas/ana-perez. */
function isPage(path: string): boolean {
  const [, locale, ...rest] = path.split('/');
  return isLocale(locale) && !(rest.at(-1) ?? '').includes('.');
}

/** In an attribute the sign between two parameters is written &amp;. */
function withChoices(href: string, own: string, choices: readonly Choice[]): string {
  const [, path = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(href) ?? [];
  if (!isPage(path)) return href;
  const said = new Set((query ?? '').split(/&amp;|&/).map((part) => part.split('=', 1)[0]));
  // a page's links to itself say themselves which language is read
  const added = choices.filter(([name]) => !said.has(name) && !(name === 'read' && path === own));
  const all = [...(query ? [query] : []), ...added.map((choice) => choice.join('='))];
  return `${path}${all.length > 0 ? `?${all.join('&amp;')}` : ''}${hash}`;
}

const hiddenFields = (form: string, choices: readonly Choice[]) =>
  choices
    .filter(([name]) => !form.includes(`name="${name}"`))
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('');

/** A page that Svelte takes over in the browser must have the elements that Svelte knows of. */
const isTakenOver = (html: string) => html.includes('__sveltekit_');

const inLinks = (html: string, own: string, choices: readonly Choice[]) =>
  html.replaceAll(
    /(<a\b[^>]*?\shref=")(\/[^"]*)"/g,
    (_, before: string, href: string) => `${before}${withChoices(href, own, choices)}"`
  );

const inForms = (html: string, choices: readonly Choice[]) =>
  html.replaceAll(
    /(<form\b(?![^>]*\smethod="(?!get")[^>]*)[^>]*>)([\s\S]*?)(?=<\/form>)/gi,
    (_, tag: string, inside: string) => `${tag}${hiddenFields(inside, choices)}${inside}`
  );

/**
 * The finished page with links and search forms that take the reader's choices along, as there is no cookie to keep them in.
 * Touches attributes of links and forms only; files, other sites and forms that change something stay as they are.
 */
export function carryChoices(html: string, pathname: string, mode: ReadingMode): string {
  const choices = choicesOf(mode);
  if (choices.length === 0) return html;
  const linked = inLinks(html, pathname, choices);
  return isTakenOver(html) ? linked : inForms(linked, choices);
}

/** Text first is a page without script: nothing more is fetched than its words and its style. */
export const withoutScript = (html: string): string =>
  html
    .replaceAll(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
    .replaceAll(/<script\b(?![^>]*type="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g, '');
