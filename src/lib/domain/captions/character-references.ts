import { legacyNames, namedReferences } from '#lib/domain/captions/html-entities.ts';
import { windows1252 } from '#lib/domain/captions/single-byte.ts';

export interface Reference {
  /** The characters it stands for. */
  chars: string;
  /** Offset after it. */
  end: number;
}

const longestName = 31; // CounterClockwiseContourIntegral
const longestLegacy = 6;
// filled on first use: most cues have no reference but the five common ones
let names: Map<string, string> | null = null;
let legacy: Set<string> | null = null;

function nameTable(): Map<string, string> {
  if (names) return names;
  const entries = namedReferences.trim().split(/\s+/);
  names = new Map(
    entries.map((entry) => {
      const [name = '', codes = ''] = entry.split('=');
      return [name, codes.split('+').reduce((chars, code) => chars + String.fromCodePoint(parseInt(code, 16)), '')];
    })
  );
  return names;
}

const isLegacy = (name: string) => (legacy ??= new Set(legacyNames.trim().split(/\s+/))).has(name);

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Value of a hexadecimal digit, or −1. */
function hexValue(code: number): number {
  if (isDigit(code)) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  return code >= 65 && code <= 70 ? code - 55 : -1;
}

/** What HTML makes of a number: C1 controls are read as Windows-1252, what is no character becomes U+FFFD. */
function fromNumber(value: number): string {
  if (value >= 0x80 && value <= 0x9f) return String.fromCharCode(windows1252(value));
  if (value === 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(value);
}

function numericReference(text: string, at: number): Reference | null {
  const hex = (text.charCodeAt(at + 2) | 32) === 120;
  const first = at + (hex ? 3 : 2);
  let end = first;
  let value = 0;
  for (; end < text.length; end++) {
    const digit = hexValue(text.charCodeAt(end));
    if (digit < 0 || (!hex && digit > 9)) break;
    if (value <= 0x10ffff) value = value * (hex ? 16 : 10) + digit;
  }
  if (end === first) return null;
  return { chars: fromNumber(value), end: text.charCodeAt(end) === 59 ? end + 1 : end };
}

function namedReference(text: string, at: number): Reference | null {
  let end = at + 1;
  const limit = Math.min(text.length, end + longestName + 1);
  while (end < limit && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
  const name = text.slice(at + 1, end);
  if (name === '') return null;
  if (text.charCodeAt(end) === 59) {
    const chars = nameTable().get(name);
    if (chars !== undefined) return { chars, end: end + 1 };
  }
  for (let length = Math.min(name.length, longestLegacy); length > 1; length--) {
    const part = name.slice(0, length);
    if (isLegacy(part)) return { chars: nameTable().get(part) ?? '', end: at + 1 + length };
  }
  return null;
}

/**
 * The character reference that starts at the `&` at this offset, by HTML's "consume a character reference" for text (the
 * WebVTT tokenizer uses it in texts and annotations alike); null when the `&` is just a character.
 */
export function referenceAt(text: string, at: number): Reference | null {
  return text.charCodeAt(at + 1) === 35 ? numericReference(text, at) : namedReference(text, at);
}

/** The text with every character reference replaced. Linear. */
export function decodeReferences(text: string): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  while (at >= 0) {
    const reference = referenceAt(text, at);
    if (reference) {
      out += text.slice(from, at) + reference.chars;
      from = reference.end;
    }
    at = text.indexOf('&', reference ? reference.end : at + 1);
  }
  return out + text.slice(from);
}
