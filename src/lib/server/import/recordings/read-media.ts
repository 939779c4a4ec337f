import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { durationMs } from '#lib/domain/import/values.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import {
  keyFor,
  kindOfFile,
  lookAt,
  mp4DurationMs,
  putFile,
  recordFiles,
  type NewFile
} from '#lib/server/files/index.ts';
import type { Place } from '#lib/server/import/collect.ts';
import { isPlainName, type Folders, type Report } from '#lib/server/import/folders.ts';
import type { FoundMedia, MediaEntry } from '#lib/server/import/objects/recordings.ts';

/** What may stand behind each kind of rendition, by its type; and how that is called. */
const allowed = {
  video: { types: /^video\/(mp4|webm)$/, wanted: 'MP4 or WebM' },
  audio: { types: /^(audio\/|video\/mp4$|video\/webm$)/, wanted: 'M4A, MP3, OGG, FLAC or WAV' },
  hls: { types: /^application\/vnd\.apple\.mpegurl$/, wanted: 'M3U8' },
  poster: { types: /^image\//, wanted: 'PNG, JPEG, WebP or AVIF' }
} as const;
/** In an HLS folder there is nothing else. */
const hlsParts = /^(video\/(mp4|mp2t|iso\.segment)|audio\/(mp4|mpeg)|application\/vnd\.apple\.mpegurl|text\/vtt)$/;
const safePart = /^[\w-][\w.-]*$/;

type Say = (
  code: 'file-kind' | 'bad-file-name' | 'file-outside' | 'playlist-outside',
  data: Record<string, string>
) => void;

/** One HLS folder may be named by several playlists of it, and is looked at once. */
export class MediaReader {
  readonly #folders: Folders;
  readonly #report: Report;
  readonly #hls = new Map<string, Promise<HlsFolder | null>>();

  constructor(folders: Folders, report: Report) {
    this.#folders = folders;
    this.#report = report;
  }

  async read(entry: MediaEntry, place: Place, index: number): Promise<FoundMedia | null> {
    const path = ['media', index, 'file'];
    const found = this.#folders.find(entry.file, place.file.path, (code, data) => {
      this.#report(place.problem(code, path, data));
    });
    if (!found) return null;
    const say: Say = (code, data) => this.#report(place.problem(code, path, data));
    const kind = await kindOfFile(found);
    const { types, wanted } = allowed[entry.kind];
    if (!kind || !types.test(kind.mimeType)) {
      say('file-kind', { name: entry.file, wanted });
      return null;
    }
    const length = entry.duration ? durationMs(entry.duration) : await lengthOf(found, kind.mimeType);
    if (entry.kind === 'hls') return this.#hlsMedia(entry, found, length, say);
    const file = await lookAt(found);
    const mimeType = entry.kind === 'audio' ? kind.mimeType.replace('video/', 'audio/') : kind.mimeType;
    const stored = newFile(file, keyFor(file.sha256, kind.ending), mimeType, basename(found));
    return mediaOf(entry, [stored], stored, length);
  }

  async #hlsMedia(entry: MediaEntry, master: string, length: number | null, say: Say): Promise<FoundMedia | null> {
    const root = dirname(master);
    let folder = this.#hls.get(root);
    if (!folder) {
      folder = readHls(root, this.#folders, say);
      this.#hls.set(root, folder);
    }
    const read = await folder;
    const main = read?.files.find((file) => file.path === master);
    return read && main ? mediaOf(entry, read.files, main, length) : null;
  }
}

const newFile = (
  file: { path: string; bytes: number; sha256: string },
  key: string,
  mimeType: string,
  originalName: string
): NewFile => ({
  ...file,
  key,
  mimeType,
  originalName,
  audience: 'public'
});

const lengthOf = (path: string, mimeType: string) =>
  /\/mp4$/.test(mimeType) ? mp4DurationMs(path) : Promise.resolve(null);

function mediaOf(entry: MediaEntry, files: NewFile[], main: NewFile, length: number | null): FoundMedia {
  return {
    entry,
    fileKey: main.key,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    mimeType: main.mimeType,
    durationMs: length,
    async prepare(ctx: Ctx) {
      for (const file of files) await putFile(ctx, file);
    },
    keep: (tx: Tx) => recordFiles(tx, files)
  };
}

interface HlsFolder {
  files: NewFile[];
}

/** Everything below a folder, as paths relative to it. */
function listFiles(root: string, below = ''): string[] {
  return readdirSync(join(root, below))
    .sort()
    .flatMap((name) => {
      const path = posix.join(below, name);
      return statSync(join(root, path)).isDirectory() ? listFiles(root, path) : [path];
    });
}

/**
 * A whole HLS folder: every file of it is taken, every playlist names only files of it, and its key is made of all contents, so
 * that a changed segment is another folder.
 */
async function readHls(root: string, folders: Folders, say: Say): Promise<HlsFolder | null> {
  const names = listFiles(root);
  const looked: { name: string; path: string; bytes: number; sha256: string; mimeType: string }[] = [];
  let good = true;
  const refuse = (code: Parameters<Say>[0], data: Record<string, string>) => {
    good = false;
    say(code, data);
  };
  for (const name of names) {
    const path = realpathSync(join(root, name));
    if (!folders.holds(path)) refuse('file-outside', { name });
    else if (!name.split('/').every((part) => safePart.test(part))) refuse('bad-file-name', { name });
    else {
      const kind = await kindOfFile(path);
      if (!kind || !hlsParts.test(kind.mimeType)) refuse('file-kind', { name, wanted: 'HLS' });
      else {
        if (kind.ending === '.m3u8') checkPlaylist(root, name, refuse);
        looked.push({ ...(await lookAt(path)), path, name, mimeType: kind.mimeType });
      }
    }
  }
  if (!good) return null;
  const list = looked.map(({ name, sha256 }) => `${sha256} ${name}\n`).join('');
  const folder = keyFor(createHash('sha256').update(list).digest('hex'), '');
  return { files: looked.map(({ name, mimeType, ...file }) => newFile(file, `${folder}/${name}`, mimeType, name)) };
}

/** RFC 8216: a line that is not a tag is a URI; tags give theirs as URI="…". */
function checkPlaylist(
  root: string,
  name: string,
  refuse: (code: 'playlist-outside', data: Record<string, string>) => void
) {
  const text = readFileSync(join(root, name), 'utf8');
  const targets = text
    .split(/\r?\n/)
    .flatMap((line) =>
      line.startsWith('#') ? [...line.matchAll(/URI="([^"]*)"/g)].map((match) => match[1] ?? '') : [line.trim()]
    )
    .filter((target) => target !== '');
  for (const target of targets) {
    const path = join(root, dirname(name), target);
    const inside = !relative(root, path).split(sep).includes('..');
    if (isPlainName(target) && inside && statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    refuse('playlist-outside', { name, target });
  }
}
