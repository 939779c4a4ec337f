import * as v from 'valibot';
import type { Subject } from '#lib/domain/access/action.ts';
import { GlossaryTerm, Image } from '#lib/domain/import/archive.ts';
import { Action, Campaign, Page } from '#lib/domain/import/campaigns.ts';
import { Event, Series, TimelineEntry, Topic } from '#lib/domain/import/events.ts';
import { Organization, Person } from '#lib/domain/import/people.ts';
import { Recording } from '#lib/domain/import/recordings.ts';
import { refTo } from '#lib/domain/import/values.ts';

/**
 * What organizers write, kind by kind, each in the import format: drafts, revisions, merging, previews and copies all work on
 * the same JSON. What follows from something else, or belongs to another page, is left out.
 */
export const recordSchemas = {
  event: v.omit(Event, ['status', 'replaces', 'recordings']),
  series: Series,
  /** Tracks and media have pages of their own. */
  recording: v.omit(Recording, [
    'duration',
    'mediaState',
    'standInMadeOn',
    'audioTracks',
    'textTracks',
    'media',
    'chapterFiles'
  ]),
  person: Person,
  organization: Organization,
  campaign: v.omit(Campaign, ['actions']),
  action: v.strictObject({ ...Action.entries, campaign: refTo('campaign') }),
  page: Page,
  topic: Topic,
  timelineEntry: TimelineEntry,
  glossaryTerm: GlossaryTerm,
  image: v.omit(Image, ['file'])
};
export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof recordSchemas)[K]>;

export const recordKinds = [
  'event',
  'series',
  'recording',
  'person',
  'organization',
  'campaign',
  'action',
  'page',
  'topic',
  'timelineEntry',
  'glossaryTerm',
  'image'
] as const satisfies readonly RecordKind[];

/** A record as a form, a draft or a revision holds it: checked when it is saved, not before. */
export type LooseRecord = Record<string, unknown>;

/** What `can()` is asked about: kinds without a page of their own are asked as what shows them. */
export const subjectOf: Record<RecordKind, Subject> = {
  event: 'event',
  series: 'series',
  recording: 'recording',
  person: 'person',
  organization: 'organization',
  campaign: 'campaign',
  action: 'action',
  page: 'page',
  topic: 'topic',
  timelineEntry: 'event',
  glossaryTerm: 'page',
  image: 'image'
};

/** Has it a publication state, an address and a page of its own? */
export const isPublishedKind = (kind: RecordKind): kind is Exclude<RecordKind, 'timelineEntry' | 'glossaryTerm'> =>
  kind !== 'timelineEntry' && kind !== 'glossaryTerm';

/** Words of the addresses below /manage, as folders: /manage/events, /manage/words … */
export const kindWords: Record<RecordKind, string> = {
  event: 'events',
  series: 'series',
  recording: 'recordings',
  person: 'people',
  organization: 'organizations',
  campaign: 'campaigns',
  action: 'actions',
  page: 'pages',
  topic: 'topics',
  timelineEntry: 'timeline',
  glossaryTerm: 'words',
  image: 'images'
};
export const kindOfWord = (word: string): RecordKind | null =>
  recordKinds.find((kind) => kindWords[kind] === word) ?? null;
