import {
  productionStates,
  productionSteps,
  uploadStates,
  type Probed,
  type ProductionOptions,
  type ProductionSources
} from '#lib/domain/media/types.ts';
import { checkOneOf, count, index, json, millis, oneOf, primaryKey, table, text } from '#lib/server/db/columns.ts';
import { recordings } from '#lib/server/db/schema/recordings.ts';

const recordingId = () =>
  text()
    .notNull()
    .references(() => recordings.id, { onDelete: 'cascade' });

/** A file that somebody brings in. How much of it is here is what lies on the disk, never a column. */
export const uploads = table(
  'uploads',
  {
    id: text().primaryKey(),
    recordingId: recordingId(),
    /** Organizer's id, or the name of the command. */
    ownerId: text().notNull(),
    /** What it was called where it came from; for display only. */
    originalName: text().notNull(),
    /** Null: the length is told later. */
    declaredBytes: count(),
    state: oneOf(uploadStates).notNull().default('receiving'),
    sha256: text(),
    /** Key of the stored original once it is `ready`. */
    fileKey: text(),
    probed: json<Probed>(),
    /** Why it was refused: a code that messages/media names. */
    problem: text(),
    /** The upload that brought the very same bytes before. */
    duplicateOf: text(),
    createdAt: millis().notNull(),
    /** When a part that nobody goes on sending is thrown away. */
    expiresAt: millis().notNull()
  },
  (t) => [
    index('uploads_recording').on(t.recordingId),
    index('uploads_state').on(t.state, t.expiresAt),
    index('uploads_sha256').on(t.sha256),
    checkOneOf('uploads_state', t.state, uploadStates)
  ]
);

/** What is being made of uploads for one recording. */
export const productions = table(
  'productions',
  {
    id: text().primaryKey(),
    recordingId: recordingId(),
    state: oneOf(productionStates).notNull().default('working'),
    sources: json<ProductionSources>().notNull(),
    options: json<ProductionOptions>().notNull(),
    durationMs: millis(),
    jobId: text(),
    madeBy: text().notNull(),
    createdAt: millis().notNull(),
    publishedAt: millis()
  },
  (t) => [
    index('productions_recording').on(t.recordingId, t.createdAt),
    checkOneOf('productions_state', t.state, productionStates)
  ]
);

/** A step that is done, with what it made. A worker that was killed goes on after the last row. */
export const doneSteps = table(
  'production_steps',
  {
    productionId: text()
      .notNull()
      .references(() => productions.id, { onDelete: 'cascade' }),
    step: oneOf(productionSteps).notNull(),
    output: json<unknown>(),
    startedAt: millis().notNull(),
    doneAt: millis().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.productionId, t.step] }),
    checkOneOf('production_steps_step', t.step, productionSteps)
  ]
);

/** A passage that is left out, to protect somebody: silence and a plain card, and no words of it anywhere. */
export const mediaOmissions = table(
  'media_omissions',
  {
    id: text().primaryKey(),
    recordingId: recordingId(),
    startMs: millis().notNull(),
    endMs: millis().notNull(),
    createdBy: text().notNull(),
    createdAt: millis().notNull()
  },
  (t) => [index('media_omissions_recording').on(t.recordingId, t.startMs)]
);
