import { join } from 'node:path';
import { peakCollector, peaksPerSecond } from '#lib/domain/media/peaks.ts';
import { ffmpeg, readingOf, workLimits } from '#lib/server/ffmpeg/index.ts';
import type { Making } from '#lib/server/productions/making.ts';
import { writeWhole } from '#lib/server/productions/place.ts';
import { ownMp4 } from '#lib/server/productions/steps/sounds.ts';

const samplesPerSecond = 8000;

export const peaksFile = (place: number): string => `peaks-${String(place)}.bin`;

/** The waveform of every sound as it is heard: what is left out is flat. */
export async function makePeaks(making: Making): Promise<null> {
  const { folder, found, signal, progress } = making;
  for (const place of found.sounds.keys()) {
    const collector = peakCollector(samplesPerSecond);
    let odd = Buffer.alloc(0);
    const args = [
      ...readingOf(ownMp4(join(folder, 'sounds', String(place), 'sound.m4a'))),
      ...['-ac', '1', '-ar', String(samplesPerSecond), '-f', 's16le', '-']
    ];
    await ffmpeg(args, {
      limits: workLimits(found.durationMs),
      signal,
      onData(chunk) {
        const bytes = odd.length > 0 ? Buffer.concat([odd, chunk]) : chunk;
        const whole = bytes.length - (bytes.length % 2);
        // copied: a view of two-byte numbers must begin at an even place
        collector.add(new Int16Array(new Uint8Array(bytes.subarray(0, whole)).buffer));
        odd = Buffer.from(bytes.subarray(whole));
      }
    });
    // the last frame of a compressed sound may reach over the end
    const made = collector.end().slice(0, 2 * Math.ceil((found.durationMs * peaksPerSecond) / 1000));
    await writeWhole(join(folder, peaksFile(place)), new Uint8Array(made.buffer));
    progress((place + 1) / found.sounds.length);
  }
  return null;
}
