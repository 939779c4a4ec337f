import type { LiveMessages } from '#lib/domain/i18n/messages/live.en.ts';

const parts = (ms: number) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
};

/** A time as it is said: "12 minutes 47 seconds", "1 hour 8 minutes", "0 seconds". */
export function spokenTime(ms: number, { time }: LiveMessages): string {
  const [hours, minutes, seconds] = parts(ms);
  const words = [
    hours > 0 ? time.hours(hours) : '',
    minutes > 0 ? time.minutes(minutes) : '',
    seconds > 0 || (hours === 0 && minutes === 0) ? time.seconds(seconds) : ''
  ];
  return words.filter(Boolean).join(' ');
}

/** A length for a list of facts: "1 h 8 min", "4 min 13 s". */
export function shortLength(ms: number, { time }: LiveMessages): string {
  const [hours, minutes, seconds] = parts(ms);
  if (hours > 0) return `${time.shortHours(hours)} ${time.shortMinutes(minutes)}`;
  return minutes > 0 ? `${time.shortMinutes(minutes)} ${time.shortSeconds(seconds)}` : time.shortSeconds(seconds);
}
