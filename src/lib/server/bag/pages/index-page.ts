import { dateLine } from '#lib/domain/i18n/dates.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import type { Site } from '#lib/server/archive/index.ts';
import type { EventCard } from '#lib/server/events/index.ts';
import type { PersonCard } from '#lib/server/people/index.ts';
import type { RecordingCard } from '#lib/server/recordings/index.ts';
import { hrefOf } from '#lib/server/bag/pages/common.ts';
import { html, list, plainPage, words, type Html } from '#lib/server/bag/pages/html.ts';

export interface Contents {
  site: Site | null;
  events: readonly EventCard[];
  people: readonly PersonCard[];
  recordings: readonly RecordingCard[];
}

const here = (folder: string, id: string) => hrefOf(folder, id).slice('../'.length);

/** The way in: everything that has a page. */
export function indexPage({ site, events, people, recordings }: Contents): string {
  const title: Localized = site?.title ?? { en: 'Archive', es: 'Archivo' };
  return plainPage(title, '', (locale) => {
    const m = bagMessages(locale);
    const part = (heading: string, items: Html[]) =>
      items.length > 0
        ? html`<h2>${heading}</h2>
            ${list(items)}`
        : null;
    return html`<h1>${words(title, locale)}</h1>
      <p>${words(site?.description, locale)}</p>
      ${part(
        m.events,
        events.map(
          ({ id, title: name, date }) =>
            html`<a href="${here('events', id)}">${words(name, locale)}</a>, ${dateLine(date, locale)}`
        )
      )}
      ${part(
        m.recordings,
        recordings.map(
          ({ id, title: name, date }) =>
            html`<a href="${here('recordings', id)}">${words(name, locale)}</a
              >${date ? `, ${dateLine(date, locale)}` : null}`
        )
      )}
      ${part(
        m.people,
        people.map(({ id, name }) => html`<a href="${here('people', id)}">${words(name, locale)}</a>`)
      )}
      <p><a href="${m.readmeName}">${m.readmeName}</a></p>`;
  });
}
