import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import { count, index, json, millis, primaryKey, table, text } from '#lib/server/db/columns.ts';
import { recordings } from '#lib/server/db/schema/recordings.ts';

/** What an organizer works on and has not saved as a version: one a person and track, written as they type. */
export const captionDrafts = table(
  'caption_drafts',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    trackId: text().notNull(),
    organizerId: text().notNull(),
    /** The version that it began from; null: an empty track. */
    baseVersionId: count(),
    cues: json<SpokenCue[]>().notNull(),
    /** Rises with every saving: a window that is behind is told so. */
    revision: count().notNull(),
    createdAt: millis().notNull(),
    updatedAt: millis().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.recordingId, t.trackId, t.organizerId] }),
    index('caption_drafts_organizer').on(t.organizerId)
  ]
);

/** What an interpreter says about a passage, for readers. */
export const passageNotes = table(
  'passage_notes',
  {
    id: text().primaryKey(),
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    trackId: text().notNull(),
    startMs: millis().notNull(),
    endMs: millis().notNull(),
    note: json<Localized>().notNull(),
    createdBy: text().notNull(),
    createdAt: millis().notNull()
  },
  (t) => [index('passage_notes_track').on(t.recordingId, t.trackId, t.startMs)]
);
