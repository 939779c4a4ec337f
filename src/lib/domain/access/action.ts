/** Everything that has a publication state of its own. A part (cue, rendition, chapter) is asked as what it belongs to. */
export const subjects = [
  'event',
  'series',
  'recording',
  'track-version',
  'person',
  'organization',
  'campaign',
  'action',
  'page',
  'topic',
  'image'
] as const;
export type Subject = (typeof subjects)[number];

export const verbs = [
  /** see it at its own address */
  'read',
  /** find it in a list, a feed, the search, an export */
  'list',
  'create',
  'edit',
  'submit',
  'publish',
  'withdraw',
  'delete'
] as const;
export type Verb = (typeof verbs)[number];

export const archiveActions = [
  'archive:see-drafts',
  'archive:manage-people',
  'archive:change-settings',
  'archive:read-log'
] as const;
/** What concerns the archive as a whole. */
export type ArchiveAction = (typeof archiveActions)[number];

export type ObjectAction = `${Subject}:${Verb}`;
export type Action = ObjectAction | ArchiveAction;
