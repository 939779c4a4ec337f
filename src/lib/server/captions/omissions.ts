import { and, between, count, eq, gt, lt, or } from 'drizzle-orm';
import { mergeStretches } from '#lib/domain/media/omissions.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';
import { cueRange } from '#lib/server/captions/versions.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { cues, mediaOmissions } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';

type Reader = Pick<Ctx, 'read'>;

/** Passages of a recording that are left out, in order, those that meet made one. */
export async function omissionsOf({ read }: Reader, recordingId: string): Promise<Stretch[]> {
  const rows = await read
    .select({ startMs: mediaOmissions.startMs, endMs: mediaOmissions.endMs })
    .from(mediaOmissions)
    .where(eq(mediaOmissions.recordingId, recordingId));
  return mergeStretches(rows);
}

/** Of these versions those with words inside the passages. */
export async function versionsInside(
  { read }: Reader,
  versionIds: readonly number[],
  omissions: readonly Stretch[]
): Promise<number[]> {
  if (omissions.length === 0) return [];
  const inside = or(...omissions.map(({ startMs, endMs }) => and(lt(cues.startMs, endMs), gt(cues.endMs, startMs))));
  const found: number[] = [];
  for (const id of versionIds) {
    const [from, to] = cueRange(id);
    const [row] = await read
      .select({ count: count() })
      .from(cues)
      .where(and(between(cues.id, from, to), inside));
    if ((row?.count ?? 0) > 0) found.push(id);
  }
  return found;
}

/** What somebody said in a passage that is left out must not come back with a later version. */
export async function assertNothingLeftOut(tx: Tx, recordingId: string, versionIds: readonly number[]): Promise<void> {
  const inside = await versionsInside(tx, versionIds, await omissionsOf(tx, recordingId));
  if (inside.length > 0) throw new DomainError('invalid', 'captions.left-out', { recordingId });
}
