import { untrack } from 'svelte';
import type Player from 'video.js/dist/types/player';
import { elementId, trackFor, type PlayableSound, type PlayerModel } from '#lib/components/player/model.ts';
import { remembered } from '#lib/components/player/remembered.ts';
import type { Voice } from '#lib/domain/recordings/types.ts';

declare global {
  interface Window {
    VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
  }
}

export interface ShownCaption {
  lines: string[];
  /** Who speaks, where the captions name somebody else than before. */
  speaker: string | null;
  language: string;
  voice: Voice;
}

export interface PlaybackStart {
  soundId: string;
  /** Null: off. */
  captions: string | null;
  positionMs: number;
}

const placeEveryMs = 5000;

/** video.js loads sound and picture through MSE; without it (older iPhones) the file itself is played. */
const canStream = () => 'MediaSource' in window || 'ManagedMediaSource' in window;

/**
 * What plays on a page, for everything that shows or changes it. The <video> is the browser's own until the first play, seek or
 * choice of a sound; then video.js is fetched and takes it over. Where that fails, the files of the single sounds are played.
 */
export class Playback {
  positionMs = $state(0);
  durationMs = $state(0);
  phase = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  playing = $state(false);
  /** Has been played or moved since the page was opened. */
  started = $state(false);
  soundId = $state('');
  captions = $state<string | null>(null);
  caption = $state<ShownCaption | null>(null);
  rate = $state(1);
  muted = $state(false);

  readonly model: PlayerModel;
  #video: HTMLVideoElement | null = null;
  #player: Player | null = null;
  #opening: Promise<void> | null = null;
  #lastSpeaker = '';
  #placeSavedMs = 0;

  constructor(model: PlayerModel, start: PlaybackStart) {
    this.model = model;
    this.durationMs = model.durationMs ?? 0;
    this.positionMs = start.positionMs;
    this.soundId = start.soundId;
    this.captions = start.captions;
  }

  /** The captions that are on, for the sound that is heard. */
  get captionTrack() {
    return trackFor(this.model.captions, this.captions, this.soundId);
  }

  get sound(): PlayableSound | undefined {
    return this.model.sounds.find(({ id }) => id === this.soundId);
  }

  /**
   * For `{@attach}`: the element that is played. Returns what undoes it. Untracked: an attachment runs again when something
   * that it read changes, and another choice of captions must not take the player apart.
   */
  attach = (video: HTMLVideoElement): (() => void) => untrack(() => this.#take(video));

  #take(video: HTMLVideoElement): () => void {
    this.#video = video;
    const listeners: [keyof HTMLVideoElementEventMap, () => void][] = [
      ['timeupdate', () => this.#onTime(video)],
      ['seeking', () => this.#onTime(video)],
      ['durationchange', () => this.#onDuration(video)],
      ['play', () => this.#onPlay()],
      ['pause', () => (this.playing = false)],
      ['ended', () => (this.playing = false)],
      ['ratechange', () => (this.rate = video.playbackRate)],
      ['volumechange', () => (this.muted = video.muted)]
    ];
    for (const [name, listener] of listeners) video.addEventListener(name, listener);
    const stopCaptions = this.#followCaptions(video);
    this.#adopt(video);
    const leave = () => this.#savePlace();
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      window.removeEventListener('pagehide', leave);
      stopCaptions();
      for (const [name, listener] of listeners) video.removeEventListener(name, listener);
      this.#player?.dispose();
      this.#player = null;
      this.#video = null;
    };
  }

  /** Somebody may have pressed play on the browser's own controls before the script arrived. */
  #adopt(video: HTMLVideoElement): void {
    if (!video.paused) this.playing = true;
    if (video.currentTime > 0) this.positionMs = Math.round(video.currentTime * 1000);
    if (!video.paused || video.currentTime > 0) void this.load();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else void this.play();
  }

  async play(): Promise<void> {
    this.started = true;
    await this.load();
    try {
      await this.#video?.play();
    } catch {
      this.playing = false; // the browser wants another press: the button stands there still
    }
  }

  pause(): void {
    this.#video?.pause();
  }

  /** Keeps on playing or standing still. */
  seek(ms: number): void {
    const most = this.durationMs > 0 ? this.durationMs : Number.MAX_SAFE_INTEGER;
    this.positionMs = Math.min(Math.max(0, Math.round(ms)), most);
    this.started = true;
    if (this.phase === 'ready' && this.#video) this.#video.currentTime = this.positionMs / 1000;
    else void this.load();
  }

  move(byMs: number): void {
    this.seek(this.positionMs + byMs);
  }

  setRate(rate: number): void {
    this.rate = rate;
    if (this.#video) this.#video.playbackRate = rate;
  }

  toggleMuted(): void {
    if (!this.#video) return;
    this.#video.muted = !this.#video.muted;
  }

  /** The place and whether it plays stay as they are. */
  chooseSound(id: string): void {
    if (id === this.soundId) return;
    this.soundId = id;
    this.#applyCaptions();
    if (this.phase === 'ready') this.#applySound();
    else void this.load();
  }

  nextSound(): void {
    const { sounds } = this.model;
    const at = sounds.findIndex(({ id }) => id === this.soundId);
    const next = sounds[(at + 1) % sounds.length];
    if (next) this.chooseSound(next.id);
  }

  chooseCaptions(language: string | null): void {
    this.captions = language;
    remembered.captions.set(language ?? 'off');
    this.#applyCaptions();
  }

  /** The sound's video or sound file, or the stream with all sounds. Once: later calls wait for the first. */
  load(): Promise<void> {
    if (this.phase === 'failed') this.#opening = null;
    return (this.#opening ??= this.#open());
  }

  async #open(): Promise<void> {
    const video = this.#video;
    if (!video) return;
    const wasPlaying = !video.paused;
    this.phase = 'loading';
    this.#applyCaptions();
    try {
      if (this.model.hls && canStream()) {
        await this.#openStream(video, this.model.hls).catch(() => this.#openFile(video));
      } else await this.#openFile(video);
    } catch {
      this.phase = 'failed';
      return;
    }
    this.phase = 'ready';
    video.playbackRate = this.rate;
    if (wasPlaying) await video.play().catch(() => undefined);
  }

  async #openStream(video: HTMLVideoElement, hls: string): Promise<void> {
    window.VIDEOJS_NO_DYNAMIC_STYLE = true; // before the import: else <style> elements, which our CSP forbids
    const { default: videojs } = await import('video.js');
    if (this.#video !== video) return;
    this.positionMs = video.currentTime > 0 ? Math.round(video.currentTime * 1000) : this.positionMs;
    for (const source of video.querySelectorAll('source')) source.remove();
    video.preload = 'auto';
    const player = videojs(video, {
      // the page has its own controls, captions and messages
      children: ['mediaLoader'],
      controls: false,
      sources: [{ src: hls, type: 'application/x-mpegURL' }],
      // Chromium says it plays HLS itself, but then there are no sounds to choose from
      html5: {
        vhs: { overrideNative: true, enableLowInitialPlaylist: true },
        nativeAudioTracks: false,
        nativeTextTracks: true
      }
    });
    this.#player = player;
    await new Promise<void>((resolve, reject) => {
      player.one('loadedmetadata', () => resolve());
      player.one('error', () => reject(new Error('the stream could not be opened')));
    });
    this.#applySound();
    video.currentTime = this.positionMs / 1000;
  }

  async #openFile(video: HTMLVideoElement): Promise<void> {
    this.#player = null;
    await this.#changeFile(video, this.positionMs / 1000);
  }

  async #changeFile(video: HTMLVideoElement, seconds: number): Promise<void> {
    const url = this.sound?.url;
    if (!url) throw new Error('no file for this sound');
    for (const source of video.querySelectorAll('source')) source.remove();
    video.preload = 'auto';
    const loaded = new Promise<void>((resolve, reject) => {
      video.addEventListener('loadedmetadata', () => resolve(), { once: true });
      video.addEventListener('error', () => reject(new Error('the file could not be opened')), { once: true });
    });
    video.src = url;
    video.load();
    await loaded;
    video.currentTime = seconds;
  }

  #applySound(): void {
    const { sound } = this;
    const video = this.#video;
    if (!sound || !video) return;
    if (this.#player) {
      const tracks = audioTracksOf(this.#player);
      const sameLanguage = tracks.filter(({ language }) => language === sound.language);
      const place = this.model.sounds.filter(({ language }) => language === sound.language).indexOf(sound);
      // enabling one disables the others
      const track = sameLanguage[place] ?? sameLanguage[0] ?? tracks[this.model.sounds.indexOf(sound)];
      if (track && !track.enabled) track.enabled = true;
      return;
    }
    const { currentTime, paused } = video;
    void this.#changeFile(video, currentTime).then(
      () => (paused ? undefined : video.play().catch(() => undefined)),
      () => (this.phase = 'failed')
    );
  }

  #onTime(video: HTMLVideoElement): void {
    // before the stream is open the element says 0, which is not where the reader wants to be
    if (this.phase === 'loading') return;
    if (this.phase === 'idle' && video.currentTime === 0) return;
    this.positionMs = Math.round(video.currentTime * 1000);
    if (Math.abs(this.positionMs - this.#placeSavedMs) >= placeEveryMs) this.#savePlace();
  }

  #onDuration(video: HTMLVideoElement): void {
    if (Number.isFinite(video.duration) && video.duration > 0) this.durationMs = Math.round(video.duration * 1000);
  }

  #onPlay(): void {
    this.playing = true;
    this.started = true;
    if (this.phase === 'idle') void this.load();
  }

  #savePlace(): void {
    if (!this.started) return;
    this.#placeSavedMs = this.positionMs;
    remembered.savePlace(this.model.id, this.positionMs, this.durationMs);
  }

  /** The browser reads the tracks and keeps their time; we draw them, so that they can be made larger and put below the picture. */
  #followCaptions(video: HTMLVideoElement): () => void {
    const tracks = Array.from(video.textTracks);
    const show = (event: Event) => this.#showCues(event.currentTarget);
    const native = (event: Event) => this.#applyCaptions(event.type === 'webkitbeginfullscreen');
    for (const track of tracks) track.addEventListener('cuechange', show);
    // a telephone that takes the video out of the page draws the captions itself
    video.addEventListener('webkitbeginfullscreen', native);
    video.addEventListener('webkitendfullscreen', native);
    this.#applyCaptions();
    return () => {
      for (const track of tracks) track.removeEventListener('cuechange', show);
      video.removeEventListener('webkitbeginfullscreen', native);
      video.removeEventListener('webkitendfullscreen', native);
    };
  }

  #applyCaptions(byBrowser = false): void {
    // nothing is fetched for a page that is only read
    const wanted = this.phase === 'idle' ? undefined : this.captionTrack;
    for (const track of Array.from(this.#video?.textTracks ?? [])) {
      const isWanted = wanted !== undefined && track.id === elementId(wanted.trackId);
      track.mode = !isWanted ? 'disabled' : byBrowser ? 'showing' : 'hidden';
      if (isWanted) this.#showCues(track);
    }
    if (!wanted) this.caption = null;
  }

  #showCues(track: unknown): void {
    const wanted = this.captionTrack;
    if (!(track instanceof TextTrack) || !wanted || track.id !== elementId(wanted.trackId)) return;
    const cues = Array.from(track.activeCues ?? []).filter((cue) => cue instanceof VTTCue);
    if (cues.length === 0) {
      this.caption = null;
      return;
    }
    const words = cues.map((cue) => cue.getCueAsHTML());
    const speaker =
      words.map((fragment) => fragment.querySelector('[title]')?.getAttribute('title')).find(Boolean) ?? '';
    this.caption = {
      lines: words.flatMap((fragment) => (fragment.textContent ?? '').split('\n')).filter((line) => line.trim() !== ''),
      speaker: speaker && speaker !== this.#lastSpeaker ? speaker : null,
      language: track.language,
      voice: wanted.voice
    };
    this.#lastSpeaker = speaker;
  }
}

interface AudioTrack {
  language: string;
  enabled: boolean;
}

/** The list is array-like, not iterable, and missing from video.js's own types. */
function audioTracksOf(player: Player): AudioTrack[] {
  const list: unknown = 'audioTracks' in player && typeof player.audioTracks === 'function' ? player.audioTracks() : [];
  return Array.from(isListOfTracks(list) ? list : []);
}

const isListOfTracks = (list: unknown): list is ArrayLike<AudioTrack> =>
  typeof list === 'object' && list !== null && 'length' in list;
