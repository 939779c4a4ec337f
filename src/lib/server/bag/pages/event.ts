import { dateLine, describeChange } from '#lib/domain/i18n/dates.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';
import type { EventPage } from '#lib/server/events/index.ts';
import type { RecordingCard } from '#lib/server/recordings/index.ts';
import { hrefOf, rightsOf } from '#lib/server/bag/pages/common.ts';
import { facts, html, list, plainPage, words } from '#lib/server/bag/pages/html.ts';

/** An event with its log, who had a part in it, and its recordings. */
export function eventPage(event: EventPage, recordings: readonly RecordingCard[], license: Localized | null): string {
  return plainPage(event.title, '../index.html', (locale) => {
    const [m, of, roles] = [bagMessages(locale), eventMessages(locale), trackMessages(locale).roleOfPerson];
    const credits = event.credits.map(({ role, person }) =>
      person
        ? html`${roles[role]}: <a href="${hrefOf('people', person.id)}">${words(person.name, locale)}</a>`
        : html`${roles[role]}: ${m.nameNotShown}`
    );
    const history = event.history.map(
      ({ kind, changed, inferred, reason, note }) =>
        html`${of.status[kind]}, ${describeChange(changed, inferred, locale).text}. ${words(reason, locale)}
        ${words(note, locale)}`
    );
    return html`<h1>${words(event.title, locale)}</h1>
      ${facts([
        [m.date, dateLine(event.date, locale)],
        [m.place, words(event.place, locale)],
        [m.status, event.status ? of.status[event.status] : null]
      ])}
      ${[event.summary, event.description].map((text) => (words(text, locale) ? html`<p>${words(text, locale)}</p>` : null))}
      ${
        history.length > 0
          ? html`<h2>${m.history}</h2>
              ${list(history)}`
          : null
      }
      ${
        credits.length > 0
          ? html`<h2>${m.people}</h2>
              ${list(credits)}`
          : null
      }
      ${
        event.sponsors.length > 0
          ? html`<h2>${m.organizations}</h2>
              ${list(event.sponsors.map(({ organization }) => html`${organization.shortName}`))}`
          : null
      }
      ${
        recordings.length > 0
          ? html`<h2>${m.recordings}</h2>
              ${list(recordings.map(({ id, title }) => html`<a href="${hrefOf('recordings', id)}">${words(title, locale)}</a>`))}`
          : null
      }
      ${rightsOf(event.rights, license, locale)}`;
  });
}
