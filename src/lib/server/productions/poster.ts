import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { doneSteps, files, renditions } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { hideFiles } from '#lib/server/productions/hide.ts';
import { keyIn } from '#lib/server/productions/place.ts';
import { Finished } from '#lib/server/productions/steps/finish.ts';
import { stepOf, type Production } from '#lib/server/productions/store.ts';

/** Writes the choice into what was made, and into what visitors see when it is shown already. */
export async function replacePoster(tx: Tx, { id, recordingId, state }: Production, file: string): Promise<void> {
  const finished = await stepOf(tx, id, 'finished');
  const output = v.safeParse(Finished, finished?.output);
  const chosen = output.success ? output.output.files.find(({ key }) => key === keyIn(id, file)) : undefined;
  if (!output.success || !chosen) throw new DomainError('invalid', 'production.no-poster');
  const { key, bytes, mimeType } = chosen;
  const poster = {
    id: 'poster',
    kind: 'poster',
    audioTrackId: null,
    key,
    bytes,
    mimeType,
    width: null,
    height: null
  } as const;
  const others = output.output.renditions.filter(({ kind }) => kind !== 'poster');
  await tx.write
    .update(doneSteps)
    .set({ output: { ...output.output, renditions: [...others, poster] } })
    .where(and(eq(doneSteps.productionId, id), eq(doneSteps.step, 'finished')));
  if (state !== 'published') return;
  const mine = and(eq(renditions.recordingId, recordingId), eq(renditions.kind, 'poster'));
  const old = await tx.write.delete(renditions).where(mine).returning({ fileKey: renditions.fileKey });
  await tx.write
    .insert(renditions)
    .values({ id: 'poster', kind: 'poster', recordingId, fileKey: key, bytes, mimeType, standIn: false });
  await tx.write.update(files).set({ audience: 'public' }).where(eq(files.key, key));
  await hideFiles(
    tx,
    old.map(({ fileKey }) => fileKey)
  );
  await raiseContentRevision(tx.write);
}
