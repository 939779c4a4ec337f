import * as v from 'valibot';
import type { ProbedStream } from '#lib/domain/media/types.ts';
import type { Stretch, TrackRole } from '#lib/domain/recordings/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { Source } from '#lib/server/ffmpeg/index.ts';
import type { Production } from '#lib/server/productions/store.ts';

/** A sound with its file found and looked at. */
export interface FoundSound {
  trackId: string;
  role: TrackRole;
  language: string | null;
  offsetMs: number;
  silences: Stretch[];
  source: Source;
  stream: Extract<ProbedStream, { kind: 'audio' }>;
}

export interface Found {
  durationMs: number;
  picture: { source: Source; stream: Extract<ProbedStream, { kind: 'video' }> } | null;
  sounds: FoundSound[];
}

/** What every step is given. */
export interface Making {
  ctx: Ctx;
  production: Production;
  /** Absolute; what is made stands below it. */
  folder: string;
  found: Found;
  omissions: Stretch[];
  signal: AbortSignal;
  note: (line: string) => void;
  /** @param share of this step that is done, 0…1 */
  progress: (share: number) => void;
}

const Source = v.object({ path: v.string(), demuxer: v.string(), whitelist: v.string() });
const VideoStream = v.object({
  kind: v.literal('video'),
  index: v.number(),
  codec: v.string(),
  width: v.number(),
  height: v.number(),
  framesPerSecond: v.nullable(v.number())
});
const AudioStream = v.object({
  kind: v.literal('audio'),
  index: v.number(),
  codec: v.string(),
  channels: v.number(),
  language: v.nullable(v.string())
});

/** What the step `probed` wrote down, read again after a death. Sounds by their place in the production's sources. */
export const ProbedOutput = v.object({
  durationMs: v.number(),
  picture: v.nullable(v.object({ source: Source, stream: VideoStream })),
  sounds: v.array(v.object({ source: Source, stream: AudioStream }))
});

export function foundOf({ sources }: Production, output: unknown): Found {
  const { durationMs, picture, sounds } = v.parse(ProbedOutput, output);
  return {
    durationMs,
    picture,
    sounds: sources.sounds.flatMap((sound, i) => {
      const { trackId, role, language, offsetMs, silences } = sound;
      const file = sounds[i];
      return file ? [{ trackId, role, language, offsetMs, silences, ...file }] : [];
    })
  };
}
