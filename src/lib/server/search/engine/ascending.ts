const blockBits = 5;
const farAway = 255;

/**
 * Numbers that never fall, in about a byte each: the first of 32 is written out, the others by how far they are from it. What
 * is looked up here and there then stays in the processor's cache, which is what counts: half a million four-byte numbers do not.
 */
export class AscendingNumbers {
  readonly length: number;
  private readonly bases: Uint32Array;
  private readonly near: Uint8Array;
  /** Those too far from the first of their 32 for a byte. */
  private readonly far = new Map<number, number>();

  constructor(values: Uint32Array) {
    this.length = values.length;
    this.bases = new Uint32Array((values.length >>> blockBits) + 1);
    this.near = new Uint8Array(values.length);
    let base = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0;
      if ((i & 31) === 0) this.bases[i >>> blockBits] = base = value;
      if (value - base < farAway) this.near[i] = value - base;
      else {
        this.near[i] = farAway;
        this.far.set(i, value);
      }
    }
  }

  /** Of an index beyond the last: 0. */
  at(index: number): number {
    const near = this.near[index] ?? 0;
    return near === farAway ? (this.far.get(index) ?? 0) : (this.bases[index >>> blockBits] ?? 0) + near;
  }
}
