/** What the browser keeps for its reader, and for nobody else: no cookie, nothing is sent. */

/** Storage may be full, forbidden or gone: then nothing is remembered, and nothing breaks. */
function attempt<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

const choice = (name: string) => ({
  get: (): string | null => attempt((storage) => storage.getItem(`acervo:${name}`)),
  set: (value: string): void => void attempt((storage) => storage.setItem(`acervo:${name}`, value))
});

/** Near the beginning or the end there is no place to come back to. */
const edgeMs = 10_000;
const placeOf = (recordingId: string) => `acervo:place:${recordingId}`;

export const remembered = {
  /** A language, or `off`. */
  captions: choice('captions'),
  captionSize: choice('caption-size'),
  captionGround: choice('caption-ground'),
  captionPlace: choice('caption-place'),
  /** `off`: single keys do nothing. */
  keys: choice('keys'),

  /** Where the reader left a recording, in ms; null for nowhere. */
  place(recordingId: string): number | null {
    const value = Number(attempt((storage) => storage.getItem(placeOf(recordingId))) ?? '');
    return Number.isSafeInteger(value) && value > 0 ? value : null;
  },
  savePlace(recordingId: string, positionMs: number, durationMs: number): void {
    const atEdge = positionMs < edgeMs || (durationMs > 0 && positionMs > durationMs - edgeMs);
    attempt((storage) =>
      atEdge ? storage.removeItem(placeOf(recordingId)) : storage.setItem(placeOf(recordingId), String(positionMs))
    );
  }
};
