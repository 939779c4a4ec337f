import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';
import type { CaptionFile } from '#lib/domain/captions/types.ts';
import { maxCues } from '#lib/server/captions/index.ts';
import type { Place } from '#lib/server/import/collect.ts';
import type { Folders, Report } from '#lib/server/import/folders.ts';
import type { SpeakerEntry, TextEntry } from '#lib/server/import/objects/recordings.ts';

/** A caption file that has been looked at; its cues are read again when they are written, so that one track is in memory at a time. */
export interface FoundCaptions {
  trackId: string;
  language: string | null;
  standIn: boolean;
  path: string;
  /** As the file was called. */
  name: string;
  sha256: string;
  bytes: number;
  cueCount: number;
  endMs: number;
}

export interface ReadFile {
  file: CaptionFile;
  sha256: string;
  bytes: number;
}

export function readCaptionFile(path: string): ReadFile {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: parseCaptions(bytes, { filename: path }), sha256, bytes: bytes.length };
}

/** Who is heard: what the recording's file says, then who is here already, then whoever a caption file names. */
export class SpeakerBook {
  readonly speakers: SpeakerEntry[];

  constructor(declared: readonly SpeakerEntry[], known: readonly SpeakerEntry[]) {
    const ids = new Set(declared.map(({ id }) => id));
    this.speakers = [...declared, ...known.filter(({ id }) => !ids.has(id))];
  }

  /** Every name that is known, in any language. */
  get labels(): string[] {
    return this.speakers.flatMap(({ labels }) => Object.values(labels));
  }

  /** The id of whoever the files of this language call so; a new one when nobody is called so in any. */
  idOf(label: string, language: string): string {
    const found =
      this.speakers.find(({ labels }) => labels[language] === label) ??
      this.speakers.find(({ labels }) => Object.values(labels).includes(label));
    if (!found) return this.#add(label, language);
    // the same name in another language's file: say so, as long as that language calls nobody else by it
    found.labels[language] ??= label;
    return found.id;
  }

  #add(label: string, language: string): string {
    const base = slugOf(label) || 'speaker';
    let id = base;
    for (let number = 2; this.speakers.some((speaker) => speaker.id === id); number++) id = `${base}-${number}`;
    this.speakers.push({ id, labels: { [language]: label } });
    return id;
  }
}

/** "Xóchitl Holloway" → xochitl-holloway */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');

/** Looks at one caption file: is it one, has it cues and times, whom does it name? Null when there is a problem. */
export function checkCaptions(
  entry: TextEntry,
  path: readonly (string | number)[],
  place: Place,
  folders: Folders,
  book: SpeakerBook,
  report: Report
): FoundCaptions | null {
  const name = entry.file;
  if (!name) return null;
  const found = folders.find(name, place.file.path, (code, data) => report(place.problem(code, path, data)));
  if (!found) return null;
  const { file, sha256, bytes } = readCaptionFile(found);
  const count = file.cues.length;
  if (!file.ok) report(place.problem('captions-unreadable', path, { name }));
  else if (count === 0) report(place.problem('captions-without-cues', path, { name }));
  else if (!file.timed) report(place.problem('captions-without-times', path, { name }));
  else if (count > maxCues) report(place.problem('captions-too-many-cues', path, { name, count, most: maxCues }));
  else {
    const language = entry.language ?? null;
    mapSpeakers(file, { keyOf: (label) => book.idOf(label, language ?? 'und'), known: book.labels });
    const endMs = file.cues.reduce((most, cue) => Math.max(most, cue.endMs), 0);
    const standIn = entry.standIn ?? false;
    return { trackId: entry.id, language, standIn, path: found, name, sha256, bytes, cueCount: count, endMs };
  }
  return null;
}
