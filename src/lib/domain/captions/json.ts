import * as v from 'valibot';
import { plainText } from '#lib/domain/captions/plain.ts';
import { ownLabels, spokenParts, withLabels } from '#lib/domain/captions/speakers.ts';
import { captionFormats, type LabelOf, type SpokenTrack } from '#lib/domain/captions/types.ts';
import type { WritableCaptions } from '#lib/domain/captions/write.ts';

const version = 1;
const ms = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const CaptionJson = v.object({
  version: v.literal(version),
  format: v.picklist(captionFormats),
  layout: v.object({
    bom: v.boolean(),
    lineEnd: v.picklist(['\n', '\r\n', '\r']),
    shortTimes: v.boolean(),
    header: v.string(),
    lastLineEnds: v.exactOptional(v.number()),
    blocks: v.array(
      v.object({ kind: v.picklist(['note', 'style', 'region', 'other']), beforeCue: v.number(), text: v.string() })
    )
  }),
  cues: v.array(v.object({ id: v.string(), startMs: ms, endMs: ms, text: v.string(), settings: v.string() }))
});

/**
 * A track as JSON, one cue a line: besides what reading back needs, each cue has its words without markup and the names of
 * who says them. Names are those that may be shown now; keys of speakers stay inside the archive.
 */
export function writeJson(track: SpokenTrack, labelOf: LabelOf = ownLabels(track)): string {
  const labelled = withLabels(track, labelOf);
  const cues = track.cues.map((cue, index) => {
    const names = spokenParts(cue).map(({ speaker }) => (speaker === null ? null : labelOf(speaker)));
    const parts = spokenParts(cue).map(({ text }) => plainText(text, track.format));
    return JSON.stringify({
      ...labelled[index],
      plain: parts.join('\n'),
      speakers: [...new Set(names.filter((name) => name !== null))]
    });
  });
  const head = JSON.stringify({ version, format: track.format, layout: track.layout });
  return `${head.slice(0, -1)},"cues":[\n${cues.join(',\n')}\n]}\n`;
}

/** Reads what writeJson wrote; null when it is anything else. Speakers are mapped again by mapSpeakers. */
export function readJson(text: string): WritableCaptions | null {
  try {
    const result = v.safeParse(CaptionJson, JSON.parse(text));
    if (!result.success) return null;
    const { format, layout, cues } = result.output;
    return { format, layout, cues };
  } catch {
    return null;
  }
}
