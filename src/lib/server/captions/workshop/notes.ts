import { and, eq } from 'drizzle-orm';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import { assertMayDo, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import { organizerIdOf } from '#lib/server/captions/workshop/versions.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { passageNotes } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { passageNotesOf } from '#lib/server/recordings/index.ts';

export type PassageNoteRow = typeof passageNotes.$inferSelect;

export const notesOf = passageNotesOf;

export interface NewNote {
  startMs: number;
  endMs: number;
  note: Localized;
}

/** What an interpreter says of a passage, for readers: shown at once. */
export async function addNote(ctx: Ctx, place: TrackPlace, { startMs, endMs, note }: NewNote): Promise<void> {
  assertMayDo(ctx, 'edit', place);
  if (!note.en && !note.es) throw new DomainError('invalid', 'captions.note-words', { field: 'note.en' });
  if (endMs <= startMs) throw new DomainError('invalid', 'captions.note-times', { field: 'end' });
  const { id: recordingId } = place.recording;
  await inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const row = { id, recordingId, trackId: place.track.id, startMs, endMs, note };
    await tx.write.insert(passageNotes).values({ ...row, createdBy: organizerIdOf(tx), createdAt: tx.now() });
    await raiseContentRevision(tx.write);
    await noteAudit(
      tx,
      'passage-note:create',
      { kind: 'recording', id: recordingId },
      { track: place.track.id, startMs }
    );
  });
}

export async function removeNote(ctx: Ctx, place: TrackPlace, noteId: string): Promise<void> {
  assertMayDo(ctx, 'edit', place);
  const { id: recordingId } = place.recording;
  await inTransaction(ctx, async (tx) => {
    const there = and(eq(passageNotes.id, noteId), eq(passageNotes.recordingId, recordingId));
    await tx.write.delete(passageNotes).where(there);
    await raiseContentRevision(tx.write);
    await noteAudit(tx, 'passage-note:delete', { kind: 'recording', id: recordingId }, { track: place.track.id });
  });
}
