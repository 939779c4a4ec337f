import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import { localize, type Localized } from '#lib/domain/i18n/localized.ts';

/** Text that is HTML already. Everything else is escaped on its way in. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

function write(part: Part): string {
  if (part === null) return '';
  if (Array.isArray(part)) return part.map(write).join('');
  return part instanceof Html ? part.text : String(part).replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');
}

export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((text, at) => text + write(parts[at] ?? null)).join(''));

/** Words in a language, marked where they are in the other one; null: there are none. */
export function words(value: Localized | null | undefined, locale: Locale): Html | null {
  const found = localize(value, locale);
  if (!found) return null;
  return found.fallback ? html`<span lang="${found.lang}">${found.text}</span>` : html`${found.text}`;
}

const style = `body{font:1.05rem/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1,h2,h3{line-height:1.25}dt{font-weight:bold}dd{margin:0 0 .5rem}video,audio{max-width:100%}
section[lang]{border-top:3px solid #888;margin-top:2.5rem;padding-top:.5rem}time{color:#555;font-variant-numeric:tabular-nums}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#9cf}time{color:#aaa}}`;

/** A page that needs nothing but itself and its neighbours: both languages, one below the other. */
export function plainPage(title: Localized, up: string, inLocale: (locale: Locale) => Html): string {
  const heading = title.en ?? title.es ?? '';
  const sections = locales.map(
    (locale) => html`<section lang="${locale}" id="${locale}">${inLocale(locale)}</section> `
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; media-src 'self' file:; img-src 'self' file:"
        />
        <title>${heading}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <p>
          <a href="#en" lang="en">English</a> ·
          <a href="#es" lang="es">Español</a>${up ? html` · <a href="${up}">index.html</a>` : null}
        </p>
        ${sections}
      </body>
    </html> `.text;
}

export const facts = (entries: readonly (readonly [string, Html | string | null])[]): Html => {
  const known = entries.filter(([, value]) => value !== null);
  return known.length === 0
    ? html``
    : html`<dl>
        ${known.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd> `
        )}
      </dl>`;
};

export const list = (items: readonly Html[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li> `)}
  </ul>`;
