import type { ArchiveDate, SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';

export const eventKinds = [
  'tour_stop',
  'webinar',
  'petition_delivery',
  'protest',
  'panel',
  'talk',
  'meeting',
  'screening',
  'other'
] as const;
export type EventKind = (typeof eventKinds)[number];

export const statusKinds = [
  'planned',
  'scheduled',
  'postponed',
  'rescheduled',
  'moved_online',
  'cancelled',
  'held'
] as const;
export type StatusKind = (typeof statusKinds)[number];

export const attendanceModes = ['in_person', 'online', 'mixed'] as const;
export type AttendanceMode = (typeof attendanceModes)[number];

export const seriesKinds = ['tour', 'series'] as const;

/** When a change happened: on a day, within bounds, or not known at all (all three null). ISO dates. */
export interface ChangeDate {
  on: string | null;
  notBefore: string | null;
  notAfter: string | null;
}

/** One entry of an event's append-only log. The order of entry decides, not the date. */
export interface StatusChange {
  kind: StatusKind;
  changed: ChangeDate;
  /** The start that was valid before, for `rescheduled`, `postponed` and `moved_online`. */
  previousStart: ArchiveDate | null;
  reason: Localized | null;
  note: Localized | null;
  /** Id of the event that took this one's place. */
  replacedBy: string | null;
  /** Names of the fields that the editor inferred. */
  inferred: string[];
  sources: SourceRef[];
}

export const personRoles = [
  'speaker',
  'panelist',
  'moderator',
  'interpreter',
  'captioner',
  'translator',
  'volunteer',
  'staff',
  'contact',
  'statement',
  'public_official'
] as const;
export type PersonRole = (typeof personRoles)[number];

export const organizationRoles = [
  'organizer',
  'cosponsor',
  'sponsor',
  'host',
  'speaker_organization',
  'resource_publisher',
  'action_platform'
] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** A panel whose people are not all known: how many there were, how many are named. */
export interface Panel {
  expected: number;
  note: Localized | null;
}

/** How to take part. Shown only while the event is still to come. */
export interface Registration {
  url: string | null;
  joinUrl: string | null;
  note: Localized | null;
}

/** What was offered so that everybody could take part. Null: the source does not say. */
export interface AccessOffer {
  languages: string[] | null;
  interpretation: string[] | null;
  captions: string[] | null;
  signLanguage: string[] | null;
  stepFree: boolean | null;
  note: Localized | null;
}
