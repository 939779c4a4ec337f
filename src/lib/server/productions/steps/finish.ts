import { readFile, rename } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { isLocale } from '#lib/domain/i18n/locale.ts';
import { bandwidthOf, masterPlaylist, type PlaylistPicture, type PlaylistSound } from '#lib/domain/media/playlists.ts';
import { soundLabel } from '#lib/domain/recordings/names.ts';
import { storedRenditionKinds } from '#lib/domain/recordings/types.ts';
import { lookAt } from '#lib/server/files/index.ts';
import type { Making } from '#lib/server/productions/making.ts';
import { exists, filesIn, keyIn, moveIn, writeWhole } from '#lib/server/productions/place.ts';
import { peaksFile } from '#lib/server/productions/steps/peaks.ts';
import { filmFile, soundFile, soundFolder } from '#lib/server/productions/steps/sounds.ts';
import { rungFolder, rungsOf } from '#lib/server/productions/steps/transcode.ts';

const Made = v.object({
  id: v.string(),
  kind: v.picklist(storedRenditionKinds),
  audioTrackId: v.nullable(v.string()),
  key: v.string(),
  bytes: v.number(),
  mimeType: v.string(),
  width: v.nullable(v.number()),
  height: v.nullable(v.number())
});
const Stored = v.object({ key: v.string(), bytes: v.number(), sha256: v.string(), mimeType: v.string() });
/** What the last step wrote down: every file, and what visitors get of them. */
export const Finished = v.object({ files: v.array(Stored), renditions: v.array(Made) });
export type MadeRendition = v.InferOutput<typeof Made>;
export type StoredFile = v.InferOutput<typeof Stored>;

const types: readonly (readonly [ending: string, mimeType: string])[] = [
  ['.m3u8', 'application/vnd.apple.mpegurl'],
  ['.mp4', 'video/mp4'],
  ['.m4a', 'audio/mp4'],
  ['.opus', 'audio/ogg'],
  ['.jpg', 'image/jpeg'],
  ['.vtt', 'text/vtt'],
  ['.bin', 'application/octet-stream']
];
const typeOf = (name: string) => types.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream';

/** RFC 6381 of H.264: profile, constraints and level stand in the avcC box, after its version. */
async function codecOf(file: string): Promise<string> {
  const head = (await readFile(file)).subarray(0, 4096);
  const box = head.indexOf('avcC', 0, 'latin1');
  const bytes = box < 0 ? Buffer.from([0x4d, 0x40, 0x1f]) : head.subarray(box + 5, box + 8);
  return `avc1.${bytes.toString('hex')}`;
}

async function picturesOf(making: Making): Promise<PlaylistPicture[]> {
  return Promise.all(
    rungsOf(making).map(async ({ name, width, height, framesPerSecond }) => {
      const folder = join(making.folder, rungFolder(name));
      const bandwidth = bandwidthOf(await readFile(join(folder, 'index.m3u8'), 'utf8'));
      const codec = await codecOf(join(folder, 'media.mp4'));
      return { uri: `v${name}/index.m3u8`, width, height, framesPerSecond, codec, bandwidth };
    })
  );
}

const soundsOf = ({ folder, found }: Making): Promise<PlaylistSound[]> =>
  Promise.all(
    found.sounds.map(async ({ role, language, stream }, place) => ({
      name: soundLabel(role, language, isLocale(language ?? '') && language === 'es' ? 'es' : 'en'),
      ...{ role, language },
      channels: stream.channels > 1 ? 2 : 1,
      uri: `a${String(place)}/index.m3u8`,
      bandwidth: bandwidthOf(await readFile(join(folder, soundFolder(place), 'index.m3u8'), 'utf8'))
    }))
  );

/** The files that were encoded once and put into several: named where they are served from. */
async function placeSounds({ folder, found }: Making): Promise<void> {
  for (const place of found.sounds.keys()) {
    for (const ending of ['m4a', 'opus'] as const) {
      const from = join(folder, 'sounds', String(place), `sound.${ending}`);
      if (await exists(from)) await rename(from, join(folder, soundFile(place, ending)));
    }
  }
}

/** What visitors are given, by what lies in the folder. */
function renditionsOf(making: Making, stored: readonly StoredFile[], poster: string | null): MadeRendition[] {
  const { production, found } = making;
  const keyOf = (name: string) => keyIn(production.id, name);
  const find = (name: string) => stored.find(({ key }) => key === keyOf(name));
  const below = (name: string) =>
    stored.filter(({ key }) => key.startsWith(`${keyOf(name)}/`)).reduce((sum, { bytes }) => sum + bytes, 0);
  const size = rungsOf(making);
  const moderate = size.filter(({ width, height }) => Math.min(width, height) <= 480).at(-1) ?? size[0];
  const one = (
    id: string,
    kind: MadeRendition['kind'],
    name: string,
    more: Partial<MadeRendition> = {}
  ): MadeRendition[] => {
    const file = find(name);
    if (!file) return [];
    const { key, bytes, mimeType } = file;
    return [{ id, kind, audioTrackId: null, key, bytes, mimeType, width: null, height: null, ...more }];
  };
  const ofSounds = found.sounds.flatMap(({ trackId }, place) => {
    const mine = { audioTrackId: trackId };
    const film = { ...mine, width: moderate?.width ?? null, height: moderate?.height ?? null };
    return [
      ...one(`film-${trackId}`, 'video', filmFile(place), film),
      ...one(`sound-${trackId}-m4a`, 'audio', soundFile(place, 'm4a'), mine),
      ...one(`sound-${trackId}-opus`, 'audio', soundFile(place, 'opus'), mine),
      ...one(`peaks-${trackId}`, 'peaks', peaksFile(place), mine)
    ];
  });
  return [
    ...one('hls', 'hls', 'hls/master.m3u8', { bytes: below('hls') }),
    ...ofSounds,
    ...(poster ? one('poster', 'poster', poster) : []),
    ...one('storyboard', 'storyboard', 'storyboard/index.vtt', { bytes: below('storyboard') })
  ];
}

/** Writes the playlist of playlists, counts every file, and moves the whole into the store. */
export async function finish(making: Making, poster: string | null): Promise<v.InferOutput<typeof Finished>> {
  const { ctx, production, folder, signal } = making;
  if (await exists(folder)) {
    const pictures = await picturesOf(making);
    await writeWhole(join(folder, 'hls/master.m3u8'), masterPlaylist({ pictures, sounds: await soundsOf(making) }));
    await placeSounds(making);
  }
  const home = await moveIn(ctx, production.id);
  const stored: StoredFile[] = [];
  for (const path of await filesIn(home)) {
    signal.throwIfAborted();
    const name = relative(home, path);
    const { bytes, sha256 } = await lookAt(path);
    stored.push({ key: keyIn(production.id, name), bytes, sha256, mimeType: typeOf(name) });
  }
  return { files: stored, renditions: renditionsOf(making, stored, poster) };
}
