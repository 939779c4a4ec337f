import type { FoundPlace } from '#lib/components/transcript/find.ts';
import { markPlaces, unmark } from '#lib/components/transcript/marks.ts';

export interface ReaderOptions {
  /** Somebody chose a passage: play from here. */
  onplay: (ms: number) => void;
  /** Somebody pointed at words while a recording is open: go there, playing or not. */
  onseek: (ms: number) => void;
  /** Where the focus goes when the reader leaves the passages. */
  onleave: () => void;
  /** "Playing now" */
  playingNow: () => string;
}

/** Places that carry marks at a time, on both sides of the current one. */
const markedAround = 100;
/** Scroll events that our own scrolling causes come within this time. */
const ownScrollMs = 120;
const passagesAPage = 10;

/**
 * The transcript that stands in the document, brought to life: which passage is heard, following, keys, places found. One listener
 * for all passages, and nothing is looked up by its place on the screen but the one passage that matters.
 */
export class TranscriptReader {
  /** Scrolls along with the recording while the picture is out of sight. */
  following = $state(true);
  places = $state.raw<FoundPlace[]>([]);
  /** Index of the place where the reader stands; -1 for none. */
  at = $state(-1);
  /** True while the picture is out of sight: only then is the window the reader's to scroll for. */
  isAway = false;

  #passages: HTMLElement[] = [];
  #starts: number[] = [];
  #current = -1;
  #stop = -1;
  #marked: FoundPlace[] = [];
  #ownScrollUntil = 0;
  #settling = 0;
  #tabs = 0;
  readonly #options: ReaderOptions;
  #sign: HTMLElement | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get hitsMs(): number[] {
    return this.places.map(({ passage }) => this.#starts[passage] ?? 0);
  }
  get passages(): readonly HTMLElement[] {
    return this.#passages;
  }

  /** For `{@attach}` on the element that holds the passages. */
  attach = (root: HTMLElement): (() => void) => {
    this.collect(root);
    const click = (event: MouseEvent) => this.#onClick(event);
    const key = (event: KeyboardEvent) => this.#onKey(event);
    const focus = (event: FocusEvent) => this.#onFocus(event);
    const scroll = () => this.#onScroll();
    const wheel = () => (this.#ownScrollUntil = 0);
    root.addEventListener('click', click);
    root.addEventListener('keydown', key);
    root.addEventListener('focusin', focus);
    window.addEventListener('scroll', scroll, { passive: true });
    window.addEventListener('wheel', wheel, { passive: true });
    window.addEventListener('touchmove', wheel, { passive: true });
    return () => {
      clearTimeout(this.#tabs);
      clearTimeout(this.#settling);
      root.removeEventListener('click', click);
      root.removeEventListener('keydown', key);
      root.removeEventListener('focusin', focus);
      window.removeEventListener('scroll', scroll);
      window.removeEventListener('wheel', wheel);
      window.removeEventListener('touchmove', wheel);
    };
  };

  /** Looks at the passages once; they never change. */
  collect(root: HTMLElement): void {
    this.#passages = Array.from(root.querySelectorAll<HTMLElement>('.passage'));
    this.#starts = this.#passages.map(({ dataset }) => Number(dataset.start));
    this.#oneTabStop();
  }

  /** Marks the passage that is heard at this time and follows it. */
  show(ms: number): void {
    const index = this.indexAt(ms);
    if (index === this.#current) return;
    this.#passages[this.#current]?.removeAttribute('aria-current');
    this.#current = index;
    const passage = this.#passages[index];
    if (!passage) {
      this.#sign?.remove();
      return;
    }
    passage.setAttribute('aria-current', 'true');
    this.#sign ??= playingSign(this.#options.playingNow());
    passage.firstElementChild?.prepend(this.#sign);
    if (this.following && this.isAway) this.#reveal(passage);
  }

  /** The passage that has begun last at this time; -1 before the first. */
  indexAt(ms: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  follow(on: boolean): void {
    this.following = on;
    const passage = this.#passages[this.#current];
    if (on && passage) this.#reveal(passage);
  }

  /** New places found: the reader stands at the first one at or after the passage that is heard. */
  setPlaces(places: FoundPlace[]): void {
    unmark(this.#marked);
    this.#marked = [];
    this.places = places;
    const from = Math.max(0, this.#current);
    const next = places.findIndex(({ passage }) => passage >= from);
    this.at = places.length === 0 ? -1 : Math.max(0, next);
    this.#markAround();
  }

  /** To the next place (1) or the one before (-1), round and round. Searching pauses following. */
  goTo(step: 1 | -1 | 0): void {
    if (this.places.length === 0) return;
    this.at = (this.at + step + this.places.length) % this.places.length;
    this.following = false;
    this.#markAround();
    const passage = this.#passages[this.places[this.at]?.passage ?? -1];
    if (!passage) return;
    this.#stopAt(this.places[this.at]?.passage ?? 0);
    this.#reveal(passage);
  }

  /** The focus goes to the passage where the reader stands: the place found, else the one heard, else the first. */
  enter(): void {
    const index = this.places[this.at]?.passage ?? Math.max(0, this.#current);
    this.#focus(index);
  }

  scrollTo(ms: number): void {
    const passage = this.#passages[Math.max(0, this.indexAt(ms))];
    if (passage) this.#reveal(passage);
  }

  #markAround(): void {
    unmark(this.#marked);
    const from = Math.max(0, this.at - markedAround);
    this.#marked = this.places.slice(from, from + 2 * markedAround + 1);
    markPlaces(this.#marked, this.places[this.at]);
  }

  #linkOf(index: number): HTMLElement | null {
    return this.#passages[index]?.querySelector<HTMLElement>('.tc') ?? null;
  }

  /** Thousands of links are one tab stop; without script each stays one. Written in pieces, so that a slow machine can breathe. */
  #oneTabStop(): void {
    let next = 0;
    this.#stop = 0;
    const work = () => {
      for (const end = Math.min(next + 400, this.#passages.length); next < end; next++) {
        if (next !== this.#stop) this.#linkOf(next)?.setAttribute('tabindex', '-1');
      }
      if (next < this.#passages.length) this.#tabs = window.setTimeout(work, 0);
    };
    work();
  }

  #stopAt(index: number): void {
    if (index === this.#stop) return;
    this.#linkOf(this.#stop)?.setAttribute('tabindex', '-1');
    this.#stop = index;
    this.#linkOf(index)?.removeAttribute('tabindex');
  }

  #focus(index: number): void {
    const passage = this.#passages[index];
    const link = this.#linkOf(index);
    if (!passage || !link) return;
    // measured and moved before anything is changed: each change would make the browser lay the page out anew
    this.#reveal(passage);
    this.#stopAt(index);
    link.focus({ preventScroll: true });
  }

  /** Who hears the link hears the words too: "12:31, The agreements let …". */
  #onFocus({ target }: FocusEvent): void {
    const passage = target instanceof HTMLElement && target.matches('.tc') ? target.closest('.passage') : null;
    if (!passage || !(target instanceof HTMLElement)) return;
    const index = this.indexAt(Number(passage instanceof HTMLElement ? passage.dataset.start : 0));
    this.#stopAt(this.#passages[index] === passage ? index : this.#passages.findIndex((each) => each === passage));
    const words = passage.querySelector('.say [id]');
    if (words) target.setAttribute('aria-describedby', words.id);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.tc')) return;
    const last = this.#passages.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: this.#stop + 1,
      ArrowUp: this.#stop - 1,
      PageDown: this.#stop + passagesAPage,
      PageUp: this.#stop - passagesAPage,
      Home: 0,
      End: last
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.following = false;
      this.#focus(Math.min(last, Math.max(0, to)));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#options.onleave();
    }
  }

  #onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof Element)) return;
    const passage = event.target.closest<HTMLElement>('.passage');
    if (!passage) return;
    const ms = Number(passage.dataset.start);
    if (event.target.closest('.tc')) {
      event.preventDefault();
      this.following = true;
      this.#options.onplay(ms);
    } else if (event.target.closest('.say p') && window.getSelection()?.isCollapsed !== false) {
      this.#options.onseek(ms);
    }
  }

  #onScroll(): void {
    if (!this.following || !this.isAway || performance.now() < this.#ownScrollUntil) return;
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      const passage = this.#passages[this.#current];
      if (passage && this.isAway && !isVisible(passage)) this.following = false;
    }, 150);
  }

  /** Jumps: what moves under the eyes of someone who reads is hard to read, and boxes off the screen have no height yet. */
  #reveal(passage: HTMLElement): void {
    if (isComfortable(passage)) return;
    this.#ownScrollUntil = performance.now() + ownScrollMs;
    const { top } = passage.getBoundingClientRect();
    window.scrollBy({ top: top - window.innerHeight * 0.3, behavior: 'instant' });
  }
}

const isVisible = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

const isComfortable = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top > window.innerHeight * 0.15 && bottom < window.innerHeight * 0.8;
};

function playingSign(words: string): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'now';
  const triangle = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  triangle.setAttribute('class', 'i');
  triangle.setAttribute('viewBox', '0 0 24 24');
  triangle.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M7 4l13 8-13 8z');
  triangle.append(path);
  sign.append(triangle, words);
  return sign;
}
