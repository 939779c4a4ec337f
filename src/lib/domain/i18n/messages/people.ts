import type { Locale } from '#lib/domain/i18n/locale.ts';
import { people as en, type PeopleMessages } from '#lib/domain/i18n/messages/people.en.ts';
import { people as es } from '#lib/domain/i18n/messages/people.es.ts';

export const peopleMessages = (locale: Locale): PeopleMessages => (locale === 'es' ? es : en);
