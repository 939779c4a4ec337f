import { and, eq, inArray, ne } from 'drizzle-orm';
import * as v from 'valibot';
import type { SoundSource } from '#lib/domain/media/types.ts';
import { renewReading, type PublishHook } from '#lib/server/captions/index.ts';
import type { Tx } from '#lib/server/context.ts';
import { audioTracks, audit, files, productions, recordings, renditions } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { hideFiles } from '#lib/server/productions/hide.ts';
import { retireStandIns } from '#lib/server/productions/stand-ins.ts';
import { Finished, type MadeRendition, type StoredFile } from '#lib/server/productions/steps/finish.ts';
import { productionById, stepOf, type Production } from '#lib/server/productions/store.ts';
import { actorOf } from '#lib/server/uploads/index.ts';

async function writeSounds(tx: Tx, recordingId: string, sounds: readonly SoundSource[]): Promise<void> {
  for (const [position, { trackId, role, language, silences }] of sounds.entries()) {
    const method = role === 'interpretation' ? 'simultaneous' : 'recorded';
    const said = { position, role, language, silences, held: true, standIn: false, recorded: true };
    await tx.write
      .insert(audioTracks)
      .values({ recordingId, id: trackId, method, ...said })
      .onConflictDoUpdate({ target: [audioTracks.recordingId, audioTracks.id], set: said });
  }
}

async function writeRenditions(
  tx: Tx,
  { recordingId, durationMs }: Production,
  made: readonly MadeRendition[]
): Promise<void> {
  const old = await tx.write
    .delete(renditions)
    .where(eq(renditions.recordingId, recordingId))
    .returning({ fileKey: renditions.fileKey });
  const rows = made.map(({ key, ...rendition }) => ({
    ...rendition,
    recordingId,
    durationMs,
    fileKey: key,
    standIn: false
  }));
  if (rows.length > 0) await tx.write.insert(renditions).values(rows);
  await hideFiles(
    tx,
    old.map(({ fileKey }) => fileKey)
  );
}

/** Files of the parts that visitors get; posters that were not chosen stay with the organizers. */
async function openFiles(tx: Tx, stored: readonly StoredFile[], made: readonly MadeRendition[]): Promise<void> {
  const folders = made
    .filter(({ kind }) => kind === 'hls' || kind === 'storyboard')
    .map(({ key }) => key.replace(/[^/]+$/, ''));
  const keys = new Set(made.map(({ key }) => key));
  const open = stored.filter(({ key }) => keys.has(key) || folders.some((folder) => key.startsWith(folder)));
  for (let at = 0; at < open.length; at += 200) {
    const some = open.slice(at, at + 200).map(({ key }) => key);
    await tx.write.update(files).set({ audience: 'public' }).where(inArray(files.key, some));
  }
}

/**
 * The switch, in the caller's transaction: what visitors see, hear, find and download changes once. The address stays; what a
 * stand-in had said leaves search, feeds and downloads in the same moment.
 */
export async function publishIn(tx: Tx, productionId: string, hooks: readonly PublishHook[]): Promise<void> {
  const production = await productionById(tx, productionId);
  const finished = await stepOf(tx, productionId, 'finished');
  if (!production || !finished || !['ready', 'published'].includes(production.state)) {
    throw new DomainError('conflict', 'production.not-ready', { id: productionId });
  }
  const { recordingId, durationMs, sources } = production;
  const { files: stored, renditions: made } = v.parse(Finished, finished.output);
  const now = tx.now();
  const held = { mediaState: 'held', standInMadeOn: null, durationMs, updatedAt: now } as const;
  await tx.write.update(recordings).set(held).where(eq(recordings.id, recordingId));
  await retireStandIns(tx, recordingId);
  await writeSounds(tx, recordingId, sources.sounds);
  await openFiles(tx, stored, made);
  await writeRenditions(tx, production, made);
  const others = and(eq(productions.recordingId, recordingId), ne(productions.id, productionId));
  await tx.write.update(productions).set({ state: 'replaced' }).where(others);
  await tx.write
    .update(productions)
    .set({ state: 'published', publishedAt: now })
    .where(eq(productions.id, productionId));
  await tx.write.insert(audit).values({
    ...{ id: tx.newId(), at: now, actor: actorOf(tx), action: 'media:publish' },
    ...{ objectKind: 'recording', objectId: recordingId, data: { productionId } }
  });
  // sounds decide which captions are read; this also tells the hooks and raises the revision
  await renewReading(tx, recordingId, hooks);
}
