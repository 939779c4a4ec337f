// Own tables: the TextDecoder of Node 20 reads 0x80–0x9F of windows-1252 as C1 controls.

const windowsHigh =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const macHigh =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Code unit of a byte in Windows-1252 (WHATWG: the five holes are C1 controls). */
export const windows1252 = (byte: number): number =>
  byte >= 0x80 && byte <= 0x9f ? windowsHigh.charCodeAt(byte - 0x80) : byte;

/** Code unit of a byte in Mac OS Roman. */
export const macRoman = (byte: number): number => (byte >= 0x80 ? macHigh.charCodeAt(byte - 0x80) : byte);

const isAsciiLetter = (byte: number | undefined) =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const macLetters = new Set([0x87, 0x8e, 0x96, 0x97, 0x9c, 0x9f]); // á é ñ ó ú ü; in Windows-1252 signs, and œ
const macDashes = new Set([0x96, 0x97]); // – and — in Windows-1252, which may stand between letters
const windowsLetters = new Set([0xe1, 0xe9, 0xed, 0xf1, 0xf3, 0xfa, 0xfc]); // á é í ñ ó ú ü

/** True when the accents inside words only make sense as Mac OS Roman: at least two different ones, and more than the others. */
export function looksLikeMacRoman(bytes: Uint8Array): boolean {
  const different = new Set<number>();
  let mac = 0;
  let windows = 0;
  for (let i = 1; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || !isAsciiLetter(bytes[i - 1])) continue;
    const next = bytes[i + 1] ?? 0;
    if (windowsLetters.has(byte)) windows++;
    else if (macLetters.has(byte) && (isAsciiLetter(next) || next >= 0x80)) {
      mac++;
      if (!macDashes.has(byte)) different.add(byte);
    }
  }
  return different.size >= 2 && mac > windows;
}

/** Bytes to text by a table of code units. */
export function decodeSingleByte(bytes: Uint8Array, unitOf: (byte: number) => number): string {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => unitOf(byte));
  const units = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const unit = table[bytes[i] ?? 0] ?? 0;
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}
