import { rfc822 } from '#lib/domain/feeds/dates.ts';
import {
  identifierOf,
  isStandIn,
  type MediaEntry,
  type RecordingEntry,
  type TextEntry
} from '#lib/domain/feeds/entry.ts';
import type { FeedHead } from '#lib/domain/feeds/item.ts';
import { recordingTitle } from '#lib/domain/feeds/words.ts';
import { closing, element, opening, optional, xmlDeclaration, type Xml } from '#lib/domain/feeds/xml.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';

/** A term that lets others play it elsewhere: a licence or a statement of the public domain, not "ask us". */
export const isCleared = ({ rights }: Pick<RecordingEntry, 'rights'>): boolean =>
  rights !== null && rights.term !== 'not_cleared' && !/rightsstatements\.org\/vocab\/(InC|UND|CNE)/.test(rights.term);

/** es-GT → es: who listens in Spanish listens to all of it. */
export const primaryLanguage = (tag: string | null): string | null => tag?.split('-')[0]?.toLowerCase() || null;

export interface Episode {
  entry: RecordingEntry;
  /** The sound of the feed's language. */
  sound: MediaEntry;
  /** Other forms of the same recording: films, other sounds. */
  others: readonly { media: MediaEntry; language: string | null }[];
}

/**
 * The recording as an episode of the podcast in a language of sound; null when it has no sound in it, when it is not
 * cleared for being played elsewhere, or when it is a stand-in that nobody asked for.
 */
export function episodeOf(entry: RecordingEntry, language: string, { standIns = false } = {}): Episode | null {
  if (isStandIn(entry) ? !standIns : !isCleared(entry)) return null;
  const speaks = entry.sounds.filter(
    (sound) => primaryLanguage(sound.language) === language && (standIns || !sound.standIn)
  );
  const own = speaks.find(({ role }) => role === 'original') ?? speaks[0];
  const sound = own?.audio ?? own?.video ?? null;
  if (!sound) return null;
  const others = entry.sounds.flatMap(({ audio, video, language: spoken, standIn }) =>
    [audio, video].flatMap((media) =>
      media && media !== sound && (standIns || !standIn) ? { media, language: spoken } : []
    )
  );
  return { entry, sound, others };
}

export interface PodcastHead extends FeedHead {
  /** BCP 47 of the sound. */
  language: string;
  /** UUID of the feed (podcast:guid). */
  guid: string;
  /** Absolute, square. Null: no picture. */
  imageUrl: string | null;
}

export function podcastStart(head: PodcastHead): string {
  const parts = [
    element('title', {}, head.title),
    element('link', {}, head.pageUrl),
    element('description', {}, head.description || head.title),
    element('language', {}, head.language),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: head.selfUrl }),
    optional('lastBuildDate', head.updatedAt === null ? null : rfc822(head.updatedAt)),
    element('podcast:guid', {}, head.guid),
    element('podcast:medium', {}, 'podcast'),
    element('itunes:author', {}, head.title),
    element('itunes:explicit', {}, 'false'),
    element('itunes:category', { text: 'News' }, element('itunes:category', { text: 'Politics' })),
    head.imageUrl === null ? null : element('itunes:image', { href: head.imageUrl })
  ];
  return (
    xmlDeclaration +
    opening('rss', {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
      'xmlns:podcast': 'https://podcastindex.org/namespace/1.0'
    }) +
    opening('channel', {}) +
    parts.map((part) => (part ? `${part.xml}\n` : '')).join('')
  );
}

const transcripts = ({ urls, language, kind }: TextEntry): Xml[] =>
  (['vtt', 'srt'] as const).map((format) =>
    element('podcast:transcript', {
      url: urls[format],
      type: format === 'vtt' ? 'text/vtt' : 'application/x-subrip',
      language,
      // said only of texts made to be read along with the sound
      rel: kind === 'captions' ? 'captions' : null
    })
  );

export interface EpisodeLinks {
  /** Absolute address of the chapters in JSON; null without chapters. */
  chapters: string | null;
}

export function podcastItem({ entry, sound, others }: Episode, { chapters }: EpisodeLinks): string {
  const seconds = entry.durationMs === null ? null : Math.round(entry.durationMs / 1000);
  const roles = trackMessages(entry.locale).roleOfPerson;
  return `${
    element('item', {}, [
      element('title', {}, recordingTitle(entry)),
      element('link', {}, entry.url),
      element('guid', { isPermaLink: 'false' }, identifierOf(entry)),
      element('pubDate', {}, rfc822(entry.publishedAt)),
      element('description', {}, entry.summary?.text ?? entry.title.text),
      element('enclosure', { url: sound.url, length: sound.bytes, type: sound.mimeType }),
      optional('itunes:duration', seconds),
      entry.poster === null ? null : element('itunes:image', { href: entry.poster }),
      entry.texts.filter(({ standIn }) => !standIn || isStandIn(entry)).map(transcripts),
      chapters === null ? null : element('podcast:chapters', { url: chapters, type: 'application/json+chapters' }),
      entry.people.map(
        ({ name, role, url }) => name && element('podcast:person', { role: roles[role], href: url }, name)
      ),
      entry.rights && element('podcast:license', {}, entry.rights.term),
      others.map(({ media, language }) =>
        element(
          'podcast:alternateEnclosure',
          { type: media.mimeType, length: media.bytes, lang: language, height: media.height },
          element('podcast:source', { uri: media.url })
        )
      )
    ]).xml
  }\n`;
}

export const podcastEnd = closing('channel') + closing('rss');

/** JSON Chapters 1.2 (podcastindex.org): times in seconds. */
export const chaptersJson = ({ title, chapters }: Pick<RecordingEntry, 'title' | 'chapters'>): string =>
  JSON.stringify({
    version: '1.2.0',
    title: title.text,
    chapters: chapters.map((chapter) => ({
      startTime: chapter.startMs / 1000,
      endTime: chapter.endMs / 1000,
      title: chapter.title
    }))
  });
