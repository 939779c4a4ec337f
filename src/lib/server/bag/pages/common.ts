import type { Rights } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import { facts, html, words, type Html } from '#lib/server/bag/pages/html.ts';

/** The name of an object's page: its id, which has no letters that a file system minds. */
export const pageName = (id: string): string =>
  `${id.replace(/[^\w.-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16) ?? ''}_`)}.html`;

/** The address of a page as a link: no letter of a name may mean something else in it. */
export const hrefOf = (folder: string, id: string): string => `../${folder}/${encodeURIComponent(pageName(id))}`;

/** What holds for using it elsewhere; never nothing. */
export function rightsOf(rights: Rights | null, license: Localized | null, locale: Locale): Html {
  const m = bagMessages(locale);
  const term = rights ? (rights.term === 'not_cleared' ? m.notCleared : rights.term) : null;
  const said = [words(rights?.holder, locale), term, words(rights?.note, locale)].filter((part) => part !== null);
  const text =
    said.length > 0
      ? html`${said.map((part, at) => html`${at > 0 ? '. ' : ''}${part}`)}`
      : (words(license, locale) ?? html`${m.rightsNotSaid}`);
  return facts([[m.rights, text]]);
}
