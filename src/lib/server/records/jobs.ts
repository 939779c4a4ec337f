import { and, between, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { opennessOf } from '#lib/domain/access/publication.ts';
import { restorableMs } from '#lib/domain/records/life-cycle.ts';
import { isPublishedKind, recordKinds } from '#lib/domain/records/kinds.ts';
import { cueRange, momentRange } from '#lib/server/captions/index.ts';
import { inTransaction, type Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { checked, type JobKind } from '#lib/server/jobs/job.ts';
import { tellSearch } from '#lib/server/records/follow.ts';
import { note, publicationOf, publishedTables } from '#lib/server/records/objects.ts';

const payload = v.object({ kind: v.picklist(recordKinds), id: v.string() });
type Payload = v.InferOutput<typeof payload>;

/** At its hour what was scheduled is simply public: search and kept pages are told. */
export const openScheduled: JobKind<Payload> = {
  name: 'open-scheduled',
  payload,
  work: ({ ctx, payload: { kind, id } }) =>
    inTransaction(ctx, async (tx) => {
      const object = await publicationOf(tx.read, kind, id);
      if (!isPublishedKind(kind) || object?.state !== 'scheduled' || opennessOf(object, tx.now()) !== 'listed') return;
      const table = publishedTables[kind];
      const publishedAt = object.publishedAt ?? object.publishAt ?? tx.now();
      await tx.write.update(table).set({ state: 'public', publishAt: null, publishedAt }).where(eq(table.id, id));
      await tellSearch(tx, kind, id);
      await raiseContentRevision(tx.write);
      await note(tx, 'record.opened', kind, id);
    })
};

/** Thirty days after it was deleted there is nothing left to restore. */
export const purgeDeleted: JobKind<Payload> = {
  name: 'purge-deleted',
  payload,
  work: ({ ctx, payload: { kind, id } }) =>
    inTransaction(ctx, async (tx) => {
      const object = await publicationOf(tx.read, kind, id);
      if (!isPublishedKind(kind) || object?.state !== 'deleted') return;
      if ((object.updatedAt ?? 0) > tx.now() - restorableMs) return;
      if (kind === 'recording') await purgeTexts(tx, id);
      const table = publishedTables[kind];
      await tx.write.delete(table).where(eq(table.id, id));
      await purgeTraces(tx, kind, id);
      await note(tx, 'record.purged', kind, id);
    })
};

async function purgeTraces(tx: Tx, kind: keyof typeof publishedTables, id: string): Promise<void> {
  const { slugs, personLinks, organizationLinks, objectLinks, revisions, drafts, previews } = tables;
  await tx.write.delete(slugs).where(and(eq(slugs.kind, kind), eq(slugs.objectId, id)));
  for (const links of [personLinks, organizationLinks, objectLinks]) {
    await tx.write.delete(links).where(and(eq(links.objectKind, kind), eq(links.objectId, id)));
  }
  for (const traces of [revisions, drafts, previews]) {
    await tx.write.delete(traces).where(and(eq(traces.kind, kind), eq(traces.objectId, id)));
  }
}

/** Cues and moments hang on numbers, not on a key that would take them along. */
async function purgeTexts(tx: Tx, id: string): Promise<void> {
  const { cues, moments, recordings, trackVersions } = tables;
  const versions = await tx.read
    .select({ id: trackVersions.id })
    .from(trackVersions)
    .where(eq(trackVersions.recordingId, id));
  for (const version of versions) await tx.write.delete(cues).where(between(cues.id, ...cueRange(version.id)));
  const [row] = await tx.read.select({ number: recordings.number }).from(recordings).where(eq(recordings.id, id));
  if (row) await tx.write.delete(moments).where(between(moments.id, ...momentRange(row.number)));
}

export const recordJobs = [checked(openScheduled), checked(purgeDeleted)];
