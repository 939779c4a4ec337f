import { inArray } from 'drizzle-orm';
import { atomEnd, atomEntry, atomStart } from '#lib/domain/feeds/atom.ts';
import type { FeedItem } from '#lib/domain/feeds/item.ts';
import { rssEnd, rssItem, rssStart } from '#lib/domain/feeds/rss.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { concordanceMessages } from '#lib/domain/i18n/messages/concordance.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { clock } from '#lib/domain/recordings/timecode.ts';
import { searchPath, type SearchAddress } from '#lib/domain/search/page-address.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import { absolute } from '#lib/server/feeds/addresses.ts';
import type { NewsFormat } from '#lib/server/feeds/documents.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';
import {
  momentPath,
  questionOf,
  searchMoments,
  type MomentResult,
  type SearchEngine
} from '#lib/server/search/index.ts';

/** The newest passages: a feed tells what is new, and the page shows the rest. */
const mostItems = 100;

async function datesOf(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { uuid: string; publishedAt: number; updatedAt: number }>();
  const { id, uuid, publishedAt, createdAt, updatedAt } = recordings;
  const rows = await ctx.read
    .select({ id, uuid, publishedAt, createdAt, updatedAt })
    .from(recordings)
    .where(inArray(recordings.id, [...ids]));
  return new Map(rows.map((row) => [row.id, { ...row, publishedAt: row.publishedAt ?? row.createdAt }]));
}

const textOf = ({ texts }: MomentResult): string =>
  texts
    .filter(({ matched }) => matched)
    .flatMap(({ cues }) => cues.map(({ text }) => text))
    .join(' ');

/** A search as something to follow: the passages of the newest recordings. Throws as searchMoments() does. */
export async function searchFeed(
  ctx: Ctx,
  engine: SearchEngine,
  locale: Locale,
  address: SearchAddress,
  { format, selfUrl }: { format: NewsFormat; selfUrl: string }
): Promise<string> {
  const question = { ...questionOf({ ...address, order: 'newest', page: 1 }), perPage: mostItems };
  const [{ moments }, archive] = await Promise.all([
    searchMoments(ctx, engine, { ...question, heads: false, facets: false }),
    archiveEntry(ctx, locale)
  ]);
  const dates = await datesOf(ctx, [...new Set(moments.map(({ recordingId }) => recordingId))]);
  const m = outputMessages(locale);
  const items = moments.flatMap((moment): FeedItem[] => {
    const date = dates.get(moment.recordingId);
    if (!date) return [];
    const title = textIn(moment.recording.title, locale);
    return [
      {
        // the passage inside the recording: stays what it is when the address of the archive changes
        uuid: `${date.uuid}#t=${String(Math.floor(moment.startMs / 1000))}`,
        url: absolute(ctx, momentPath(moment, locale)),
        title: `${title}${moment.recording.standIn ? ` (${m.standIn})` : ''}, ${clock(moment.startMs)}`,
        ...{ locale, publishedAt: date.publishedAt, updatedAt: date.updatedAt },
        lines: [textOf(moment)],
        category: m.recording,
        people: moment.speakers
      }
    ];
  });
  const head = {
    title: concordanceMessages(locale).feedTitle(address.q, archive.title),
    description: archive.description,
    ...{ locale, selfUrl, id: selfUrl },
    pageUrl: absolute(ctx, searchPath(locale, { ...address, page: 1 })),
    updatedAt: items.reduce((latest, item) => Math.max(latest, item.updatedAt), 0) || null
  };
  return format === 'rss'
    ? rssStart(head) + items.map(rssItem).join('') + rssEnd
    : atomStart(head) + items.map(atomEntry).join('') + atomEnd;
}
