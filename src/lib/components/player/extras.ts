import { mount } from 'svelte';
import OwnWindow from '#lib/components/player/OwnWindow.svelte';
import Storyboard from '#lib/components/player/Storyboard.svelte';
import type { Playback } from '#lib/components/player/playback.svelte.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';

/** What nobody needs before they turn to the player: fetched then, and put into it. */
export function addExtras(figure: HTMLElement, playback: Playback, locale: Locale): void {
  const { hasPicture, storyboard } = playback.model;
  const controls = figure.querySelector('.controls');
  const fullScreen = controls?.lastElementChild;
  if (hasPicture && controls && fullScreen && document.pictureInPictureEnabled) {
    mount(OwnWindow, { target: controls, anchor: fullScreen, props: { locale, playback, figure } });
  }
  const rail = figure.querySelector<HTMLElement>('.rail');
  const transport = figure.querySelector('.transport');
  if (storyboard && rail && transport) {
    mount(Storyboard, { target: transport, props: { playback, rail, source: storyboard } });
  }
}
