import { queryVoices, type QueryVoice } from '#lib/domain/search/query.ts';
import { slotBits } from '#lib/server/search/engine/layout.ts';
import type { Part } from '#lib/server/search/engine/moments.ts';
import type { Segment } from '#lib/server/search/engine/segment.ts';

/** How many of the moments found would remain if a choice were made. */
export interface Facets {
  languages: Record<string, number>;
  voices: Partial<Record<QueryVoice, number>>;
  /** `recording id/speaker id` → moments. */
  speakers: Record<string, number>;
  recordings: Record<string, number>;
}

export const noFacets = (): Facets => ({ languages: {}, voices: {}, speakers: {}, recordings: {} });

const languageBits = 4;
const firstVoice = languageBits;
const firstSpeaker = firstVoice + queryVoices.length;
const mostSpeakers = 32 - firstSpeaker;

const add = (counts: Record<string, number>, key: string, by = 1) => {
  counts[key] = (counts[key] ?? 0) + by;
};

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
    const positions = starts.positions();
    for (let i = 0; i < positions.length; i++) {
      const slot = (positions[i] ?? 0) >>> slotBits;
      const moment = layout.moments.at(slot);
      const value = speech[slot] ?? 0;
      const speaker = value >>> 2;
      const spoken = speaker > 0 && speaker <= mostSpeakers ? 1 << (firstSpeaker + speaker - 1) : 0;
      met[moment] = (met[moment] ?? 0) | own | (1 << (firstVoice + (value & 3))) | spoken;
    }
  }
  tally(segment, languages, met, moments, into);
}

function tally(
  segment: Segment,
  languages: readonly string[],
  met: Uint32Array,
  moments: Uint32Array,
  into: Facets
): void {
  const perBit = new Uint32Array(32);
  const settle = (document: number, count: number) => {
    const { recordingId = '', speakers = [] } = segment.documents[document] ?? {};
    add(into.recordings, recordingId, count);
    for (let bit = firstSpeaker; bit < 32; bit++) {
      const speaker = speakers[bit - firstSpeaker];
      if (perBit[bit] && speaker !== undefined) add(into.speakers, `${recordingId}/${speaker}`, perBit[bit]);
      perBit[bit] = 0;
    }
  };
  let document = 0;
  let from = 0;
  for (let i = 0; i < moments.length; i++) {
    const moment = moments[i] ?? 0;
    if (moment >= (segment.documentEnds[document] ?? 0)) {
      if (i > from) settle(document, i - from);
      from = i;
      while (moment >= (segment.documentEnds[document] ?? Infinity)) document++;
    }
    for (let rest = met[moment] ?? 0; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      perBit[bit] = (perBit[bit] ?? 0) + 1;
    }
  }
  if (moments.length > from) settle(document, moments.length - from);
  for (const [bit, language] of languages.entries()) if (perBit[bit]) add(into.languages, language, perBit[bit]);
  for (const [i, voice] of queryVoices.entries()) {
    const count = perBit[firstVoice + i] ?? 0;
    if (count > 0) into.voices[voice] = (into.voices[voice] ?? 0) + count;
  }
}
