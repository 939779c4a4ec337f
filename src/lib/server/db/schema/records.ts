import type { Localized } from '#lib/domain/i18n/localized.ts';
import { displayPolicies } from '#lib/domain/people/types.ts';
import {
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

/** Every saved state of what organizers write, in the import format. Rewritten only to protect a person. */
export const revisions = table(
  'revisions',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    objectId: text().notNull(),
    /** 1, 2, 3 … within its object. */
    number: count().notNull(),
    record: json<Record<string, unknown>>().notNull(),
    /** Organizer's id, or `import`, `cli`, `job`. */
    author: text().notNull(),
    at: millis().notNull(),
    /** Why: `edit`, `create`, `restore`, `status`, `merge`, `found` (as it stood here before the first edit). */
    reason: text().notNull(),
    /** When pages began to show it; null: it waits for somebody who may publish. */
    appliedAt: millis(),
    /** Of the form that was sent: sent twice, it is saved once. */
    formToken: text()
  },
  (t) => [
    uniqueIndex('revisions_number').on(t.kind, t.objectId, t.number),
    uniqueIndex('revisions_form').on(t.formToken),
    index('revisions_at').on(t.at)
  ]
);

/** What somebody is writing and has not saved: one a person and object, overwritten as they type. */
export const drafts = table(
  'drafts',
  {
    kind: text().notNull(),
    /** The object's id, or the key of a form for something new. */
    objectId: text().notNull(),
    organizerId: text().notNull(),
    record: json<Record<string, unknown>>().notNull(),
    /** The state that the form began from, see records/base.ts. */
    base: text().notNull(),
    updatedAt: millis().notNull()
  },
  (t) => [primaryKey({ columns: [t.kind, t.objectId, t.organizerId] }), index('drafts_at').on(t.updatedAt)]
);

/** Addresses under which somebody without an account may see what is not public yet. */
export const previews = table(
  'previews',
  {
    /** SHA-256 of the token: what stands here opens nothing. */
    tokenHash: text().primaryKey(),
    kind: text().notNull(),
    objectId: text().notNull(),
    createdBy: text().notNull(),
    createdAt: millis().notNull(),
    expiresAt: millis().notNull(),
    revokedAt: millis()
  },
  (t) => [index('previews_object').on(t.kind, t.objectId)]
);

/** What was agreed with a person about being shown. Applied again after every import, restore and rebuild. */
export const protections = table('protections', {
  personId: text().primaryKey(),
  display: oneOf(displayPolicies).notNull(),
  pseudonym: json<Localized>(),
  noPortrait: flag().notNull().default(false),
  withdrawn: flag().notNull().default(false),
  /** Stretches of recordings whose words are left out. */
  passages: json<{ recordingId: string; startMs: number; endMs: number }[]>().notNull().default([]),
  /** Every spelling by which the person must not be found. Never sent to a page of readers. */
  names: json<string[]>().notNull().default([]),
  /** What stands where a name stood. */
  replacement: json<Localized>().notNull(),
  setBy: text().notNull(),
  createdAt: millis().notNull(),
  updatedAt: millis().notNull()
});

/** Forms of a picture, made when it is uploaded; `original` is the file as it came, for organizers only. */
export const imageVariants = table(
  'image_variants',
  {
    imageId: text().notNull(),
    format: oneOf(['avif', 'webp', 'jpeg', 'original']).notNull(),
    width: count().notNull(),
    height: count().notNull(),
    fileKey: text().notNull(),
    bytes: count().notNull()
  },
  (t) => [primaryKey({ columns: [t.imageId, t.format, t.width] }), index('image_variants_file').on(t.fileKey)]
);

/** Addresses that held a name which must not be found any more: they answer that they are gone, and lead nowhere. */
export const goneSlugs = table(
  'gone_slugs',
  {
    kind: text().notNull(),
    /** SHA-256 of the address word: the word itself is the name. */
    hash: text().notNull(),
    goneAt: millis().notNull()
  },
  (t) => [primaryKey({ columns: [t.kind, t.hash] })]
);
