import { PositionList, type Postings } from '#lib/server/search/engine/postings.ts';

// Which form of the term each posting is: as few bits a posting as the number of forms asks for.
const widthFor = (forms: number) => (forms <= 2 ? 1 : forms <= 4 ? 2 : forms <= 16 ? 4 : forms <= 256 ? 8 : 16);

/** One form number a posting, packed; null when the term has one form only. */
export function encodeForms(forms: Uint16Array, formCount: number): Uint8Array | null {
  if (formCount < 2) return null;
  const width = widthFor(formCount);
  if (width === 16) return new Uint8Array(forms.slice().buffer);
  const packed = new Uint8Array(Math.ceil((forms.length * width) / 8));
  for (let i = 0; i < forms.length; i++) {
    const bit = i * width;
    packed[bit >>> 3] = (packed[bit >>> 3] ?? 0) | ((forms[i] ?? 0) << (bit & 7));
  }
  return packed;
}

/** The postings whose form is one of `wanted`. */
export function onlyForms(
  list: Postings,
  packed: Uint8Array,
  formCount: number,
  wanted: ReadonlySet<number>
): Postings {
  const width = widthFor(formCount);
  const positions = list.positions();
  const mask = (1 << width) - 1;
  const keep = Array.from({ length: formCount }, (_, form) => wanted.has(form));
  const out = new Uint32Array(positions.length);
  let length = 0;
  for (let i = 0; i < positions.length; i++) {
    const bit = i * width;
    const low = packed[bit >>> 3] ?? 0;
    const form = width === 16 ? low | ((packed[(bit >>> 3) + 1] ?? 0) << 8) : (low >>> (bit & 7)) & mask;
    if (keep[form]) out[length++] = positions[i] ?? 0;
  }
  return new PositionList(out.slice(0, length));
}
