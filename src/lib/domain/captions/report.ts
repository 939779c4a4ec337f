import { plainText, regionIds, settingsOf, speakersOf } from '#lib/domain/captions/plain.ts';
import type { CaptionFile, CueSettings, Problem } from '#lib/domain/captions/types.ts';

/** A cue with everything about it worked out, as `acervo captions parse --json` prints it. */
export interface ReportedCue {
  id: string;
  startMs: number;
  endMs: number;
  text: string;
  plain: string;
  speakers: string[];
  settings: CueSettings;
}

export interface CaptionReport {
  file: string;
  format: CaptionFile['format'];
  ok: boolean;
  cues: Iterable<ReportedCue>;
  problems: readonly Problem[];
}

function* reportedCues(file: CaptionFile): Generator<ReportedCue> {
  const regions = regionIds(file.regions);
  for (const cue of file.cues) {
    const { id, startMs, endMs, text } = cue;
    yield {
      id,
      startMs,
      endMs,
      text,
      plain: plainText(text, file.format),
      speakers: speakersOf(cue, file.format),
      settings: settingsOf(cue, regions)
    };
  }
}

/** What a reader found, cue by cue: half a million of them need no list. */
export function reportCaptions(name: string, file: CaptionFile): CaptionReport {
  return { file: name, format: file.format, ok: file.ok, cues: reportedCues(file), problems: file.problems };
}
