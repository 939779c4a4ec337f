import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '#lib/server/db/schema/index.ts';

/** The objects that one event brings along; null: everything. */
export type Scope = ReadonlySet<string> | null;

type Row = Readonly<Record<string, unknown>>;

/** Which column says to which object a row belongs. `all`: small, and needed to read the rest. */
type Belongs =
  'id' | 'eventId' | 'recordingId' | 'objectId' | 'personId' | 'imageId' | 'range' | 'file' | 'all' | 'archive';

interface Leaving {
  name: string;
  table: SQLiteTable;
  belongs: Belongs;
}

const row = (name: keyof typeof schema, table: SQLiteTable, belongs: Belongs): Leaving => ({
  name,
  table,
  belongs
});

/**
 * The tables that leave with an archive, in the order in which they are taken in again: what others refer to comes first.
 * Every other table stands in `staying`; a test holds the two lists to the schema.
 */
export const leaving: readonly Leaving[] = [
  row('site', schema.site, 'all'),
  row('sourceDocuments', schema.sourceDocuments, 'all'),
  row('sourceLinks', schema.sourceLinks, 'archive'),
  row('notices', schema.notices, 'all'),
  row('glossary', schema.glossary, 'archive'),
  row('organizations', schema.organizations, 'id'),
  row('institutions', schema.institutions, 'id'),
  row('people', schema.people, 'id'),
  row('withheldStatements', schema.withheldStatements, 'personId'),
  row('topics', schema.topics, 'id'),
  row('images', schema.images, 'id'),
  row('imageVariants', schema.imageVariants, 'imageId'),
  row('resources', schema.resources, 'id'),
  row('linkChecks', schema.linkChecks, 'archive'),
  row('series', schema.series, 'id'),
  row('events', schema.events, 'id'),
  row('statusChanges', schema.statusChanges, 'eventId'),
  row('eventReplacements', schema.eventReplacements, 'eventId'),
  row('timelineEntries', schema.timelineEntries, 'eventId'),
  row('campaigns', schema.campaigns, 'archive'),
  row('demands', schema.demands, 'archive'),
  row('targets', schema.targets, 'archive'),
  row('actions', schema.actions, 'archive'),
  row('talkingPoints', schema.talkingPoints, 'archive'),
  row('letterTemplates', schema.letterTemplates, 'archive'),
  row('pages', schema.pages, 'archive'),
  row('files', schema.files, 'file'),
  row('recordings', schema.recordings, 'id'),
  row('recordingSpeakers', schema.recordingSpeakers, 'recordingId'),
  row('chapters', schema.chapters, 'recordingId'),
  row('audioTracks', schema.audioTracks, 'recordingId'),
  row('renditions', schema.renditions, 'recordingId'),
  row('textTracks', schema.textTracks, 'recordingId'),
  row('trackVersions', schema.trackVersions, 'recordingId'),
  row('cues', schema.cues, 'range'),
  row('readingTracks', schema.readingTracks, 'recordingId'),
  row('moments', schema.moments, 'range'),
  row('passageNotes', schema.passageNotes, 'recordingId'),
  row('mediaOmissions', schema.mediaOmissions, 'recordingId'),
  row('slugs', schema.slugs, 'objectId'),
  row('goneSlugs', schema.goneSlugs, 'archive'),
  row('personLinks', schema.personLinks, 'objectId'),
  row('organizationLinks', schema.organizationLinks, 'objectId'),
  row('objectLinks', schema.objectLinks, 'objectId'),
  row('importMarks', schema.importMarks, 'objectId')
];

/** Tables that do not leave, and why not. */
export const staying: Readonly<Record<string, string>> = {
  organizers: 'who may sign in is decided where the archive goes',
  passkeys: 'who may sign in is decided where the archive goes',
  recoveryCodes: 'who may sign in is decided where the archive goes',
  accountNotices: 'letters of this server to its organizers',
  reports: 'letters of readers, with their addresses',
  captionDrafts: 'what one person has not saved',
  sessions: 'nobody is signed in elsewhere',
  jobs: 'work of this server',
  audit: 'who did what here, with names of accounts',
  archiveState: 'counters; the numbers that are in use are raised when rows are taken in',
  operations: 'what was done to keep this copy',
  fileChecks: 'when this disk was read',
  uploads: 'parts of files that are still coming in',
  productions: 'work of this server',
  doneSteps: 'work of this server',
  revisions: 'who wrote what when, with names of accounts',
  drafts: 'what one person has not saved',
  previews: 'addresses that open this server',
  protections: 'leave as the ledger, which counts more than rows',
  searchSegments: 'made anew from the words',
  searchDocuments: 'made anew from the words',
  searchLayouts: 'made anew from the words',
  searchTerms: 'made anew from the words',
  searchSurfaces: 'made anew from the words'
};

const idOf = (value: Row, column: string) => {
  const id = value[column];
  return typeof id === 'string' ? id : '';
};

/** Does a row go with these objects? Ranges and files are chosen by whoever reads them. */
export function isInScope({ belongs }: Leaving, value: Row, scope: Scope): boolean {
  if (scope === null || belongs === 'all') return true;
  return belongs !== 'archive' && scope.has(idOf(value, belongs));
}
