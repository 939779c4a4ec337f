import type { SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { nameOrigins } from '#lib/domain/organizations/types.ts';
import { consents, displayPolicies, namePublications, personKinds } from '#lib/domain/people/types.ts';
import { checkOneOf, count, json, oneOf, table, text } from '#lib/server/db/columns.ts';
import { objectColumns } from '#lib/server/db/schema/objects.ts';

export const organizations = table(
  'organizations',
  {
    ...objectColumns(),
    /** Order of credit; null for those that are only named for something they published. */
    position: count(),
    shortName: text().notNull(),
    /** Null: the letters are not expanded. */
    name: json<Localized>(),
    /** BCP 47, where the name is not in the language of the page around it. */
    nameLanguage: text(),
    nameOrigin: oneOf(nameOrigins).notNull().default('source'),
    url: text(),
    note: json<Localized>()
  },
  (t) => [checkOneOf('organizations_name_origin', t.nameOrigin, nameOrigins)]
);

/** Public bodies: targets and actors, never partners. */
export const institutions = table('institutions', {
  id: text().primaryKey(),
  position: count().notNull(),
  name: json<Localized>().notNull(),
  url: text(),
  sources: json<SourceRef[]>().notNull().default([])
});

export const people = table(
  'people',
  {
    ...objectColumns(),
    name: text().notNull(),
    kind: oneOf(personKinds).notNull().default('campaign'),
    /** Asked by every consumer before the name is written anywhere. */
    display: oneOf(displayPolicies).notNull().default('full_name'),
    pseudonym: json<Localized>(),
    consent: oneOf(consents).notNull().default('to_confirm'),
    /** `as_in_source`: shown as far as the source showed it, although nobody has asked yet; kept from search engines. */
    publishName: oneOf(namePublications),
    organizationId: text(),
    institutionId: text(),
    /** Roles that hold for the person as such, beside those in events. */
    roles: json<string[]>().notNull().default([]),
    office: json<Localized>(),
    bio: json<Localized>(),
    portraitImageId: text(),
    email: text()
  },
  (t) => [
    checkOneOf('people_kind', t.kind, personKinds),
    checkOneOf('people_display', t.display, displayPolicies),
    checkOneOf('people_consent', t.consent, consents)
  ]
);

/** That a person said something in the source is recorded; the words are left out until the person agrees. */
export const withheldStatements = table('withheld_statements', {
  id: text().primaryKey(),
  personId: text().notNull(),
  topic: json<Localized>().notNull(),
  reason: json<Localized>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});
