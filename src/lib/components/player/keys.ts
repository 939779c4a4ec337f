import type { Playback } from '#lib/components/player/playback.svelte.ts';

export interface KeyActions {
  playback: Playback;
  toggleCaptions: () => void;
  toggleFullScreen: () => void;
  showHelp: () => void;
}

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The rate before or after, by the list that the control offers. */
export function neighborRate(rate: number, step: -1 | 1): number {
  const at = rates.findIndex((each) => each >= rate);
  return rates[Math.min(rates.length - 1, Math.max(0, (at < 0 ? rates.length - 1 : at) + step))] ?? 1;
}
export const offeredRates: readonly number[] = rates;

const letters: Record<string, (actions: KeyActions) => void> = {
  k: ({ playback }) => playback.toggle(),
  j: ({ playback }) => playback.move(-10_000),
  l: ({ playback }) => playback.move(10_000),
  a: ({ playback }) => playback.nextSound(),
  c: ({ toggleCaptions }) => toggleCaptions(),
  f: ({ toggleFullScreen }) => toggleFullScreen(),
  m: ({ playback }) => playback.toggleMuted(),
  '<': ({ playback }) => playback.setRate(neighborRate(playback.rate, -1)),
  '>': ({ playback }) => playback.setRate(neighborRate(playback.rate, 1)),
  '?': ({ showHelp }) => showHelp()
};

/** What its own keys have a meaning for: the key is not ours there. */
const hasOwnKeys = (target: EventTarget | null, key: string) =>
  target instanceof HTMLElement &&
  (target.closest('input, select, textarea, dialog, [role="slider"]') !== null ||
    (key === ' ' && target.closest('button, a, summary') !== null));

/**
 * Keys of the player, for a listener on the player itself: they do nothing while the focus is elsewhere (WCAG 2.1.4).
 * True: the key was ours.
 */
export function pressKey(event: KeyboardEvent, single: boolean, actions: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const { key } = event;
  if (key !== '?' && hasOwnKeys(event.target, key)) return false;
  if (event.target instanceof HTMLElement && event.target.closest('select, dialog, input[type="search"]')) return false;
  if (key === ' ') actions.playback.toggle();
  else if (key === 'ArrowLeft') actions.playback.move(-5000);
  else if (key === 'ArrowRight') actions.playback.move(5000);
  else if (single && letters[key.toLowerCase()]) letters[key.toLowerCase()]?.(actions);
  else return false;
  event.preventDefault();
  return true;
}

/** Keys of the time line, which is a slider: null for a key that is not one of them. In ms, from where it stands. */
export function railKey(key: string, positionMs: number, durationMs: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -5000,
    ArrowDown: -5000,
    ArrowRight: 5000,
    ArrowUp: 5000,
    PageDown: -60_000,
    PageUp: 60_000
  };
  if (key === 'Home') return 0;
  if (key === 'End') return Math.max(0, durationMs - 1000);
  const step = steps[key];
  return step === undefined ? null : positionMs + step;
}
