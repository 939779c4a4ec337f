import { clockMs, shortClockMs } from '#lib/domain/captions/clock.ts';
import { toFormat } from '#lib/domain/captions/markup.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import { labelledText, ownLabels, spokenParts, withLabels } from '#lib/domain/captions/speakers.ts';
import { looseTimings, skipBlanks, timingCursor } from '#lib/domain/captions/timing.ts';
import { toTurns } from '#lib/domain/captions/turns.ts';
import type { CaptionFile, Cue, LabelOf, SpokenCue, SpokenTrack } from '#lib/domain/captions/types.ts';

/** Cues in the markup of their own format: a file as read, or a track whose labels are written in. */
export type WritableCaptions = Pick<CaptionFile, 'format' | 'cues' | 'layout'>;

/** Line ends and byte order mark as the file had them. */
function finish(written: string, { bom, lineEnd, lastLineEnds = 1 }: CaptionFile['layout']): string {
  let end = written.length;
  while (written.charCodeAt(end - 1) === 10) end--;
  const text = written.slice(0, end) + '\n'.repeat(lastLineEnds);
  return (bom ? '\ufeff' : '') + (lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd));
}

/** What would end a WebVTT cue early is written so that a viewer sees the same. */
function vttBody(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n').map((line) => (line === '' ? ' ' : line));
  return `${lines.join('\n').replaceAll('-->', '--&gt;')}\n`;
}

const vttId = (id: string) => (id === '' ? '' : `${id.replace(/[\r\n]+/g, ' ').replaceAll('-->', '->')}\n`);

/** Writes WebVTT with header, comments, styles and regions where they were. */
export function writeVttFile({ cues, layout }: WritableCaptions): string {
  const clock = layout.shortTimes ? shortClockMs : (ms: number) => clockMs(ms);
  const parts = [`WEBVTT${layout.header}\n`];
  let block = 0;
  const putBlocks = (before: number) => {
    for (let next = layout.blocks[block]; next && next.beforeCue <= before; next = layout.blocks[++block]) {
      parts.push(`${next.text}\n`);
    }
  };
  cues.forEach((cue, index) => {
    putBlocks(index);
    const settings = cue.settings === '' ? '' : ` ${cue.settings}`;
    parts.push(`${vttId(cue.id)}${clock(cue.startMs)} --> ${clock(cue.endMs)}${settings}\n${vttBody(cue.text)}`);
  });
  putBlocks(Infinity);
  return finish(parts.join('\n'), layout);
}

/** True for a line that an SRT reader would take for a timing line. */
const looksLikeTiming = (line: string) => looseTimings(line, skipBlanks(line, 0), timingCursor(), false);

/** What an SRT reader would take for a timing line or drop as an empty line is written so that it is not. */
function srtBody(text: string): string {
  const lines = text.split('\n').map((line) => (looksLikeTiming(line) ? line.replace('>', '&gt;') : line));
  const body = lines.join('\n').replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');
  return body === '' ? '' : `${body}\n`;
}

/** Digits after a blank line at the very end would be read as the index of a cue that is missing. */
const endsLikeIndex = (text: string) => /\n[ \t]*\n[ \t]*\d[\d.]*[ \t]*$/.test(text);

/** Writes SRT with the indices that the cues have. */
export function writeSrtFile({ cues, layout }: WritableCaptions): string {
  const parts = cues.map(({ id, startMs, endMs, text, settings }) => {
    const index = /^\d[\d.]*$/.test(id) ? `${id}\n` : '';
    const rest = settings === '' ? '' : ` ${settings}`;
    return `${index}${clockMs(startMs, ',')} --> ${clockMs(endMs, ',')}${rest}\n${srtBody(text)}`;
  });
  const last = cues.at(-1);
  if (last && endsLikeIndex(last.text)) parts.push(`${cues.length + 1}\n`); // it is what the reader drops
  return finish(parts.join('\n'), layout);
}

/** A track as WebVTT, with the names that may be shown now. */
export function writeVtt(track: SpokenTrack, labelOf: LabelOf = ownLabels(track)): string {
  const vtt = toFormat(track, 'vtt');
  return writeVttFile({ ...vtt, cues: withLabels(vtt, labelOf) });
}

/** A track as SRT, with the names that may be shown now. */
export function writeSrt(track: SpokenTrack, labelOf: LabelOf = ownLabels(track)): string {
  const srt = toFormat(track, 'srt');
  return writeSrtFile({ ...srt, cues: withLabels(srt, labelOf) });
}

const isTimed = (cues: readonly Cue[]) => cues.some(({ startMs, endMs }) => startMs > 0 || endMs > 0);

/** [00:01:02], with milliseconds only where there are some. */
const timeMark = (ms: number) => `[${ms % 1000 === 0 ? clockMs(ms).slice(0, -4) : clockMs(ms)}]`;

/** A transcript that was read paragraph by paragraph goes out so. */
function writeParagraphs(track: SpokenTrack, labelOf: LabelOf): string {
  const timed = isTimed(track.cues);
  return track.cues
    .map((cue) => `${timed ? `${timeMark(cue.startMs)} ` : ''}${labelledText(cue, 'txt', labelOf)}`.trimEnd() + '\n')
    .join('\n');
}

/** The words of a turn on one line; another person's words inside a cue begin a line of their own. */
function turnLines(cues: readonly SpokenCue[], format: SpokenTrack['format'], labelOf: LabelOf): string[] {
  const lines: { speaker: string | null; text: string }[] = [];
  for (const part of cues.flatMap(spokenParts)) {
    const words = plainText(part.text, format).replace(/\s+/g, ' ').trim();
    const last = lines.at(-1);
    if (words === '') continue;
    if (last && last.speaker === part.speaker) last.text += ` ${words}`;
    else lines.push({ speaker: part.speaker, text: words });
  }
  return lines.map(({ speaker, text }) => {
    const label = speaker === null ? null : labelOf(speaker);
    return label === null ? text : `${label}: ${text}`;
  });
}

/**
 * A track as a transcript to read: speaker turns with their times. `pauseMs`: a longer silence parts a turn.
 * A transcript that came in as text goes out with the paragraphs that it had.
 */
export function writeTxt(track: SpokenTrack, labelOf: LabelOf = ownLabels(track), { pauseMs = 4000 } = {}): string {
  if (track.format === 'txt') return finish(writeParagraphs(track, labelOf), track.layout);
  const turns = toTurns(track.cues, { pauseMs });
  const paragraphs = turns.map((turn) => {
    const lines = turnLines(turn.cues, track.format, labelOf);
    return lines.length === 0 ? '' : `${timeMark(turn.startMs)} ${lines.join('\n')}\n`;
  });
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n');
}
