import * as v from 'valibot';
import { organizationRoles, personRoles } from '#lib/domain/events/types.ts';
import {
  Email,
  Id,
  LanguageTag,
  Line,
  refTo,
  Rights,
  Slugs,
  Source,
  WebAddress,
  Words
} from '#lib/domain/import/values.ts';
import { nameOrigins } from '#lib/domain/organizations/types.ts';
import { consents, displayPolicies, namePublications, personKinds } from '#lib/domain/people/types.ts';

export const Organization = v.strictObject({
  id: Id,
  /** Place among the credits; null for one that is only named for something it published. */
  order: v.exactOptional(v.nullable(v.number())),
  slug: v.exactOptional(Slugs),
  short: Line,
  name: v.exactOptional(v.nullable(Words)),
  lang: v.exactOptional(v.nullable(LanguageTag)),
  nameOrigin: v.exactOptional(v.picklist(nameOrigins)),
  url: v.exactOptional(v.nullable(WebAddress)),
  note: v.exactOptional(v.nullable(Words)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const Institution = v.strictObject({
  id: Id,
  name: Words,
  url: v.exactOptional(v.nullable(WebAddress)),
  source: v.exactOptional(Source)
});

export const Person = v.strictObject({
  id: Id,
  /** Give one that does not hold the name: addresses stay in other people's lists for ever. */
  slug: v.exactOptional(Slugs),
  name: Line,
  organization: v.exactOptional(v.nullable(refTo('organization', 'institution'))),
  kind: v.picklist(personKinds),
  roles: v.exactOptional(v.array(v.picklist(personRoles))),
  display: v.exactOptional(v.picklist(displayPolicies)),
  pseudonym: v.exactOptional(v.nullable(Words)),
  consent: v.exactOptional(v.picklist(consents)),
  publishName: v.exactOptional(v.nullable(v.picklist(namePublications))),
  office: v.exactOptional(v.nullable(Words)),
  bio: v.exactOptional(v.nullable(Words)),
  portrait: v.exactOptional(v.nullable(refTo('image'))),
  email: v.exactOptional(v.nullable(Email)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

/** That a person said something is kept; what was said is not, until that person agrees. */
export const WithheldStatement = v.strictObject({
  id: Id,
  person: refTo('person'),
  topic: Words,
  reason: Words,
  source: v.exactOptional(Source)
});

export const PersonInRole = v.strictObject({ id: refTo('person'), role: v.picklist(personRoles) });
export const OrganizationInRole = v.strictObject({ id: refTo('organization'), role: v.picklist(organizationRoles) });
