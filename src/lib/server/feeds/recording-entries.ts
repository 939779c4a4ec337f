import { inArray } from 'drizzle-orm';
import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import type { Credit, EntryLink, MediaEntry, RecordingEntry, SoundEntry, TextEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { localize, textIn } from '#lib/domain/i18n/localized.ts';
import { textTrackLabel } from '#lib/domain/recordings/names.ts';
import { downloadFormats } from '#lib/domain/recordings/view.ts';
import { listed } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, recordings, series } from '#lib/server/db/schema/index.ts';
import { absolute, linksTo, urlsOf } from '#lib/server/feeds/addresses.ts';
import { organizationsOf, peopleOf } from '#lib/server/feeds/credits.ts';
import { mediaUrl } from '#lib/server/media/index.ts';
import { downloadUrl, partsOf, publicVersion, type RecordingParts } from '#lib/server/recordings/index.ts';

type RecordingRow = typeof recordings.$inferSelect;
type Rendition = RecordingParts['files'][number];

const dayDate = (value: string): ArchiveDate => ({
  ...{ value, precision: 'day', year: null, notBefore: null, notAfter: null, inferred: [], label: null }
});

const mediaEntry = (ctx: Ctx, { fileKey, bytes, mimeType, width, height }: Rendition): MediaEntry => ({
  ...{ bytes, mimeType, width, height },
  url: absolute(ctx, mediaUrl(fileKey))
});

function soundsOf(ctx: Ctx, { sounds, files }: RecordingParts): SoundEntry[] {
  return sounds
    .filter(({ held }) => held)
    .map(({ id, role, language, standIn }) => {
      const mine = files.filter(({ audioTrackId }) => audioTrackId === id).sort((a, b) => a.bytes - b.bytes);
      const [video, audio] = (['video', 'audio'] as const).map((kind) => mine.find((file) => file.kind === kind));
      return {
        ...{ id, role, language, standIn },
        video: video ? mediaEntry(ctx, video) : null,
        audio: audio ? mediaEntry(ctx, audio) : null
      };
    });
}

function textsOf(ctx: Ctx, locale: Locale, recordingId: string, parts: RecordingParts): TextEntry[] {
  return parts.texts.flatMap(({ id, kind, role, language, standIn, held }) => {
    const version = held ? publicVersion(parts.versions, id) : null;
    if (!version) return [];
    const url = (format: (typeof downloadFormats)[number]) => absolute(ctx, downloadUrl(recordingId, id, format));
    return {
      ...{ id, kind, role, language, standIn },
      label: textTrackLabel({ kind, role, language }, locale),
      isReading: parts.reading.some(({ trackId }) => trackId === id),
      version: version.number,
      versionDate: version.publishedAt,
      urls: { vtt: url('vtt'), srt: url('srt'), txt: url('txt'), json: url('json') }
    };
  });
}

function posterOf(ctx: Ctx, locale: Locale, { files }: RecordingParts): string | null {
  const posters = files.filter(({ kind }) => kind === 'poster');
  const poster = posters.find(({ language }) => language === locale) ?? posters[0];
  return poster ? absolute(ctx, mediaUrl(poster.fileKey)) : null;
}

async function surroundingsOf(ctx: Ctx, locale: Locale, rows: readonly RecordingRow[]) {
  const ids = [...new Set(rows.flatMap(({ eventId }) => eventId ?? []))];
  const found = ids.length === 0 ? [] : await ctx.read.select().from(events).where(inArray(events.id, ids));
  const openEvents = listed(ctx, 'event:list', found);
  const seriesIds = [...new Set([...rows, ...openEvents].flatMap(({ seriesId }) => seriesId ?? []))];
  const openSeries = listed(
    ctx,
    'series:list',
    seriesIds.length === 0 ? [] : await ctx.read.select().from(series).where(inArray(series.id, seriesIds))
  );
  return {
    events: new Map(openEvents.map((event) => [event.id, event])),
    eventLinks: await linksTo(ctx, locale, 'event', openEvents),
    seriesLinks: await linksTo(ctx, locale, 'series', openSeries)
  };
}

/** The same part of the same person or organization is named once, the recording's own credits first. */
function once<C extends Credit>(credits: readonly C[]): C[] {
  const seen = new Map(credits.map((credit, i) => [`${credit.role} ${credit.uuid ?? String(i)}`, credit]));
  return [...seen.values()];
}

/** Entries for these rows, in their order. Rows must be open to the viewer. */
export async function recordingEntries(
  ctx: Ctx,
  locale: Locale,
  rows: readonly RecordingRow[]
): Promise<RecordingEntry[]> {
  const ids = rows.map(({ id }) => id);
  const eventIds = rows.flatMap(({ eventId }) => eventId ?? []);
  const [urls, around, people, eventPeople, organizations, eventOrganizations] = await Promise.all([
    urlsOf(ctx, 'recording', ids),
    surroundingsOf(ctx, locale, rows),
    peopleOf(ctx, locale, 'recording', ids),
    peopleOf(ctx, locale, 'event', eventIds),
    organizationsOf(ctx, locale, 'recording', ids),
    organizationsOf(ctx, locale, 'event', eventIds)
  ]);
  return Promise.all(
    rows.map(async (row): Promise<RecordingEntry> => {
      const { id, uuid, mediaState, standInMadeOn, durationMs, rights, noindex } = row;
      const parts = await partsOf(ctx, id);
      const event = around.events.get(row.eventId ?? '');
      const link: EntryLink | undefined = around.eventLinks.get(event?.id ?? '');
      const versions = parts.versions.filter(({ state }) => state === 'public');
      return {
        type: 'recording',
        ...{ uuid, mediaState, standInMadeOn, durationMs, rights, locale },
        noindex: noindex || mediaState === 'stand_in',
        url: urls(id)[locale],
        urls: urls(id),
        title: localize(row.title, locale) ?? { text: id, lang: locale, fallback: false },
        summary: localize(row.description, locale),
        publishedAt: row.publishedAt ?? row.createdAt,
        updatedAt: Math.max(row.updatedAt, ...versions.map(({ publishedAt }) => publishedAt ?? 0)),
        date: row.recordedOn ? dayDate(row.recordedOn) : (event?.date ?? null),
        event: event && link ? { ...link, kind: event.kind } : null,
        series: around.seriesLinks.get(row.seriesId ?? event?.seriesId ?? '') ?? null,
        poster: posterOf(ctx, locale, parts),
        sounds: soundsOf(ctx, parts),
        texts: textsOf(ctx, locale, id, parts),
        chapters: parts.chapters.map(({ startMs, endMs, title }) => ({ startMs, endMs, title: textIn(title, locale) })),
        people: once([...people(id), ...(event ? eventPeople(event.id) : [])]),
        organizations: once([...organizations(id), ...(event ? eventOrganizations(event.id) : [])])
      };
    })
  );
}
