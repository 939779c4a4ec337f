// What an editor's save does, in a process of its own: a caption changed, published; or something small saved.
import { register } from 'tsx/esm/api';

register();
const { operator } = await import('../../src/lib/domain/access/viewer.ts');
const { readConfig } = await import('../../src/lib/server/config.ts');
const { createContext, inTransaction } = await import('../../src/lib/server/context.ts');
const { openDatabase } = await import('../../src/lib/server/db/open.ts');
const { createLog } = await import('../../src/lib/server/log.ts');
const { createVersion, loadVersion, publishVersions } = await import('../../src/lib/server/captions/index.ts');
const { raiseContentRevision } = await import('../../src/lib/server/db/revision.ts');
const { leaveIndex } = await import('../../src/lib/server/search/index.ts');
const { jobs, readingTracks, recordings, searchSegments, trackVersions } =
  await import('../../src/lib/server/db/schema/index.ts');
const { asc, count, eq, inArray } = await import('drizzle-orm');

/** @param {string} database */
export async function openWriter(database) {
  const db = await openDatabase(database);
  const config = { ...readConfig({}), databaseUrl: database };
  const ctx = createContext({ db, viewer: operator('bench'), config, log: createLog('error') });
  return {
    /** Puts the words into the first caption of a recording and publishes it. @param {number} nth @param {string} words */
    async publish(nth, words) {
      const [reading] = await ctx.read
        .select()
        .from(readingTracks)
        .orderBy(asc(readingTracks.recordingId), asc(readingTracks.language))
        .offset(nth * 2)
        .limit(1);
      if (reading === undefined) throw new Error('no such recording');
      const [version] = await ctx.read.select().from(trackVersions).where(eq(trackVersions.id, reading.versionId));
      if (version === undefined) throw new Error('no such version');
      const track = await loadVersion(ctx.read, version);
      const [first, ...others] = track.cues;
      if (first === undefined) throw new Error('no cues');
      const { recordingId, trackId } = reading;
      const made = await createVersion(ctx, {
        ...{ recordingId, trackId, encoding: null, problems: [], fileKey: null, madeBy: 'bench' },
        track: { ...track, cues: [{ ...first, text: words }, ...others] },
        sha256: `${words} ${performance.now()}`
      });
      await inTransaction(ctx, (tx) => publishVersions(tx, recordingId, [made.id], [leaveIndex]));
    },
    /** A small save. */
    async save() {
      await inTransaction(ctx, async (tx) => {
        const [one] = await tx.read.select({ id: recordings.id }).from(recordings).limit(1);
        await tx.write
          .update(recordings)
          .set({ updatedAt: tx.now() })
          .where(eq(recordings.id, one?.id ?? ''));
      });
    },
    /** Withdraws every third recording, so that a third of the index no longer counts. */
    async withdrawThird() {
      const rows = await ctx.read.select({ id: recordings.id }).from(recordings).orderBy(asc(recordings.number));
      const ids = rows.filter((_, i) => i % 3 === 1).map(({ id }) => id);
      await inTransaction(ctx, async (tx) => {
        await tx.write.update(recordings).set({ state: 'withdrawn' }).where(inArray(recordings.id, ids));
        await raiseContentRevision(tx.write);
      });
    },
    /** States of merges, and how many segments count. */
    async merges() {
      const rows = await ctx.read.select({ state: jobs.state }).from(jobs).where(eq(jobs.kind, 'index-merge'));
      const [live] = await ctx.read.select({ n: count() }).from(searchSegments).where(eq(searchSegments.state, 'live'));
      return { states: rows.map(({ state }) => state), segments: live?.n ?? 0 };
    },
    close: () => db.close()
  };
}
