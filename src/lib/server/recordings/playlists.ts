import { readFile } from 'node:fs/promises';
import { subtitlePlaylist, withSubtitles, type PlaylistSubtitles } from '#lib/domain/media/playlists.ts';
import { ownLanguageName } from '#lib/domain/recordings/names.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { mediaUrl, pathOf } from '#lib/server/media/index.ts';
import { downloadUrl } from '#lib/server/recordings/downloads.ts';
import { partsOf, publicVersion, recordingById, type RecordingParts } from '#lib/server/recordings/store.ts';

const trackOf = (file: string) => /^text-(.+)\.m3u8$/.exec(file)?.[1] ?? null;

/** Of every language what its readers get, beside it those that keep the time of another sound. */
const shownTexts = ({ texts, versions }: RecordingParts) =>
  texts.filter(
    ({ id, kind, held, language }) =>
      held && language !== null && (kind === 'captions' || kind === 'subtitles') && publicVersion(versions, id) !== null
  );

function subtitlesOf(parts: RecordingParts): PlaylistSubtitles[] {
  const names = new Map<string, number>();
  return shownTexts(parts).map(({ id, language, writesSounds }) => {
    const own = ownLanguageName(language ?? 'und');
    const count = (names.get(own) ?? 0) + 1;
    names.set(own, count);
    // a name stands once in its group (RFC 8216, 4.3.4.1)
    const name = count > 1 ? `${own} ${String(count)}` : own;
    return {
      name,
      language: language ?? 'und',
      uri: `text-${encodeURIComponent(id)}.m3u8`,
      isForDeaf: writesSounds === true
    };
  });
}

/**
 * HLS with captions in it, for players that are not ours: `all.m3u8`, and `text-TRACK.m3u8` for each text. Written when it is asked
 * for, so it names the captions of this moment: a version that is published is in the next answer. Null: there is none.
 */
export async function getPlaylist(
  ctx: Ctx,
  recordingId: string,
  file: string
): Promise<{ body: string; isPublic: boolean } | null> {
  const row = await recordingById(ctx, recordingId);
  if (!row) return null;
  assertCan(ctx, 'recording:read', row);
  const parts = await partsOf(ctx, row.id);
  const isPublic = row.state === 'public';
  const track = trackOf(file);
  if (track !== null) {
    const text = shownTexts(parts).find(({ id }) => id === track);
    return text ? { body: subtitlePlaylist(downloadUrl(row.id, text.id, 'vtt'), row.durationMs ?? 0), isPublic } : null;
  }
  const hls = parts.files.find(({ kind }) => kind === 'hls');
  if (file !== 'all.m3u8' || !hls) return null;
  const master = await readFile(pathOf(ctx, hls.fileKey), 'utf8').catch(() => null);
  if (master === null) return null;
  return { body: withSubtitles(master, mediaUrl(hls.fileKey).replace(/[^/]+$/, ''), subtitlesOf(parts)), isPublic };
}
