/** Pairs of lowest and highest sample for each second of a sound. */
export const peaksPerSecond = 20;

export interface Peaks {
  count: number;
  /** −127…127 */
  min(at: number): number;
  max(at: number): number;
}

/** Peaks as they are stored: signed bytes, the lowest and the highest of each stretch in turn. */
export function readPeaks(bytes: Uint8Array): Peaks {
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    count: Math.floor(values.length / 2),
    min: (at) => values[2 * at] ?? 0,
    max: (at) => values[2 * at + 1] ?? 0
  };
}

const toByte = (sample: number) => Math.max(-127, Math.min(127, Math.round((sample / 32768) * 127)));

/** Makes peaks of 16 bit samples that come in pieces of any length. */
export function peakCollector(samplesPerSecond: number) {
  const stretch = Math.round(samplesPerSecond / peaksPerSecond);
  const made: number[] = [];
  let low = 32767;
  let high = -32768;
  let seen = 0;
  const close = () => {
    made.push(toByte(low), toByte(high));
    low = 32767;
    high = -32768;
    seen = 0;
  };
  return {
    add(samples: Int16Array) {
      for (const sample of samples) {
        if (sample < low) low = sample;
        if (sample > high) high = sample;
        if (++seen === stretch) close();
      }
    },
    end(): Int8Array {
      if (seen > 0) close();
      return Int8Array.from(made);
    }
  };
}

/** The path of a waveform in a box of `width` × `height`, one step for each of its units: for an SVG of the server's. */
export function wavePath(peaks: Peaks, width: number, height: number): string {
  const middle = height / 2;
  const step = peaks.count / width;
  const y = (value: number) => (middle - (value / 127) * middle).toFixed(1);
  const lines: string[] = [];
  for (let x = 0; x < width && step > 0; x++) {
    let low = 0;
    let high = 0;
    for (let at = Math.floor(x * step); at < Math.max(Math.floor((x + 1) * step), Math.floor(x * step) + 1); at++) {
      low = Math.min(low, peaks.min(at));
      high = Math.max(high, peaks.max(at));
    }
    lines.push(`M${x}.5 ${y(high)}V${y(low)}`);
  }
  return lines.join('');
}
