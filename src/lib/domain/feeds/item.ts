import { isStandIn, type EventEntry, type RecordingEntry } from '#lib/domain/feeds/entry.ts';
import { eventLines, eventTitle, recordingTitle } from '#lib/domain/feeds/words.ts';
import { dateLine } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';

/** What RSS and Atom say of one thing. */
export interface FeedItem {
  uuid: string;
  url: string;
  title: string;
  locale: Locale;
  /** Plain words, a paragraph each. */
  lines: readonly string[];
  publishedAt: number;
  updatedAt: number;
  category: string;
  /** Names that may be shown. */
  people: readonly string[];
}

const names = (people: readonly { name: string | null }[]): string[] => [
  ...new Set(people.flatMap(({ name }) => name ?? []))
];

export const eventItem = (entry: EventEntry): FeedItem => ({
  uuid: entry.uuid,
  url: entry.url,
  title: eventTitle(entry),
  locale: entry.locale,
  lines: eventLines(entry),
  publishedAt: entry.publishedAt,
  updatedAt: entry.updatedAt,
  category: eventMessages(entry.locale).kinds[entry.kind],
  people: names(entry.people)
});

export function recordingItem(entry: RecordingEntry): FeedItem {
  const m = outputMessages(entry.locale);
  const lines = [
    entry.summary?.text,
    isStandIn(entry) ? m.standIn : null,
    entry.date && m.when(dateLine(entry.date, entry.locale)),
    entry.event && m.partOf(entry.event.title)
  ];
  return {
    uuid: entry.uuid,
    url: entry.url,
    title: recordingTitle(entry),
    locale: entry.locale,
    lines: lines.filter((line): line is string => Boolean(line)),
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    category: m.recording,
    people: names(entry.people)
  };
}

export const feedItem = (entry: EventEntry | RecordingEntry): FeedItem =>
  entry.type === 'event' ? eventItem(entry) : recordingItem(entry);

/** Head of a feed. */
export interface FeedHead {
  title: string;
  description: string;
  locale: Locale;
  /** Absolute: the page that the feed follows, the feed itself, the feed in the other language. */
  pageUrl: string;
  selfUrl: string;
  /** Of the newest change; null for an empty feed. */
  updatedAt: number | null;
  /** `urn:uuid:…` or another identifier that outlives a change of address. */
  id: string;
}
