import { decodeSingleByte, looksLikeMacRoman, macRoman, windows1252 } from '#lib/domain/captions/single-byte.ts';
import type { CaptionEncoding, Layout } from '#lib/domain/captions/types.ts';

export interface Decoded {
  /** Every line end is \n. */
  text: string;
  encoding: CaptionEncoding;
  bom: boolean;
  lineEnd: Layout['lineEnd'];
  /** How sure the encoding is. */
  certainty: 'stated' | 'valid' | 'guessed' | 'repaired';
  /** There is a NUL somewhere. Looked for in the bytes, which is five times faster than in the text. */
  hasNul: boolean;
}

const CR = 13;
const LF = 10;

/** The first line end of the file; \n where there is none. */
function lineEndOf(bytes: Uint8Array): Layout['lineEnd'] {
  const cr = bytes.indexOf(CR);
  const lf = bytes.indexOf(LF);
  if (cr < 0 || (lf >= 0 && lf < cr)) return '\n';
  return lf === cr + 1 ? '\r\n' : '\r';
}

/** Every line ends CR CR LF: a text-mode copy gone wrong, whose extra empty lines are not real. */
function endsTwice(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(CR);
  if (at < 0 || bytes.indexOf(LF) !== at + 2) return false;
  while (at >= 0) {
    if (bytes[at + 1] !== CR || bytes[at + 2] !== LF) return false;
    at = bytes.indexOf(CR, at + 3);
  }
  return true;
}

/** CR LF and CR become LF. Works on the bytes of every encoding that contains ASCII. */
function withPlainLineEnds(bytes: Uint8Array, once: boolean): Uint8Array {
  const first = bytes.indexOf(CR);
  if (first < 0) return bytes;
  const out = new Uint8Array(bytes.length);
  out.set(bytes.subarray(0, first));
  const skipDoubled = once && endsTwice(bytes);
  let length = first;
  for (let i = first; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== CR) out[length++] = byte;
    else if (skipDoubled) continue;
    else if (bytes[i + 1] !== LF) out[length++] = LF;
  }
  return out.subarray(0, length);
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out[i] = bytes[i + 1] ?? 0;
    out[i + 1] = bytes[i] ?? 0;
  }
  return out;
}

function fromUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const code = view.getUint32(i, littleEndian);
    parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('');
}

/** UTF-16 without a byte order mark shows as a zero in every second byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const most = length / 2;
  if (length < 8) return null;
  if (odd > most * 0.7 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.7 && odd < most * 0.1 ? 'utf-16be' : null;
}

const marks: { encoding: CaptionEncoding; bytes: number[] }[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] }
];

function decodeWide(bytes: Uint8Array, encoding: CaptionEncoding): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return fromUtf32(bytes, encoding === 'utf-32le');
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  return decoder.decode(encoding === 'utf-16le' ? bytes : swapPairs(bytes));
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** True when some bytes above 127 form UTF-8: then the others are damage, not another encoding. */
function holdsUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127 && unit !== 0xfffd) return true;
  }
  return false;
}

function decodeWithout(bytes: Uint8Array, utf8Only: boolean): Pick<Decoded, 'text' | 'encoding' | 'certainty'> {
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', certainty: 'valid' };
  if (utf8Only && holdsUtf8(bytes)) return { text: repairUtf8(bytes), encoding: 'utf-8', certainty: 'repaired' };
  const encoding = looksLikeMacRoman(bytes) ? 'macintosh' : 'windows-1252';
  const text = decodeSingleByte(bytes, encoding === 'macintosh' ? macRoman : windows1252);
  return { text, encoding, certainty: 'guessed' };
}

const repairUtf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function decodeWideFile(bytes: Uint8Array, encoding: CaptionEncoding, bom: boolean): Decoded {
  const raw = decodeWide(bytes, encoding);
  const first = /\r\n?|\n/.exec(raw)?.[0];
  const lineEnd = first === '\r\n' || first === '\r' ? first : '\n';
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return { text, encoding, bom, lineEnd, certainty: bom ? 'stated' : 'guessed', hasNul: text.includes('\0') };
}

/**
 * Bytes to text: by byte order mark, else UTF-8 where the bytes are valid, else UTF-16 by its zeros, else Windows-1252 or Mac
 * OS Roman.
 * @param webVtt WebVTT is UTF-8 by its standard: damaged UTF-8 is repaired with U+FFFD, and odd line ends are real lines.
 */
export function decodeCaptions(bytes: Uint8Array, webVtt: boolean): Decoded {
  const mark = marks.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  const body = bytes.subarray(mark?.bytes.length ?? 0);
  if (mark && mark.encoding !== 'utf-8') return decodeWideFile(body, mark.encoding, true);
  const wide = mark ? null : guessUtf16(body);
  if (wide) return decodeWideFile(body, wide, false);
  const lineEnd = lineEndOf(body);
  const plain = withPlainLineEnds(body, !webVtt);
  const hasNul = plain.includes(0);
  if (!mark) return { ...decodeWithout(plain, webVtt), bom: false, lineEnd, hasNul };
  const utf8 = tryUtf8(plain);
  const certainty = utf8 === null ? 'repaired' : 'stated';
  return { text: utf8 ?? repairUtf8(plain), encoding: 'utf-8', bom: true, lineEnd, certainty, hasNul };
}
