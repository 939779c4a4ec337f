import { plainText } from '#lib/domain/captions/plain.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { durationMs } from '#lib/domain/import/values.ts';
import type { Place } from '#lib/server/import/collect.ts';
import type { Folders, Report } from '#lib/server/import/folders.ts';
import type { ChapterRow, RecordingEntry } from '#lib/server/import/objects/recordings.ts';
import { readCaptionFile } from '#lib/server/import/recordings/read-captions.ts';

/** Chapters as the entry writes them; each ends where the next begins, the last with the recording. */
function writtenChapters(entry: RecordingEntry, lengthMs: number | null): ChapterRow[] | undefined {
  if (!entry.chapters) return entry.chapters === null ? [] : undefined;
  const starts = entry.chapters.map(({ start, title }) => ({ startMs: durationMs(start), title }));
  starts.sort((a, b) => a.startMs - b.startMs);
  return starts.map(({ startMs, title }, index) => {
    const endMs = starts[index + 1]?.startMs ?? Math.max(lengthMs ?? 0, startMs);
    return { startMs, endMs, title };
  });
}

/** One file a language; titles that start at the same time are one chapter, the others stand in one language only. */
function chaptersOfFiles(entry: RecordingEntry, place: Place, folders: Folders, report: Report): ChapterRow[] {
  const byStart = new Map<number, ChapterRow>();
  for (const locale of locales) {
    const name = entry.chapterFiles?.[locale];
    if (!name) continue;
    const path = ['chapterFiles', locale];
    const found = folders.find(name, place.file.path, (code, data) => report(place.problem(code, path, data)));
    if (!found) continue;
    const { file } = readCaptionFile(found);
    if (!file.ok || file.format !== 'vtt') {
      report(place.problem('captions-unreadable', path, { name }));
      continue;
    }
    for (const cue of file.cues) {
      const title = plainText(cue.text, 'vtt').replace(/\s+/g, ' ').trim();
      if (!title) continue;
      const row = byStart.get(cue.startMs) ?? { startMs: cue.startMs, endMs: cue.endMs, title: {} };
      row.title[locale] = title;
      row.endMs = Math.max(row.endMs, cue.endMs);
      byStart.set(cue.startMs, row);
    }
  }
  return [...byStart.values()].sort((a, b) => a.startMs - b.startMs);
}

/** Undefined: the recording's file does not speak of chapters. */
export function readChapters(
  entry: RecordingEntry,
  place: Place,
  folders: Folders,
  lengthMs: number | null,
  report: Report
): ChapterRow[] | undefined {
  return entry.chapterFiles ? chaptersOfFiles(entry, place, folders, report) : writtenChapters(entry, lengthMs);
}
