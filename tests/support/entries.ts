import type { ArchiveEntry, EventEntry, RecordingEntry } from '#lib/domain/feeds/entry.ts';
import { day } from './factories.ts';

export const archiveEntry: ArchiveEntry = {
  title: 'Archive',
  description: 'What was said',
  locale: 'en',
  origin: 'https://archive.example',
  url: 'https://archive.example/en'
};

const base = (uuid: string, word: string, text: string) => ({
  uuid,
  locale: 'en' as const,
  url: `https://archive.example/en/${word}/x`,
  urls: { en: `https://archive.example/en/${word}/x`, es: `https://archive.example/es/${word}/y` },
  title: { text, lang: 'en' as const, fallback: false },
  summary: { text, lang: 'en' as const, fallback: false },
  publishedAt: Date.UTC(2026, 0, 1),
  updatedAt: Date.UTC(2026, 1, 1),
  noindex: false
});

/** An event whose every text is `text`. */
export const eventEntry = (text: string, more: Partial<EventEntry> = {}): EventEntry => ({
  ...base('0b0c3f5e-8a55-4d8e-9a53-3f1f0a9f7a01', 'events', text),
  type: 'event',
  kind: 'webinar',
  date: day('2020-06-10'),
  startsAt: null,
  endsAt: null,
  timeZone: null,
  log: [
    {
      kind: 'cancelled',
      changed: { on: '2020-03-20', notBefore: null, notAfter: null },
      previousStart: day('2020-04-01'),
      reason: { text, lang: 'en', fallback: false }
    }
  ],
  attendance: 'mixed',
  place: { text, lang: 'en', fallback: false },
  venue: { text, lang: 'en', fallback: false },
  joinUrl: null,
  series: { uuid: 'c', url: 'https://archive.example/en/series/s', title: text },
  replacedBy: [{ uuid: 'd', url: 'https://archive.example/en/events/d', title: text }],
  replaces: [],
  recordings: [],
  people: [{ name: text, uuid: 'p', url: 'https://archive.example/en/people/p', role: 'speaker' }],
  organizations: [{ name: text, uuid: 'o', url: null, role: 'cosponsor' }],
  ...more
});

const media = (name: string, mimeType: string) => ({
  url: `https://archive.example/media/${name}`,
  bytes: 1234,
  mimeType,
  width: null,
  height: null
});

/** A recording that is really here and cleared, whose every text is `text`. */
export const recordingEntry = (text: string, more: Partial<RecordingEntry> = {}): RecordingEntry => ({
  ...base('5c5f0f70-57ad-4ff1-a15e-7e9d5b3d9b02', 'recordings', text),
  type: 'recording',
  mediaState: 'held',
  standInMadeOn: null,
  date: day('2020-06-10'),
  durationMs: 3_600_000,
  rights: { holder: null, term: 'CC-BY-4.0', note: null },
  event: { uuid: 'e', url: 'https://archive.example/en/events/e', title: text, kind: 'webinar' },
  series: null,
  poster: 'https://archive.example/media/poster.png',
  sounds: [
    {
      id: 'floor',
      role: 'original',
      language: 'es',
      standIn: false,
      video: media('es.mp4', 'video/mp4'),
      audio: media('es.m4a', 'audio/mp4')
    },
    {
      id: 'inter',
      role: 'interpretation',
      language: 'en',
      standIn: false,
      video: null,
      audio: media('en.m4a', 'audio/mp4')
    }
  ],
  texts: [
    {
      id: 'cap-es',
      kind: 'captions',
      role: 'original',
      language: 'es',
      label: text,
      standIn: false,
      isReading: true,
      version: 2,
      versionDate: Date.UTC(2026, 1, 1),
      urls: {
        vtt: 'https://archive.example/captions/x/cap-es.vtt',
        srt: 'https://archive.example/captions/x/cap-es.srt',
        txt: 'https://archive.example/captions/x/cap-es.txt',
        json: 'https://archive.example/captions/x/cap-es.json'
      }
    }
  ],
  chapters: [{ startMs: 0, endMs: 60_000, title: text }],
  people: [{ name: text, uuid: 'p', url: null, role: 'speaker' }],
  organizations: [],
  ...more
});
