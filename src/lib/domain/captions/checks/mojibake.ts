import { windows1252 } from '#lib/domain/captions/single-byte.ts';

const byteOf = new Map(Array.from({ length: 128 }, (_, index) => [windows1252(index + 128), index + 128]));

/** The lead bytes of UTF-8 read as Windows-1252, followed by what a trailing byte becomes: "Ã±", "Â¿", "â€œ". */
const suspicious =
  /[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

function encode(run: string): Uint8Array | null {
  const bytes = new Uint8Array(run.length);
  for (let at = 0; at < run.length; at++) {
    const unit = run.charCodeAt(at);
    const byte = unit < 0x80 ? unit : (byteOf.get(unit) ?? (unit >= 0xa0 && unit <= 0xff ? unit : undefined));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

function decodeRun(run: string): string {
  const bytes = encode(run);
  if (!bytes) return run;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return run;
  }
}

const runs = /[\u0080-\uffff]+/g;

/**
 * Text whose UTF-8 was once read as Windows-1252, as it was meant: "AdiÃ³s" → "Adiós". Runs that do not decode stay as they
 * are. Null: there is nothing of the kind.
 */
export function withoutMojibake(text: string): string | null {
  if (!suspicious.test(text)) return null;
  let repaired = text;
  for (let turn = 0; turn < 2 && suspicious.test(repaired); turn++) repaired = repaired.replace(runs, decodeRun); // some files went through it twice
  return repaired === text ? null : repaired;
}
