import { vttPlainText, vttSpeakers } from '#lib/domain/captions/cue-text.ts';
import { parseSettings } from '#lib/domain/captions/settings.ts';
import { sbvPlainText, srtPlainText, txtPlainText } from '#lib/domain/captions/srt-text.ts';
import type { CaptionFormat, Cue, CueSettings, Region } from '#lib/domain/captions/types.ts';

const plainOf: Record<CaptionFormat, (text: string) => string> = {
  vtt: vttPlainText,
  srt: srtPlainText,
  sbv: sbvPlainText,
  txt: txtPlainText
};

/** What a viewer reads of a text in the markup of this format: no tags, references decoded, lines kept. */
export const plainText = (text: string, format: CaptionFormat): string => plainOf[format](text);

/** Distinct names that the `<v>` tags of a WebVTT cue give. Other formats name speakers by custom only: see mapSpeakers(). */
export const speakersOf = (cue: Pick<Cue, 'text'>, format: CaptionFormat): string[] =>
  format === 'vtt' ? vttSpeakers(cue.text) : [];

/** What settingsOf() asks for: made once a file, since a file may define any number of regions. */
export const regionIds = (regions: readonly Region[]): ReadonlySet<string> => new Set(regions.map(({ id }) => id));

/** The nine settings of a cue, with the defaults of the specification. */
export const settingsOf = (cue: Pick<Cue, 'settings'>, regions?: ReadonlySet<string>): CueSettings =>
  parseSettings(cue.settings, regions);
