import type { RecordingView, SoundView } from '#lib/domain/recordings/view.ts';

export type CostKind = 'stream' | 'film' | 'sound' | 'transcript';

/** What one way of following a recording takes of somebody's data. */
export interface Cost {
  kind: CostKind;
  bytes: number;
  /** Null: nobody knows how long the recording is. */
  per10Minutes: number | null;
  /** Where the file is; null for the stream, which the player loads piece by piece. */
  url: string | null;
  /** What a picture is known by: 240p. */
  size: string | null;
}

const tenMinutes = 600_000;

type Choice = Pick<Cost, 'kind' | 'bytes' | 'url' | 'size'>;

function ofSound({ video, audio }: SoundView, smallest: RecordingView['smallestPicture']): Choice[] {
  const height = video?.width && video.height ? `${String(Math.min(video.width, video.height))}p` : null;
  return [
    ...(smallest && audio
      ? [{ kind: 'stream' as const, bytes: smallest.bytes + audio.bytes, url: null, size: smallest.size }]
      : []),
    ...(video ? [{ kind: 'film' as const, bytes: video.bytes, url: video.url, size: height }] : []),
    ...(audio ? [{ kind: 'sound' as const, bytes: audio.bytes, url: audio.url, size: null }] : [])
  ];
}

/** The transcript as a text, in the page's language where there is one. */
function ofTranscript({ textTracks }: Pick<RecordingView, 'textTracks'>, language: string): Choice[] {
  const read = textTracks.filter(({ isReading }) => isReading);
  const track = read.find((each) => each.language === language) ?? read[0];
  const file = track?.files.find(({ format }) => format === 'txt');
  return file ? [{ kind: 'transcript', bytes: file.bytes, url: file.url, size: null }] : [];
}

/** What each choice costs for the sound that would be heard, the cheapest first. Only what is known. */
export function costsOf(
  view: Pick<RecordingView, 'sounds' | 'textTracks' | 'durationMs' | 'smallestPicture'>,
  soundId: string,
  language: string
): Cost[] {
  const sound = view.sounds.find(({ id }) => id === soundId);
  const choices = [...(sound ? ofSound(sound, view.smallestPicture) : []), ...ofTranscript(view, language)];
  const per = (bytes: number) =>
    view.durationMs !== null && view.durationMs > 0 ? Math.round((bytes * tenMinutes) / view.durationMs) : null;
  return choices.map((choice) => ({ ...choice, per10Minutes: per(choice.bytes) })).sort((a, b) => a.bytes - b.bytes);
}

/** Of the pictures of a stream the smallest: `…/v240p/media.mp4`. Null where the files do not say. */
export function smallestPicture(
  files: readonly { key: string; bytes: number }[]
): { size: string; bytes: number } | null {
  const pictures = files.flatMap(({ key, bytes }) => {
    const size = /\/v(\d+p)\/media\.mp4$/.exec(key)?.[1];
    return size ? [{ size, bytes }] : [];
  });
  return pictures.sort((a, b) => a.bytes - b.bytes)[0] ?? null;
}
