import { mount, tick } from 'svelte';
import Dock from '#lib/components/player/Dock.svelte';
import Player from '#lib/components/player/Player.svelte';
import { chooseCaptions, soundInAddress, type PlayerModel } from '#lib/components/player/model.ts';
import { Playback } from '#lib/components/player/playback.svelte.ts';
import { remembered } from '#lib/components/player/remembered.ts';
import { TranscriptReader } from '#lib/components/transcript/reader.svelte.ts';
import type { ReadLink } from '#lib/components/transcript/read-link.ts';
import TranscriptTools from '#lib/components/transcript/TranscriptTools.svelte';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { LiveMessages } from '#lib/domain/i18n/messages/live.en.ts';
import { anchorTime, parseTime } from '#lib/domain/recordings/timecode.ts';

/** What the page tells its script, as JSON in the document. */
export interface LiveData {
  locale: Locale;
  /** Of the recording, for links to its words. */
  uuid: string;
  /** Null: nothing to play. */
  player: { model: PlayerModel; soundId: string; captions: string | null; positionMs: number } | null;
  /** Null: nothing to read. */
  transcript: { links: ReadLink[]; read: string | null; columns: string[] } | null;
  /** Addresses of this page in each language. */
  paths: string[];
}

class Stage {
  /** The picture is out of sight. */
  isAway = $state(false);
  read = $state<string | null>(null);
}

/** Puts a component in the place of what the server wrote there. */
function replace(id: string): HTMLElement {
  const target = document.getElementById(id);
  if (!target) throw new Error(`#${id} is not on the page`);
  target.replaceChildren();
  return target;
}

/** Where the browser's own player is by now: somebody may have begun to watch before this script arrived. */
function nativePlayer(): { positionMs: number; isPlaying: boolean } {
  const video = document.querySelector('video');
  return { positionMs: Math.round((video?.currentTime ?? 0) * 1000), isPlaying: video?.paused === false };
}

/** Brings the recording's page to life: player, tools of the transcript, dock. The page is whole without it. */
export function startRecording(m: LiveMessages): void {
  const data = JSON.parse(document.getElementById('recording-data')?.textContent ?? 'null') as LiveData | null;
  if (!data) return;
  const stage = new Stage();
  const playback = data.player && startPlayback(data.player, data.locale);
  const reader = new TranscriptReader({
    onplay(ms) {
      if (!playback) return;
      playback.seek(ms);
      void playback.play();
    },
    onseek(ms) {
      if (playback?.started) playback.seek(ms);
    },
    onleave: () => document.getElementById('find')?.focus(),
    playingNow: () => m.transcript.playingNow
  });
  offerToShare(playback);
  if (playback) startPlayer(data, m, playback, reader, stage);
  if (data.transcript) startTranscript(data, data.transcript, m, playback, reader, stage);
}

function startPlayback(given: NonNullable<LiveData['player']>, locale: Locale): Playback {
  const { model, soundId } = given;
  const asked = new URLSearchParams(window.location.search);
  const native = nativePlayer();
  const linked = parseTime(asked.get('t')) ?? anchorTime(window.location.hash);
  const wish = asked.get('cc') ?? remembered.captions.get();
  const captions = wish === null ? given.captions : chooseCaptions(model.captions, wish, locale);
  const playback = new Playback(model, { soundId, captions, positionMs: native.positionMs || (linked ?? 0) });
  if (native.isPlaying) queueMicrotask(() => void playback.play());
  return playback;
}

function startPlayer(
  { locale, paths }: LiveData,
  m: LiveMessages,
  playback: Playback,
  reader: TranscriptReader,
  stage: Stage
): void {
  const place = playback.positionMs > 0 ? null : remembered.place(playback.model.id);
  const keys: { press: (event: KeyboardEvent) => void } = { press: () => undefined };
  mount(Player, {
    target: replace('player'),
    props: {
      playback,
      locale,
      m,
      place,
      search: reader,
      keys,
      onvisible: (visible: boolean) => (stage.isAway = !visible)
    }
  });
  mount(Dock, {
    target: document.body,
    props: { playback, locale, m, search: reader, stage, onkeydown: (event: KeyboardEvent) => keys.press(event) }
  });
  followChapters(playback);
  extrasOnDemand(playback, locale);
  document.addEventListener('click', (event) => carryAlong(event, playback, paths), { capture: true });
}

/** What nobody needs before they turn to the player. */
function extrasOnDemand(playback: Playback, locale: Locale): void {
  const figure = document.querySelector<HTMLElement>('.player.live');
  if (!figure) return;
  const kinds = ['pointerover', 'focusin'] as const;
  const add = () => {
    for (const kind of kinds) figure.removeEventListener(kind, add);
    void import('#lib/components/player/extras.ts').then(({ addExtras }) => addExtras(figure, playback, locale));
  };
  for (const kind of kinds) figure.addEventListener(kind, add);
}

/** The button beside the link to the page, for what is heard and seen at that moment. */
function offerToShare(playback: Playback | null): void {
  const link = document.querySelector<HTMLAnchorElement>('#share a');
  const button = document.querySelector<HTMLButtonElement>('#share button');
  if (!link || !button) return;
  const path = link.pathname;
  button.hidden = false;
  button.addEventListener('click', () => {
    const started = playback?.started === true;
    const shared = {
      path,
      positionMs: started ? playback.positionMs : null,
      audio: started ? soundInAddress(playback.model.sounds, playback.soundId) : null,
      captions: started ? (playback.captions ?? 'off') : null
    };
    void import('#lib/components/recordings/share.ts').then(({ share, sharedLink }) =>
      share(link, document.title, sharedLink(window.location.origin, shared))
    );
  });
}

/** Links of the chapters play from there; the one that is heard is marked. */
function followChapters(playback: Playback): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>('.chapters a[data-start]'));
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      playback.seek(Number(link.dataset.start));
    });
  }
  $effect.root(() => {
    $effect(() => {
      const { started, positionMs } = playback;
      const heard = links.filter((link) => started && Number(link.dataset.start) <= positionMs).pop();
      for (const link of links) {
        if (link === heard) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    });
  });
}

/** The other language of the page takes along where the reader is and what they chose. */
function carryAlong(event: MouseEvent, playback: Playback, paths: readonly string[]): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[hreflang]') : null;
  if (!link || !paths.includes(link.pathname)) return;
  const to = new URL(link.href);
  if (playback.started) to.searchParams.set('t', String(Math.floor(playback.positionMs / 1000)));
  if (playback.started || to.searchParams.has('audio')) {
    to.searchParams.set('audio', soundInAddress(playback.model.sounds, playback.soundId));
    to.searchParams.set('cc', playback.captions ?? 'off');
  }
  link.href = to.href;
}

function startTranscript(
  data: LiveData,
  { links, read, columns }: NonNullable<LiveData['transcript']>,
  m: LiveMessages,
  playback: Playback | null,
  reader: TranscriptReader,
  stage: Stage
): void {
  const panel = document.getElementById('transcript-panel');
  if (!panel) return;
  stage.read = read;
  reader.attach(panel);
  const props = {
    ...{ m, reader, links, columns, canPlay: playback !== null },
    get read() {
      return stage.read;
    },
    onread(language: string | null) {
      stage.read = language;
      keepInAddress('read', language);
    }
  };
  quoteOnDemand(panel, data);
  mount(TranscriptTools, { target: replace('transcript-tools'), props });
  $effect.root(() => {
    $effect(() => {
      reader.isAway = stage.isAway;
    });
    $effect(() => {
      if (playback?.started) reader.show(playback.positionMs);
    });
    $effect(() => {
      const only = columns.length > 1 && stage.read !== null ? columns.indexOf(stage.read) + 1 : 0;
      for (const place of [1, 2]) panel.classList.toggle(`only-${String(place)}`, place === only);
    });
  });
}

const asksForQuote = (event: Event) =>
  event instanceof KeyboardEvent
    ? event.type === 'keyup'
      ? event.key === 'Shift'
      : event.key.toLowerCase() === 'q' && !event.ctrlKey && !event.metaKey && !event.altKey
    : window.getSelection()?.isCollapsed === false;

/** What quotes words is fetched when words are first selected, or Q is pressed; the act that asked for it is then repeated. */
function quoteOnDemand(panel: HTMLElement, { locale, uuid }: LiveData): void {
  // a selection by keyboard may end anywhere
  const places: [string, EventTarget][] = [
    ['pointerup', panel],
    ['keydown', panel],
    ['keyup', document]
  ];
  const ask = (event: Event) => {
    if (!asksForQuote(event)) return;
    for (const [kind, place] of places) place.removeEventListener(kind, ask);
    void (async () => {
      const { default: QuoteBar } = await import('#lib/components/quotes/QuoteBar.svelte');
      mount(QuoteBar, { target: panel, props: { locale, recording: uuid, panel } });
      await tick();
      const again =
        event instanceof KeyboardEvent
          ? new KeyboardEvent(event.type, event)
          : new Event(event.type, { bubbles: true });
      event.target?.dispatchEvent(again);
    })();
  };
  for (const [kind, place] of places) place.addEventListener(kind, ask);
}

function keepInAddress(name: string, value: string | null): void {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', url);
}
