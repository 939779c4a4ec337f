import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  chaptersJson,
  episodeOf,
  isCleared,
  podcastEnd,
  podcastItem,
  podcastStart,
  primaryLanguage
} from '#lib/domain/feeds/podcast.ts';
import type { RecordingEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import { listed } from '#lib/server/access/index.ts';
import { findBySlug } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { audioTracks, recordings } from '#lib/server/db/schema/index.ts';
import { entriesById, entriesInBatches, listedObjects } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';
import { assertReadable } from '#lib/server/feeds/scope.ts';

/** Namespace of `podcast:guid` (podcastindex.org): a UUID 5 of the feed's address without its protocol. */
const namespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export interface PodcastLanguage {
  /** Primary language: `es` for es-GT too. */
  language: string;
  standInsOnly: boolean;
}

/** The languages that can be heard in recordings which a podcast may hold, in order. */
export async function podcastLanguages(ctx: Ctx): Promise<PodcastLanguage[]> {
  const rows = await ctx.read
    .select({ recording: recordings, language: audioTracks.language, standIn: audioTracks.standIn })
    .from(audioTracks)
    .innerJoin(recordings, eq(recordings.id, audioTracks.recordingId))
    .where(eq(audioTracks.held, true));
  const open = new Set(
    listed(
      ctx,
      'recording:list',
      rows.map(({ recording }) => recording)
    )
  );
  const real = new Map<string, boolean>();
  for (const { recording, language, standIn } of rows) {
    const primary = primaryLanguage(language);
    if (!primary || !open.has(recording)) continue;
    const isStandIn = standIn || recording.mediaState === 'stand_in';
    if (isStandIn || isCleared(recording)) real.set(primary, (real.get(primary) ?? false) || !isStandIn);
  }
  return [...real].sort().map(([language, isReal]) => ({ language, standInsOnly: !isReal }));
}

export interface PodcastOptions {
  /** Primary language of the sound. */
  language: string;
  standIns: boolean;
  /** Absolute address of the feed itself, and of its square picture. */
  selfUrl: string;
  imageUrl: string | null;
}

const chaptersOf = (entry: RecordingEntry) => (entry.chapters.length > 0 ? `${entry.url}/chapters.json` : null);

/** The recordings that sound in a language, the newest first, in pieces; null when none may be in a podcast. */
export async function podcastFeed(
  ctx: Ctx,
  locale: Locale,
  { language, standIns, selfUrl, imageUrl }: PodcastOptions
): Promise<AsyncGenerator<string, void> | null> {
  const languages = await podcastLanguages(ctx);
  const known = languages.find((each) => each.language === language);
  if (!known || (known.standInsOnly && !standIns)) return null;
  const [objects, archive] = await Promise.all([listedObjects(ctx, 'recording'), archiveEntry(ctx, locale)]);
  const updatedAt = objects.reduce((latest, object) => Math.max(latest, object.updatedAt), 0) || null;
  const head = {
    title: outputMessages(locale).feeds.podcast(archive.title, languageName(language, locale)),
    description: archive.description,
    ...{ locale, selfUrl, imageUrl, language, updatedAt },
    pageUrl: archive.url,
    id: selfUrl,
    guid: podcastGuid(selfUrl)
  };
  const ids = objects.map(({ id }) => id);
  return (async function* () {
    yield podcastStart(head);
    for await (const entries of entriesInBatches(ctx, locale, 'recording', ids)) {
      const episodes = entries.flatMap((entry) => episodeOf(entry, language, { standIns }) ?? []);
      yield episodes.map((episode) => podcastItem(episode, { chapters: chaptersOf(episode.entry) })).join('');
    }
    yield podcastEnd;
  })();
}

/** The chapters of a recording for players; null when there is no such recording, or when it has none. */
export async function chaptersFile(ctx: Ctx, locale: Locale, slug: string): Promise<string | null> {
  const found = await findBySlug(ctx, 'recording', locale, slug);
  if (!found || !(await assertReadable(ctx, 'recording', found.id))) return null;
  const [entry] = await entriesById(ctx, locale, 'recording', [found.id], 'read');
  return entry && entry.chapters.length > 0 ? chaptersJson(entry) : null;
}
