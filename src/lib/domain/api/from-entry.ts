import type * as v from 'valibot';
import type * as resources from '#lib/domain/api/resources.ts';
import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import { rfc3339 } from '#lib/domain/feeds/dates.ts';
import {
  identifierOf,
  isStandIn,
  statusOf,
  type AnyEntry,
  type EventEntry,
  type MediaEntry,
  type OrganizationEntry,
  type PersonEntry,
  type RecordingEntry,
  type SeriesEntry
} from '#lib/domain/feeds/entry.ts';
import { hasDay } from '#lib/domain/feeds/ics.ts';
import { dateLine } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { LocalizedText } from '#lib/domain/i18n/localized.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';

const textOf = (text: LocalizedText) => ({ text: text.text, lang: text.lang });
const maybe = (text: LocalizedText | null) => text && textOf(text);
const mediaOf = (media: MediaEntry | null) => media && { url: media.url, bytes: media.bytes, mimeType: media.mimeType };
const instant = (ms: number | null) => (ms === null ? null : rfc3339(ms));

const dateOf = (date: ArchiveDate, locale: Locale) => ({
  value: date.value,
  precision: date.precision,
  yearInferred: date.year === 'inferred',
  notBefore: date.notBefore,
  notAfter: date.notAfter,
  text: dateLine(date, locale)
});

const baseOf = (entry: AnyEntry) => ({
  uuid: entry.uuid,
  identifier: identifierOf(entry),
  url: entry.url,
  urls: { ...entry.urls },
  title: textOf(entry.title),
  summary: maybe(entry.summary),
  publishedAt: rfc3339(entry.publishedAt),
  updatedAt: rfc3339(entry.updatedAt)
});

export const eventResource = (entry: EventEntry): v.InferOutput<typeof resources.Event> => ({
  ...baseOf(entry),
  kind: entry.kind,
  date: dateOf(entry.date, entry.locale),
  inCalendar: hasDay(entry),
  startsAt: instant(entry.startsAt),
  endsAt: instant(entry.endsAt),
  timeZone: entry.timeZone,
  status: statusOf(entry),
  statusLog: entry.log.map(({ kind, changed, previousStart, reason }) => ({
    ...{ kind, on: changed.on, notBefore: changed.notBefore, notAfter: changed.notAfter },
    previousStart: previousStart?.value ?? null,
    reason: maybe(reason)
  })),
  attendance: entry.attendance,
  place: maybe(entry.place),
  venue: maybe(entry.venue),
  series: entry.series,
  replacedBy: [...entry.replacedBy],
  replaces: [...entry.replaces],
  recordings: [...entry.recordings],
  people: [...entry.people],
  organizations: [...entry.organizations]
});

export const recordingResource = (entry: RecordingEntry): v.InferOutput<typeof resources.Recording> => ({
  ...baseOf(entry),
  mediaState: entry.mediaState,
  standIn: isStandIn(entry) ? { note: outputMessages(entry.locale).standIn, madeOn: entry.standInMadeOn } : null,
  date: entry.date && dateOf(entry.date, entry.locale),
  durationMs: entry.durationMs,
  rights: entry.rights?.term ?? null,
  event: entry.event && { uuid: entry.event.uuid, url: entry.event.url, title: entry.event.title },
  series: entry.series,
  poster: entry.poster,
  sounds: entry.sounds.map(({ id, role, language, standIn, video, audio }) => ({
    ...{ id, role, language, standIn },
    video: mediaOf(video),
    audio: mediaOf(audio)
  })),
  texts: entry.texts.map(({ id, kind, role, language, label, standIn, isReading, version, urls }) => ({
    ...{ id, kind, role, language, label, standIn, isReading, version },
    urls: { ...urls }
  })),
  chapters: entry.chapters.map((chapter) => ({ ...chapter })),
  people: [...entry.people],
  organizations: [...entry.organizations]
});

export const personResource = (entry: PersonEntry): v.InferOutput<typeof resources.Person> => ({
  ...baseOf(entry),
  name: entry.name,
  office: maybe(entry.office),
  organization: entry.organization
});

export const organizationResource = (entry: OrganizationEntry): v.InferOutput<typeof resources.Organization> => ({
  ...baseOf(entry),
  shortName: entry.shortName,
  name: maybe(entry.name),
  homepage: entry.homepage
});

export const seriesResource = (entry: SeriesEntry): v.InferOutput<typeof resources.Series> => ({
  ...baseOf(entry),
  kind: entry.kind,
  status: entry.status,
  events: [...entry.events]
});
