const rates = [1, 1.25, 0.5, 0.75];

/** The sound or the film that is worked on: where it stands, and how it is played. */
export class Media {
  element = $state.raw<HTMLMediaElement | null>(null);
  timeMs = $state(0);
  durationMs = $state(0);
  playing = $state(false);
  rate = $state(1);
  #stopAtMs = Infinity;
  #frame = 0;

  /** Attaches itself to the element, keeping time and speed of the one before. */
  readonly attach = (element: HTMLMediaElement) => {
    this.element = element;
    const startMs = this.timeMs;
    const playing = this.playing;
    const listen = (name: string, work: () => void) => element.addEventListener(name, work);
    listen('loadedmetadata', () => {
      this.durationMs = element.duration * 1000;
      if (startMs > 0) element.currentTime = startMs / 1000;
      element.playbackRate = this.rate;
      if (playing) void element.play();
    });
    listen('play', () => this.#follow());
    listen('pause', () => (this.playing = false));
    listen('seeked', () => (this.timeMs = element.currentTime * 1000));
    return () => {
      cancelAnimationFrame(this.#frame);
      element.pause();
      if (this.element === element) this.element = null;
    };
  };

  #follow(): void {
    this.playing = true;
    const step = () => {
      const { element } = this;
      if (!element || element.paused) return;
      this.timeMs = element.currentTime * 1000;
      if (this.timeMs >= this.#stopAtMs) {
        this.#stopAtMs = Infinity;
        element.pause();
      } else this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  toggle(): void {
    const { element } = this;
    if (!element) return;
    this.#stopAtMs = Infinity;
    if (element.paused) void element.play();
    else element.pause();
  }

  seek(ms: number): void {
    this.timeMs = Math.max(0, ms);
    this.#stopAtMs = Infinity;
    if (this.element) this.element.currentTime = this.timeMs / 1000;
  }

  playBetween(startMs: number, endMs: number): void {
    this.seek(startMs);
    this.#stopAtMs = endMs;
    void this.element?.play();
  }

  nextRate(): void {
    this.rate = rates[(rates.indexOf(this.rate) + 1) % rates.length] ?? 1;
    if (this.element) this.element.playbackRate = this.rate;
  }
}
