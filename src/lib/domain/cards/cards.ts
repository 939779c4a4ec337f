import type { Card } from '#lib/domain/cards/card-svg.ts';
import type { QuoteView } from '#lib/domain/citations/view.ts';
import {
  isStandIn,
  statusOf,
  type ArchiveEntry,
  type EventEntry,
  type RecordingEntry
} from '#lib/domain/feeds/entry.ts';
import { placeOf, whenOf } from '#lib/domain/feeds/words.ts';
import { dateLine } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { quoteMessages } from '#lib/domain/i18n/messages/quotes.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import type { ScoreLayout } from '#lib/domain/recordings/score.ts';
import { clock } from '#lib/domain/recordings/timecode.ts';

type Archive = Pick<ArchiveEntry, 'title'>;

/** What did not go as announced stands on carmine, what was held on jade. */
const fieldOf = (entry: EventEntry): Card['field'] => {
  const status = statusOf(entry);
  if (status === 'cancelled' || status === 'postponed') return 'cochinilla';
  return status === 'held' ? 'jade' : 'anil';
};

export function eventCard(entry: EventEntry, archive: Archive): Card {
  const status = statusOf(entry);
  const words = status && status !== 'planned' ? eventMessages(entry.locale).status[status] : null;
  return {
    field: fieldOf(entry),
    kicker: [words, whenOf(entry)].filter(Boolean).join(' · '),
    title: entry.title.text,
    lang: entry.title.lang,
    lines: [placeOf(entry), entry.series?.title ?? ''].filter(Boolean),
    foot: archive.title,
    ...{ notice: null, score: null, voice: null }
  };
}

export function recordingCard(entry: RecordingEntry, archive: Archive, score: ScoreLayout | null): Card {
  const m = outputMessages(entry.locale);
  return {
    field: 'anil',
    kicker: [entry.date && dateLine(entry.date, entry.locale), entry.durationMs && clock(entry.durationMs)]
      .filter(Boolean)
      .join(' · '),
    title: entry.title.text,
    lang: entry.title.lang,
    lines: score || !entry.event ? [] : [entry.event.title],
    foot: archive.title,
    notice: isStandIn(entry) ? m.standIn : null,
    ...{ score, voice: null }
  };
}

export const archiveCard = ({ title, description, locale, origin }: ArchiveEntry): Card => ({
  ...{ field: 'anil', kicker: '', title, lang: locale, lines: [description].filter(Boolean) },
  ...{ foot: new URL(origin).host, notice: null, score: null, voice: null }
});

/** Null: the words are no longer there, and a card without them would say nothing. */
export function quoteCard(quote: QuoteView, locale: Locale, archive: Archive): Card | null {
  const { words } = quote;
  if (!words) return null;
  const who = quoteMessages(locale).voice[words.voice](languageName(words.language, locale));
  return {
    field: 'paper',
    kicker: `${quote.recording.title} · ${clock(words.startMs)}`,
    title: words.text,
    lang: words.language,
    lines: [[quote.speaker, who].filter(Boolean).join(' · ')],
    foot: archive.title,
    notice: quote.recording.isStandIn ? outputMessages(locale).standIn : null,
    ...{ score: null, voice: words.voice }
  };
}

/** What the picture says, for those who do not see it. */
export const cardAlt = ({ kicker, title, lines, foot, notice }: Card): string =>
  [kicker, title, ...lines, notice, foot].filter(Boolean).join('. ').slice(0, 420);
