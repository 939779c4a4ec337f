import { otherLocale } from '#lib/domain/i18n/locale.ts';
import type { Collection, Corpus } from '#lib/server/import/collect.ts';
import type { RecordingEntry, TextEntry } from '#lib/server/import/objects/recordings.ts';
import { slugOf } from '#lib/server/import/recordings/read-captions.ts';

/** A generated recording in the format's own terms: two caption files, no media. */
function recordingOf({ entry }: Corpus, seriesId: string): RecordingEntry {
  const { slug, title, date, original, speakers } = entry;
  const other = otherLocale(original);
  const track = (language: string, rest: Pick<TextEntry, 'kind' | 'role' | 'derivedFrom'>): TextEntry => ({
    id: `captions-${language}`,
    language,
    method: 'unknown',
    held: true,
    file: `${language}.vtt`,
    ...rest
  });
  return {
    id: slug,
    series: seriesId,
    slug: { en: slug, es: slug },
    title,
    recordedOn: date,
    duration: String(entry.durationMs / 1000),
    mediaState: 'none',
    speakers: speakers.map((name) => ({ id: slugOf(name), labels: { en: name, es: name } })),
    audioTracks: [],
    textTracks: [
      track(original, { kind: 'captions', role: 'original', derivedFrom: null }),
      track(other, { kind: 'subtitles', role: 'translation', derivedFrom: `captions-${original}` })
    ]
  };
}

/** Turns what a generator wrote into entries of the lists. */
export function adoptCorpus(collection: Collection): void {
  const seen = new Set(collection.lists.series.map(({ entry }) => entry.id));
  for (const corpus of collection.corpus) {
    const { entry, place } = corpus;
    const id = `series-${slugOf(entry.series.en ?? entry.series.es ?? entry.slug)}`;
    if (!seen.has(id)) {
      seen.add(id);
      collection.lists.series.push({ entry: { id, kind: 'series', title: entry.series }, place });
    }
    collection.lists.recordings.push({ entry: recordingOf(corpus, id), place });
  }
  collection.corpus.length = 0;
}
