/** What is seen and heard at the moment of sharing. */
export interface Shared {
  /** Path of the page, which says its language. */
  path: string;
  /** Null: from the beginning. */
  positionMs: number | null;
  audio: string | null;
  /** `off` or a language; null: as whoever opens it likes. */
  captions: string | null;
}

/** The link that brings somebody else to the same words: page and language, time, sound, captions. */
export function sharedLink(origin: string, { path, positionMs, audio, captions }: Shared): string {
  const url = new URL(path, origin);
  const seconds = Math.floor((positionMs ?? 0) / 1000);
  if (seconds > 0) url.searchParams.set('t', String(seconds));
  if (audio !== null) url.searchParams.set('audio', audio);
  if (captions !== null) url.searchParams.set('cc', captions);
  return url.href;
}

/** The system's sheet where there is one; else the link is written out, to be copied. */
export async function share(link: HTMLAnchorElement, title: string, url: string): Promise<void> {
  if (typeof navigator.share === 'function') {
    try {
      return await navigator.share({ title, url });
    } catch (error) {
      // closed by the reader: they want nothing more
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  link.href = url;
  link.textContent = url;
  link.focus();
}
