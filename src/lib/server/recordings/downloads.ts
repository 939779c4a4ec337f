import { Buffer } from 'node:buffer';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { DownloadFormat, DownloadView } from '#lib/domain/recordings/view.ts';
import { downloadFormats } from '#lib/domain/recordings/view.ts';
import { assertCan, may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { heardSpeakers, type LabelOfSpeaker } from '#lib/server/recordings/speakers.ts';
import {
  cuesOfVersion,
  momentsOf,
  partsOf,
  publicVersion,
  recordingById,
  type CueRow,
  type RecordingParts,
  type RecordingRow,
  type TextTrackRow,
  type TrackVersionRow
} from '#lib/server/recordings/store.ts';
import { formatOfVersion, spokenTrack, writers } from '#lib/server/recordings/spoken-track.ts';

export const downloadTypes = {
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8'
} as const satisfies Record<DownloadFormat, string>;

/** Address of a track in a format: /captions/recording-1/captions-es.vtt. */
export const downloadUrl = (recordingId: string, name: string, format: DownloadFormat): string =>
  `/captions/${encodeURIComponent(recordingId)}/${encodeURIComponent(name)}.${format}`;

/**
 * Sizes by version, format and the labels of that moment. Written once to be weighed: every link says how much it costs.
 * Bounded; versions never change, so an entry is right for as long as it lives.
 */
const sizes = new Map<string, number>();
const mostSizes = 5000;

function weigh(key: string, bytes: number): number {
  if (sizes.size > mostSizes) sizes.clear();
  sizes.set(key, bytes);
  return bytes;
}

async function sizesOf(
  ctx: Ctx,
  version: TrackVersionRow,
  write: (format: DownloadFormat, cues: CueRow[]) => string,
  labels: string
): Promise<Record<DownloadFormat, number>> {
  const keyOf = (format: DownloadFormat) => `${String(version.id)} ${version.sha256 ?? ''} ${format} ${labels}`;
  const missing = downloadFormats.filter((format) => !sizes.has(keyOf(format)));
  if (missing.length > 0) {
    const cues = await cuesOfVersion(ctx, version.id);
    for (const format of missing) weigh(keyOf(format), Buffer.byteLength(write(format, cues)));
  }
  const sizeOf = (format: DownloadFormat) => sizes.get(keyOf(format)) ?? 0;
  return { vtt: sizeOf('vtt'), srt: sizeOf('srt'), txt: sizeOf('txt'), json: sizeOf('json') };
}

const labelsOf = (parts: RecordingParts, labelOf: LabelOfSpeaker, language: string | null) =>
  parts.speakers.map(({ speaker }) => `${speaker.id}=${labelOf(speaker.id, language) ?? ''}`).join(' ');

const writeVersion = (
  format: DownloadFormat,
  { language }: TextTrackRow,
  version: TrackVersionRow,
  cues: CueRow[],
  labelOf: LabelOfSpeaker
): string => writers[format](spokenTrack(version, cues), (speaker) => labelOf(speaker, language));

/** The files of a published track, with their sizes to the byte. */
export async function downloadsOf(
  ctx: Ctx,
  row: RecordingRow,
  parts: RecordingParts,
  track: TextTrackRow,
  version: TrackVersionRow
): Promise<DownloadView[]> {
  const labelOf = heardSpeakers(ctx, parts.speakers);
  const write = (format: DownloadFormat, cues: CueRow[]) => writeVersion(format, track, version, cues, labelOf);
  const bytes = await sizesOf(ctx, version, write, labelsOf(parts, labelOf, track.language));
  return downloadFormats.map((format) => ({
    format,
    url: downloadUrl(row.id, track.id, format),
    bytes: bytes[format]
  }));
}

/** The aligned moments as one file; null without a transcript. */
export async function momentsDownload(
  ctx: Ctx,
  row: RecordingRow,
  parts: RecordingParts
): Promise<{ url: string; bytes: number } | null> {
  if (parts.reading.length === 0) return null;
  const labelOf = heardSpeakers(ctx, parts.speakers);
  const versions = parts.reading.map(({ language, versionId }) => `${language}=${String(versionId)}`).join(' ');
  const labels = parts.reading.map(({ language }) => labelsOf(parts, labelOf, language)).join(' ');
  const key = `moments ${row.id} ${String(row.updatedAt)} ${versions} ${labels}`;
  const bytes = sizes.get(key) ?? weigh(key, Buffer.byteLength(await momentsJson(ctx, row, parts)));
  return { url: downloadUrl(row.id, 'moments', 'json'), bytes };
}

export interface Download {
  body: string;
  type: string;
  /** What the file is called on the reader's disk. */
  name: string;
  isPublic: boolean;
}

const isFormat = (text: string | undefined): text is DownloadFormat =>
  downloadFormats.some((format) => format === text);

/**
 * A file by the last two parts of its address. Null when there is none. Speakers are named as the policy allows now.
 * Throws when the viewer may not read the recording.
 */
export async function getDownload(ctx: Ctx, recordingId: string, file: string): Promise<Download | null> {
  const [, name = '', format] = /^(.+)\.([a-z]+)$/.exec(file) ?? [];
  const row = await recordingById(ctx, recordingId);
  if (!row || !isFormat(format)) return null;
  assertCan(ctx, 'recording:read', row);
  const parts = await partsOf(ctx, row.id);
  const isPublic = row.state === 'public';
  if (name === 'moments' && format === 'json') {
    return {
      body: await momentsJson(ctx, row, parts),
      type: downloadTypes.json,
      name: `${row.id}.moments.json`,
      isPublic
    };
  }
  const track = parts.texts.find(({ id, held }) => held && id === name);
  const version = track && publicVersion(parts.versions, track.id);
  if (!track || !version || !may(ctx, 'track-version:read', { state: version.state, publishAt: null })) return null;
  const cues = await cuesOfVersion(ctx, version.id);
  const body = writeVersion(format, track, version, cues, heardSpeakers(ctx, parts.speakers));
  return { body, type: downloadTypes[format], name: `${row.id}.${track.id}.${format}`, isPublic };
}

function formatAndNumber({ versions }: RecordingParts, versionId: number) {
  const version = versions.find(({ id }) => id === versionId);
  return { version: version?.number ?? null, format: formatOfVersion(version) };
}

/** The aligned moments with the words of every reading language, for whoever wants to compute with them. */
export async function momentsJson(ctx: Ctx, row: RecordingRow, parts: RecordingParts): Promise<string> {
  const labelOf = heardSpeakers(ctx, parts.speakers);
  const tracks = await Promise.all(
    parts.reading.map(async ({ language, trackId, versionId }) => ({
      language,
      trackId,
      role: parts.texts.find(({ id }) => id === trackId)?.role ?? 'unknown',
      ...formatAndNumber(parts, versionId),
      cues: await cuesOfVersion(ctx, versionId)
    }))
  );
  const moments = (await momentsOf(ctx, row.number)).map(({ startMs, endMs, spans }) => ({
    startMs,
    endMs,
    texts: tracks.flatMap(({ language, cues, format }) => {
      const span = spans[language];
      const said = span ? cues.slice(span[0], span[1] + 1) : [];
      const speaker = said[0]?.speakerId;
      return said.length === 0
        ? []
        : [
            {
              language,
              speaker: speaker ? labelOf(speaker, language) : null,
              text: said.map(({ text }) => plainText(text, format)).join('\n')
            }
          ];
    })
  }));
  return `${JSON.stringify(
    {
      recording: row.id,
      uuid: row.uuid,
      title: row.title,
      standIn: row.mediaState === 'stand_in',
      tracks: tracks.map(({ language, trackId, role, version }) => ({ language, trackId, role, version })),
      moments
    },
    null,
    1
  )}\n`;
}
