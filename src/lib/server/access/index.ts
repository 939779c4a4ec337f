export { seriesOfEvent, seriesOfRecording } from '#lib/server/access/series.ts';
export { actorOf, noteAudit, type AuditObject } from '#lib/server/access/audit.ts';
import type { Action, ObjectAction } from '#lib/domain/access/action.ts';
import { can } from '#lib/domain/access/can.ts';
import { opennessOf } from '#lib/domain/access/publication.ts';
import type { Published } from '#lib/domain/archive/types.ts';
import type { Viewer } from '#lib/domain/access/viewer.ts';
import { gone, missing, notAllowed } from '#lib/server/errors.ts';

/** What a question about permission needs of a Ctx. */
export interface Asker {
  readonly viewer: Viewer;
  /** UTC milliseconds */
  now(): number;
}

/** @param seriesIds for `create`: series to which it will belong */
export const may = (ctx: Asker, action: Action, object: Published | null, seriesIds?: readonly string[]): boolean =>
  can(ctx.viewer, action, object, ctx.now(), seriesIds);

/** Series within which this viewer works; null: everywhere. */
export const ownSeries = ({ viewer }: Pick<Asker, 'viewer'>): readonly string[] | null =>
  viewer.kind === 'organizer' ? (viewer.seriesIds ?? null) : null;

/**
 * Throws when the viewer may not. To somebody who may not even read the object a refusal says no more than that
 * nothing is there; of a withdrawn one it says that it was withdrawn.
 */
export function assertCan(ctx: Asker, action: Action, object: Published | null): void {
  if (may(ctx, action, object)) return;
  const [subject = ''] = action.split(':');
  if (!object || may(ctx, `${subject}:read` as ObjectAction, object)) throw notAllowed(action);
  if (opennessOf(object, ctx.now()) !== 'tombstone') throw missing(subject);
  // the last thing that happened to what is withdrawn is that it was withdrawn
  const at = 'updatedAt' in object && typeof object.updatedAt === 'number' ? object.updatedAt : null;
  throw gone(subject, { at });
}

/** Of a list from the store, those that pages of many, feeds and searches may name. */
export const listed = <T extends Published>(ctx: Asker, action: `${string}:list` & Action, objects: T[]): T[] =>
  objects.filter((object) => may(ctx, action, object));
