const parts = (ms: number) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 };
};
const two = (value: number) => String(value).padStart(2, '0');

/** Media time as a reader writes it: 0:04, 12:31, 1:08:24. Cut, not rounded: a link must not begin after its words. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(seconds)}` : `${String(minutes)}:${two(seconds)}`;
}

/** For `<time datetime>`, a duration of HTML: PT12M31S. */
export function isoDuration(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return `PT${hours ? `${String(hours)}H` : ''}${minutes ? `${String(minutes)}M` : ''}${String(seconds)}S`;
}

/** Id of the place in a transcript where something begins: t-001231. Made from the time alone, so that it outlives corrections. */
export function timeAnchor(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return `t-${two(hours)}${two(minutes)}${two(seconds)}`;
}

/** The media time that an anchor stands for, in ms; null when it is none. */
export function anchorTime(anchor: string): number | null {
  const [, hours, minutes, seconds] = /^#?t-(\d{2,4})([0-5]\d)([0-5]\d)$/.exec(anchor) ?? [];
  return hours === undefined ? null : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/**
 * What people and other sites write after `?t=`: 471, 471.5, 7m51s, 1h2m, 7:51, 1:02:03.
 * Milliseconds; null when it is not a time.
 */
export function parseTime(text: string | null): number | null {
  const value = text?.trim() ?? '';
  if (/^\d+(\.\d+)?s?$/.test(value)) return wholeMs(Number.parseFloat(value));
  const [, h, m, s] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(value) ?? [];
  if (h || m) return wholeMs(Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0));
  const [, hours, minutes, seconds] = /^(?:(\d+):)?(\d{1,3}):([0-5]\d(?:\.\d+)?)$/.exec(value) ?? [];
  return seconds === undefined ? null : wholeMs(Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds));
}

const wholeMs = (seconds: number): number | null => {
  const ms = Math.round(seconds * 1000);
  return Number.isSafeInteger(ms) ? ms : null;
};
