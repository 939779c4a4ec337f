import { checksumOf } from '#lib/domain/citations/words.ts';

/**
 * What the link to a quote holds. The words themselves lie in the version, which never changes; the checksum and the time
 * find them where the version is not at hand, as in another archive that imported the recording.
 */
export interface QuoteRef {
  /** First 10 hexadecimal digits of the recording's UUID. */
  recording: string;
  trackId: string;
  /** Number of the version within its track. */
  version: number;
  /** Index of the first word in the version, and how many words. */
  fromWord: number;
  words: number;
  /** Whole seconds of media time. */
  second: number;
  checksum: string;
}

export const shortUuid = (uuid: string): string => uuid.replaceAll('-', '').slice(0, 10).toLowerCase();

/** The longest passage that a link may quote: a speech is not a quote, and its page would be a copy of the transcript. */
export const mostWords = 400;

const shape =
  /^([0-9a-z]{4,10})\.([a-z0-9][a-z0-9-]{0,99})\.([1-9]\d{0,5})\.(\d{1,7})-([1-9]\d{0,2})\.([0-9a-z]{1,5})\.([0-9a-z]{1,7})$/;

/** 3f9c2a1b07.captions-es.2.340-19.12f.k3f9a1 */
export function quoteCode({ recording, trackId, version, fromWord, words, second, checksum }: QuoteRef): string {
  return [recording, trackId, version, `${String(fromWord)}-${String(words)}`, second.toString(36), checksum].join('.');
}

/** Null: not the code of a quote. */
export function parseQuoteCode(code: string): QuoteRef | null {
  const [, recording, trackId, version, fromWord, words, second, checksum] = shape.exec(code) ?? [];
  if (!recording || !trackId || !second || !checksum) return null;
  const count = Number(words);
  if (count > mostWords) return null;
  return {
    recording,
    trackId,
    version: Number(version),
    fromWord: Number(fromWord),
    words: count,
    second: Number.parseInt(second, 36),
    checksum
  };
}

/** Do these words carry the mark that the link names? */
export const isIntact = (ref: QuoteRef, words: readonly string[]): boolean => checksumOf(words) === ref.checksum;
