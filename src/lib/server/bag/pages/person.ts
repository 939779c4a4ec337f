import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { PersonPage } from '#lib/server/people/index.ts';
import { hrefOf } from '#lib/server/bag/pages/common.ts';
import { facts, html, list, plainPage, words } from '#lib/server/bag/pages/html.ts';

/** A person as they may be shown, and what they had a part in. */
export function personPage(person: PersonPage, titles: ReadonlyMap<string, Localized>): string {
  return plainPage(person.name, '../index.html', (locale) => {
    const [m, roles] = [bagMessages(locale), trackMessages(locale).roleOfPerson];
    const parts = person.parts.flatMap(({ kind, id, role }) => {
      const title = titles.get(`${kind} ${id}`);
      if (!title) return [];
      return [html`<a href="${hrefOf(`${kind}s`, id)}">${words(title, locale)}</a> (${roles[role]})`];
    });
    return html`<h1>${words(person.name, locale)}</h1>
      ${facts([
        ['', words(person.office, locale)],
        [m.organizations, words(person.affiliation?.name, locale)]
      ])}
      ${words(person.bio, locale) ? html`<p>${words(person.bio, locale)}</p>` : null}
      ${
        parts.length > 0
          ? html`<h2>${m.partIn}</h2>
              ${list(parts)}`
          : null
      }`;
  });
}
