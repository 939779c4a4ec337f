const two = (value: number) => String(value).padStart(2, '0');

/** A media time as caption files write it: 01:02:03.004. The mark stands before the milliseconds. */
export function clockMs(ms: number, mark: '.' | ',' = '.'): string {
  const seconds = Math.floor(ms / 1000);
  const hours = two(Math.floor(seconds / 3600));
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
}

/** The same without hours that are 0, as WebVTT allows. */
export const shortClockMs = (ms: number): string => (ms < 3_600_000 ? clockMs(ms).slice(3) : clockMs(ms));
