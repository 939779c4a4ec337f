import { queryVoices, type QueryVoice } from '#lib/domain/search/query.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import { slotBits } from '#lib/server/search/engine/layout.ts';
import type { Part } from '#lib/server/search/engine/moments.ts';
import type { Postings } from '#lib/server/search/engine/postings.ts';
import type { Segment } from '#lib/server/search/engine/segment.ts';

/** How many of the moments found would remain if a choice were made. */
export interface Facets {
  languages: Record<string, number>;
  voices: Partial<Record<QueryVoice, number>>;
  recordings: RecordingCount[];
}

export interface RecordingCount {
  id: string;
  count: number;
  /** Ids of its speakers who are heard in them, and in how many. */
  speakers: [string, number][];
}

export const noFacets = (): Facets => ({ languages: {}, voices: {}, recordings: [] });

const languageBits = 4;
const firstVoice = languageBits;
const firstSpeaker = firstVoice + queryVoices.length;
const mostSpeakers = 32 - firstSpeaker;

/**
 * Adds the counts of one segment. Each moment gets a bit for each language, voice and speaker in which it was met; a
 * recording's speakers beyond the 24th are not counted.
 */
export function countFacets(segment: Segment, parts: readonly Part[], moments: Uint32Array, into: Facets): void {
  const languages = [...new Set(parts.map(({ language }) => language))].slice(0, languageBits);
  const met = new Uint32Array(segment.moments);
  for (const { layout, language, starts } of parts) {
    const own = languages.includes(language) ? 1 << languages.indexOf(language) : 0;
    const speech = layout.speech();
    const slots = slotsOf(starts);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      const moment = layout.moments.at(slot);
      const value = speech[slot] ?? 0;
      const speaker = value >>> 2;
      const spoken = speaker > 0 && speaker <= mostSpeakers ? 1 << (firstSpeaker + speaker - 1) : 0;
      met[moment] = (met[moment] ?? 0) | own | (1 << (firstVoice + (value & 3))) | spoken;
    }
  }
  new Tally(segment, into).count(moments, met, languages);
}

/** Slots in which a list stands, ascending; some more than once. */
function slotsOf(starts: Postings): Uint32Array {
  return starts instanceof DensePostings ? starts.slots() : starts.positions().map((position) => position >>> slotBits);
}

/** Counts bits of moments, of all and of each document. Neighbors are mostly alike, so they are counted together. */
class Tally {
  private readonly perBit = new Uint32Array(32);
  private bits = 0;
  private alike = 0;
  private readonly segment: Segment;
  private readonly into: Facets;

  constructor(segment: Segment, into: Facets) {
    this.segment = segment;
    this.into = into;
  }

  count(moments: Uint32Array, met: Uint32Array, languages: readonly string[]): void {
    const { documentEnds } = this.segment;
    let document = 0;
    let from = 0;
    for (let i = 0; i < moments.length; i++) {
      const moment = moments[i] ?? 0;
      if (moment >= (documentEnds[document] ?? 0)) {
        this.settle(document, i - from);
        from = i;
        while (moment >= (documentEnds[document] ?? Infinity)) document++;
      }
      const bits = met[moment] ?? 0;
      if (bits !== this.bits) this.next(bits);
      this.alike++;
    }
    this.settle(document, moments.length - from);
    const { languages: byLanguage, voices } = this.into;
    for (const [bit, language] of languages.entries()) {
      if (this.perBit[bit]) byLanguage[language] = (byLanguage[language] ?? 0) + (this.perBit[bit] ?? 0);
    }
    for (const [i, voice] of queryVoices.entries()) {
      const count = this.perBit[firstVoice + i] ?? 0;
      if (count > 0) voices[voice] = (voices[voice] ?? 0) + count;
    }
  }

  private next(bits: number): void {
    for (let rest = this.bits; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      this.perBit[bit] = (this.perBit[bit] ?? 0) + this.alike;
    }
    this.bits = bits;
    this.alike = 0;
  }

  private settle(document: number, count: number): void {
    this.next(0);
    if (count === 0) return;
    const { recordingId = '', speakers = [] } = this.segment.documents[document] ?? {};
    const heard: [string, number][] = [];
    for (let bit = firstSpeaker; bit < 32; bit++) {
      const speaker = speakers[bit - firstSpeaker];
      if (this.perBit[bit] && speaker !== undefined) heard.push([speaker, this.perBit[bit] ?? 0]);
      this.perBit[bit] = 0;
    }
    this.into.recordings.push({ id: recordingId, count, speakers: heard });
  }
}
