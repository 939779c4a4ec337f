import type { Action, ArchiveAction, ObjectAction, Subject, Verb } from '#lib/domain/access/action.ts';
import { opennessOf } from '#lib/domain/access/publication.ts';
import type { Published } from '#lib/domain/archive/types.ts';
import { reaches, type Role, type Viewer } from '#lib/domain/access/viewer.ts';

/** The least role that may; `list` is the same for everybody, so it has none. */
const leastRole: Record<Exclude<Verb, 'list'>, Role> = {
  read: 'captioner',
  create: 'editor',
  edit: 'editor',
  submit: 'editor',
  publish: 'publisher',
  withdraw: 'publisher',
  delete: 'publisher'
};

/** Captions are the one thing that a captioner works on. */
const exceptions: { readonly [S in Subject]?: { readonly [V in Verb]?: Role } } = {
  'track-version': { create: 'captioner', edit: 'captioner', submit: 'captioner' }
};

const archiveRole: Record<ArchiveAction, Role> = {
  'archive:see-drafts': 'captioner',
  'archive:manage-people': 'admin',
  'archive:change-settings': 'admin',
  'archive:read-log': 'publisher'
};

function neededRole(action: Action, object: Published | null): Role | null {
  if (action in archiveRole) return archiveRole[action as ArchiveAction];
  const [subject, verb] = (action as ObjectAction).split(':') as [Subject, Verb];
  if (verb === 'list' || (object === null) !== (verb === 'create')) return null;
  if (object?.state === 'deleted') return verb === 'read' ? 'publisher' : null;
  return exceptions[subject]?.[verb] ?? leastRole[verb];
}

/** What the object's own state allows to everybody, signed in or not. */
function isOpen(action: Action, object: Published | null, now: number): boolean {
  if (!object) return false;
  const openness = opennessOf(object, now);
  if (action.endsWith(':list')) return openness === 'listed';
  return action.endsWith(':read') && (openness === 'listed' || openness === 'addressed');
}

/** What may belong to a series. */
const ofSeries: ReadonlySet<string> = new Set<Subject>(['event', 'series', 'recording', 'track-version']);

const seriesOf = (object: Published | null): readonly string[] =>
  object?.seriesIds ?? (object?.seriesId ? [object.seriesId] : []);

/** Who works within some series only may come to the desk, and do there what concerns objects of those series. */
function isWithin(viewer: Viewer, action: Action, seriesIds: readonly string[]): boolean {
  const own = viewer.kind === 'organizer' ? (viewer.seriesIds ?? null) : null;
  if (own === null) return true;
  if (action in archiveRole) return action === 'archive:see-drafts';
  return ofSeries.has(action.split(':')[0] ?? '') && seriesIds.some((id) => own.includes(id));
}

/**
 * May this viewer do that? Every page, feed, file, search and export asks here; what no rule allows is refused.
 *
 * @param object what it is done to; null for `create` and for actions on the whole archive
 * @param now UTC milliseconds: a scheduled object opens by itself
 * @param seriesIds series to which it belongs; to be given for `create`, where there is no object to ask
 */
export function can(
  viewer: Viewer,
  action: Action,
  object: Published | null,
  now: number,
  seriesIds: readonly string[] = seriesOf(object)
): boolean {
  if (isOpen(action, object, now)) return true;
  if (viewer.kind === 'anonymous') return false;
  const role = neededRole(action, object);
  if (role === null) return false;
  return viewer.kind === 'operator' || (reaches(viewer.role, role) && isWithin(viewer, action, seriesIds));
}
