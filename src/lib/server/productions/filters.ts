import type { Rung } from '#lib/domain/media/ladder.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';

const seconds = (ms: number) => (ms / 1000).toFixed(3);
/** A frame of sound or picture is taken whole: the passage begins and ends a little outside of itself. */
const marginMs = 100;

/** An expression that is true inside the passages that are left out; null when there are none. */
export function insideOf(omissions: readonly Stretch[]): string | null {
  if (omissions.length === 0) return null;
  return omissions
    .map(({ startMs, endMs }) => `between(t,${seconds(Math.max(0, startMs - marginMs))},${seconds(endMs + marginMs)})`)
    .join('+');
}

/** A plain card of the archive's own blue where a passage is left out: nothing of the picture shows through. */
const card = (omissions: readonly Stretch[]) => {
  const inside = insideOf(omissions);
  return inside ? [`drawbox=x=0:y=0:w=iw:h=ih:color=0x1f2a66:t=fill:enable='${inside}'`] : [];
};

export const pictureFilter = ({ width, height, framesPerSecond }: Rung, omissions: readonly Stretch[]): string =>
  [
    `fps=${String(Math.round(framesPerSecond * 1000) / 1000)}`,
    `scale=${String(width)}:${String(height)}:flags=bicubic`,
    'setsar=1',
    'format=yuv420p',
    ...card(omissions)
  ].join(',');

/** Puts a sound on the recording's time: its own gaps filled, begun later or cut, as long as the whole. */
export const timeFilter = (offsetMs: number, durationMs: number): string =>
  [
    'aresample=48000:async=1:first_pts=0',
    ...(offsetMs > 0 ? [`adelay=${String(offsetMs)}:all=1`] : []),
    ...(offsetMs < 0 ? [`atrim=start=${seconds(-offsetMs)}`, 'asetpts=PTS-STARTPTS'] : []),
    `apad=whole_dur=${seconds(durationMs)}`,
    `atrim=end=${seconds(durationMs)}`
  ].join(',');

/** Silence where a passage is left out: the last filter, so that nothing before it can carry sound over. */
export const silenceFilter = (omissions: readonly Stretch[]): string | null => {
  const inside = insideOf(omissions);
  return inside && `asetnsamples=n=480:p=0,volume=volume=0:enable='${inside}'`;
};

export interface Loudness {
  input_i: string;
  input_tp: string;
  input_lra: string;
  input_thresh: string;
  target_offset: string;
}

/** EBU R 128, −16 LUFS as is usual for speech; a wide range, so that one gain serves the whole and nothing pumps. */
export const loudnessTarget = 'loudnorm=I=-16:TP=-1.5:LRA=20';

export const loudnessFilter = ({ input_i, input_tp, input_lra, input_thresh, target_offset }: Loudness): string =>
  `${loudnessTarget}:measured_I=${input_i}:measured_TP=${input_tp}:measured_LRA=${input_lra}:measured_thresh=${input_thresh}:offset=${target_offset}:linear=true,aresample=48000`;
