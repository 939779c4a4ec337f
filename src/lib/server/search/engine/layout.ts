import { AscendingNumbers } from '#lib/server/search/engine/ascending.ts';
import { ByteReader, ByteWriter } from '#lib/server/search/engine/bytes.ts';

/**
 * Where the words of one language stand in a segment. A position is slot · 32 + offset. A slot is a cue (a cue of more than
 * 32 words takes several); a slot without words parts texts over which no phrase may run.
 */
export const slotBits = 5;
export const slotSize = 1 << slotBits;

export interface Layout {
  slots: number;
  /** Words in the slot; 0: a border. */
  lengths: Uint8Array;
  /** Position of the slot's cue in its track. */
  cues: Uint32Array;
  /** Moment of the slot, counted through the segment; never falls. */
  moments: AscendingNumbers;
  /** First slot of each moment, and one entry more for the end. */
  momentSlots: AscendingNumbers;
  /** Bits of the slots whose moment is that of the slot before them. */
  continues: () => Uint32Array;
  /** Speaker (1 + index in the document's list, 0: nobody named) · 4 + voice, one entry a slot. */
  speech: () => Uint16Array;
}

const sameCue = 64;
const escape = 128;
const nextCueSameMoment = 192;
const flags = 192;

export class LayoutWriter {
  private readonly codes = new ByteWriter(1 << 12);
  private readonly runs = new ByteWriter(1 << 10);
  private runLength = 0;
  private runValue = -1;
  private lastCue = -1;
  private lastMoment = 0;
  slots = 0;

  border(): void {
    this.codes.byte(0);
    this.slots++;
    this.lastCue = -1;
    this.speech(0);
  }

  /** The common case, next cue in the same or the next moment, takes one byte. */
  slot(length: number, cue: number, moment: number, speech: number): void {
    if (cue === this.lastCue) this.codes.byte(length | sameCue);
    else {
      const further = moment - this.lastMoment;
      const plain = cue === this.lastCue + 1 && further <= 1;
      this.codes.byte(length | (plain ? (further === 0 ? nextCueSameMoment : 0) : escape));
      if (!plain) {
        this.codes.varint(cue);
        this.codes.varint(further);
      }
    }
    this.lastCue = cue;
    this.lastMoment = moment;
    this.slots++;
    this.speech(speech);
  }

  private speech(value: number): void {
    if (value !== this.runValue && this.runLength > 0) this.endRun();
    this.runValue = value;
    this.runLength++;
  }

  private endRun(): void {
    this.runs.varint(this.runLength);
    this.runs.varint(this.runValue);
    this.runLength = 0;
  }

  finish(): Uint8Array {
    if (this.runLength > 0) this.endRun();
    const whole = new ByteWriter(this.codes.length + this.runs.length + 16);
    whole.varint(this.slots);
    whole.varint(this.codes.length);
    whole.append(this.codes.take());
    whole.append(this.runs.take());
    return whole.take();
  }
}

/** What LayoutWriter wrote, for a segment of `momentCount` moments. */
export function readLayout(blob: Uint8Array, momentCount: number): Layout {
  const head = new ByteReader(blob);
  const slots = head.varint();
  const codesLength = head.varint();
  const lengths = new Uint8Array(slots);
  const cues = new Uint32Array(slots);
  const moments = new Uint32Array(slots);
  let cue = -1;
  let moment = 0;
  for (let slot = 0; slot < slots; slot++) {
    const code = head.byte();
    const length = code & 63;
    if ((code & flags) === escape) {
      cue = head.varint();
      moment += head.varint();
    } else if ((code & flags) === nextCueSameMoment) cue++;
    else if ((code & flags) === 0) {
      cue = length > 0 ? cue + 1 : -1;
      if (length > 0) moment++;
    }
    lengths[slot] = length;
    cues[slot] = cue < 0 ? 0 : cue;
    moments[slot] = moment;
  }
  const runsAt = varintLength(slots) + varintLength(codesLength) + codesLength;
  const momentSlots = firstSlots(lengths, moments, momentCount);
  const kept = new AscendingNumbers(moments);
  return {
    slots,
    lengths,
    cues,
    moments: kept,
    momentSlots: new AscendingNumbers(momentSlots),
    continues: once(() => continuedSlots(kept)),
    speech: once(() => readRuns(blob, runsAt, slots))
  };
}

const varintLength = (value: number): number => (value < 128 ? 1 : 1 + varintLength(value >>> 7));

function firstSlots(lengths: Uint8Array, moments: Uint32Array, momentCount: number): Uint32Array {
  const first = new Uint32Array(momentCount + 1);
  let next = 0;
  for (let slot = 0; slot < lengths.length; slot++) {
    if (lengths[slot] === 0) continue;
    const moment = moments[slot] ?? 0;
    while (next <= moment) first[next++] = slot;
  }
  while (next <= momentCount) first[next++] = lengths.length;
  return first;
}

function continuedSlots(moments: AscendingNumbers): Uint32Array {
  const bits = new Uint32Array((moments.length + 31) >>> 5);
  for (let slot = 1; slot < moments.length; slot++) {
    if (moments.at(slot) === moments.at(slot - 1)) bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }
  return bits;
}

function readRuns(blob: Uint8Array, at: number, slots: number): Uint16Array {
  const values = new Uint16Array(slots);
  const reader = new ByteReader(blob, at);
  for (let slot = 0; slot < slots;) {
    const length = Math.max(1, reader.varint());
    values.fill(reader.varint(), slot, slot + length);
    slot += length;
  }
  return values;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The position `count` words after `position` (before it when negative); -1 when a border stands between. */
export function step({ lengths }: Layout, position: number, count: number): number {
  let slot = position >>> slotBits;
  let offset = (position & (slotSize - 1)) + count;
  let length = lengths[slot] ?? 0;
  while (offset >= length) {
    offset -= length;
    length = lengths[++slot] ?? 0;
    if (length === 0) return -1;
  }
  while (offset < 0) {
    length = slot === 0 ? 0 : (lengths[--slot] ?? 0);
    if (length === 0) return -1;
    offset += length;
  }
  return slot * slotSize + offset;
}
