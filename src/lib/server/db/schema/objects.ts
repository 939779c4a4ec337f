import {
  objectKinds,
  publicationStates,
  type Rights,
  type SourceRef,
  type TitleOrigin
} from '#lib/domain/archive/types.ts';
import { organizationRoles, personRoles } from '#lib/domain/events/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import {
  checkOneOf,
  count,
  flag,
  index,
  json,
  millis,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex
} from '#lib/server/db/columns.ts';

/** Columns of every object that is published: identity, state, sources, rights. */
export const objectColumns = () => ({
  /** The import id; for objects made in the browser the first English slug. Never changes, not even with the slugs. */
  id: text().primaryKey(),
  /** Independent of domain and archive: printed in citations and exports. */
  uuid: text().notNull().unique(),
  state: oneOf(publicationStates).notNull().default('draft'),
  /** When a `scheduled` object becomes readable. */
  publishAt: millis(),
  publishedAt: millis(),
  /** Readable, but not for search engines and sitemaps. */
  noindex: flag().notNull().default(false),
  sources: json<SourceRef[]>().notNull().default([]),
  rights: json<Rights>(),
  createdAt: millis().notNull(),
  updatedAt: millis().notNull()
});

/** Addresses per language. A former slug stays and leads to the current one. */
export const slugs = table(
  'slugs',
  {
    kind: oneOf(objectKinds).notNull(),
    locale: oneOf(locales).notNull(),
    slug: text().notNull(),
    objectId: text().notNull(),
    isCurrent: flag().notNull().default(true),
    createdAt: millis().notNull()
  },
  (t) => [primaryKey({ columns: [t.kind, t.locale, t.slug] }), index('slugs_object').on(t.kind, t.objectId)]
);

/** Who had which part in an event, a series, a recording or a campaign; `position` is the order of credit. */
export const personLinks = table(
  'person_links',
  {
    objectKind: oneOf(objectKinds).notNull(),
    objectId: text().notNull(),
    personId: text().notNull(),
    role: oneOf(personRoles).notNull(),
    position: count().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.objectKind, t.objectId, t.personId, t.role] }),
    index('person_links_person').on(t.personId),
    checkOneOf('person_links_role', t.role, personRoles)
  ]
);

export const organizationLinks = table(
  'organization_links',
  {
    objectKind: oneOf(objectKinds).notNull(),
    objectId: text().notNull(),
    organizationId: text().notNull(),
    role: oneOf(organizationRoles).notNull(),
    position: count().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.objectKind, t.objectId, t.organizationId, t.role] }),
    index('organization_links_organization').on(t.organizationId),
    checkOneOf('organization_links_role', t.role, organizationRoles)
  ]
);

/** Which topics (agreements), images, notices and resources belong to an object. */
export const objectLinks = table(
  'object_links',
  {
    objectKind: oneOf(objectKinds).notNull(),
    objectId: text().notNull(),
    relation: oneOf(['topic', 'image', 'notice', 'resource']).notNull(),
    targetId: text().notNull(),
    position: count().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.objectKind, t.objectId, t.relation, t.targetId] }),
    index('object_links_target').on(t.relation, t.targetId)
  ]
);

/** A text that the archive's facts point to, line by line. The text itself may be missing. */
export const sourceDocuments = table('source_documents', {
  id: text().primaryKey(),
  title: text().notNull(),
  label: json<Localized>().notNull(),
  url: text(),
  publisher: text(),
  language: text(),
  copiedOn: text(),
  /** The lines of the document, index 0 = line 1; null when the copy is not in the archive. */
  lines: json<string[]>(),
  rights: json<Rights>(),
  sources: json<SourceRef[]>().notNull().default([])
});

/** Every link, button and embed of a source, so that none is lost, with what stands for it here. */
export const sourceLinks = table('source_links', {
  id: text().primaryKey(),
  position: count().notNull(),
  kind: text().notNull(),
  url: text(),
  /** An object's id, or words. */
  representedBy: text().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

export const resources = table('resources', {
  id: text().primaryKey(),
  position: count().notNull(),
  organizationId: text(),
  title: json<Localized>().notNull(),
  titleOrigin: json<TitleOrigin>(),
  language: text(),
  url: text(),
  sources: json<SourceRef[]>().notNull().default([])
});

/** What is known of an address outside: when it was last asked, and since when nothing answers there. */
export const linkChecks = table('link_checks', {
  url: text().primaryKey(),
  /** Null: not asked yet. */
  checkedAt: millis(),
  /** HTTP status of the last answer; null: none came. */
  status: count(),
  /** Failures in a row. One may be a bad day; from two on the link counts as dead. */
  failures: count().notNull().default(0),
  deadSince: millis(),
  /** A copy elsewhere that an organizer named. */
  archivedUrl: text()
});

export const images = table('images', {
  ...objectColumns(),
  /** Key of a stored file; null while the file is missing and only described. */
  fileKey: text(),
  creditOrganizationId: text(),
  credit: json<Localized>(),
  alt: json<Localized>().notNull(),
  /** Words that stand in the picture: shown, searched and read aloud. */
  textInImage: json<Localized>(),
  width: count(),
  height: count()
});

/** A standing remark, shown on the pages that `places` names. */
export const notices = table('notices', {
  id: text().primaryKey(),
  places: json<string[]>().notNull(),
  text: json<Localized>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

/** The archive itself: one row, id `site`. */
export const site = table('site', {
  id: text().primaryKey(),
  title: json<Localized>().notNull(),
  shortTitle: json<Localized>().notNull(),
  tagline: json<Localized>(),
  description: json<Localized>(),
  license: json<Localized>(),
  contact: json<Localized>(),
  /** Who answers for the archive, as law and readers want to know. */
  responsibleBody: json<Localized>(),
  contactEmail: text(),
  defaultLocale: oneOf(locales).notNull().default('en'),
  /** `written_for_archive` until an organizer has read the texts, then `reviewed`. */
  textStatus: text(),
  /** Labels of the archive's own codes, as its editors word them: group → code → words. */
  vocabulary: json<Record<string, Record<string, Localized>>>(),
  sources: json<SourceRef[]>().notNull().default([])
});

/** A file in the store. The row is written only after the file has its final name. */
export const files = table(
  'files',
  {
    /** Path below DATA_DIR/files; names are ours. */
    key: text().primaryKey(),
    bytes: count().notNull(),
    sha256: text().notNull(),
    mimeType: text().notNull(),
    /** What the file was called when it came in; for display only. */
    originalName: text(),
    /** Files as uploaded are for organizers only. */
    audience: oneOf(['public', 'organizers']).notNull().default('public'),
    createdAt: millis().notNull()
  },
  (t) => [index('files_sha256').on(t.sha256)]
);

/** What each field was when it was imported: tells a change in the file from a change made here. */
export const importMarks = table(
  'import_marks',
  {
    kind: text().notNull(),
    objectId: text().notNull(),
    field: text().notNull(),
    hash: text().notNull(),
    importedAt: millis().notNull()
  },
  (t) => [primaryKey({ columns: [t.kind, t.objectId, t.field] })]
);

export const glossary = table(
  'glossary',
  {
    id: text().primaryKey(),
    position: count().notNull(),
    domain: text().notNull(),
    /** The note of the editors, if any. */
    note: json<Localized>(),
    enTerm: text().notNull(),
    enVariants: json<string[]>().notNull(),
    /** Words of others: a search with them is led on, but the site never suggests them. */
    enNotOurWord: json<string[]>().notNull().default([]),
    esTerm: text().notNull(),
    esVariants: json<string[]>().notNull(),
    esNotOurWord: json<string[]>().notNull().default([])
  },
  (t) => [uniqueIndex('glossary_position').on(t.position, t.id)]
);
