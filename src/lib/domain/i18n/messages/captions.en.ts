import { formatNumber } from '#lib/domain/i18n/plural.ts';
import type { ProblemCode, ProblemData } from '#lib/domain/captions/types.ts';
import { clockMs } from '#lib/domain/captions/clock.ts';

const seconds = (ms: string | number | undefined) => formatNumber('en', Number(ms ?? 0) / 1000);
const time = (ms: string | number | undefined) => clockMs(Number(ms ?? 0));
const quoted = (text: string | number | undefined) => `“${text ?? ''}”`;
const formats: Partial<Record<string, string>> = { vtt: 'WebVTT', srt: 'SRT', sbv: 'SBV', txt: 'a plain transcript' };
const format = (name: string | number | undefined) => formats[String(name)] ?? 'captions';

/** What a caption reader has to say, and what can be done about it. */
export const captions = {
  problems: {
    'not-captions': (d) => `No timing line was found: this is not ${format(d.format)}.`,
    'no-signature': (d) =>
      d.found
        ? `The file does not begin with WEBVTT; it was read as ${format(d.found)}.`
        : 'The file does not begin with WEBVTT, so it is not WebVTT.',
    'wrong-extension': (d) => `The name says ${format(d.expected)}, the content is ${format(d.found)}: it was read so.`,
    'no-cues': () => 'The file holds no cue.',
    'invalid-utf8': () => 'Some bytes are not UTF-8; they were replaced by �. Save the file again as UTF-8.',
    'not-utf8': (d) => `WebVTT must be UTF-8; this file was read as ${d.encoding}. Save it again as UTF-8.`,
    'encoding-guessed': (d) => `The file is not UTF-8; it was read as ${d.encoding}. Check the accents.`,
    'nul-replaced': () => 'The file holds NUL characters; they were replaced by �.',
    'bad-timing': (d) => `This is not a valid timing line: ${quoted(d.text)}. No cue was made of it.`,
    'block-ignored': (d) => `This block has no timing line and is not shown: ${quoted(d.text)}.`,
    'late-style': () => 'A STYLE block after the first cue has no effect. Move it to the top.',
    'late-region': () => 'A REGION block after the first cue has no effect. Move it to the top.',
    'text-before-first-cue': (d) => `Text before the first timing line is not shown: ${quoted(d.text)}.`,
    'lone-index': (d) => `The file ends with the number ${d.text} without a cue. It may have been cut off.`,
    'negative-time': () => 'A time below zero was set to zero.',
    'time-too-large': () => 'A time is too large and was set to the largest possible.',
    'bad-setting': (d) => `The cue setting ${quoted(d.setting)} is not valid and has no effect.`,
    'unknown-region': (d) => `${quoted(d.setting)}: no region of that name stands before the cue.`,
    reversed: (d) => `The cue ends (${time(d.endMs)}) before it begins (${time(d.startMs)}). It is never shown.`,
    'no-duration': (d) => `The cue ends when it begins (${time(d.startMs)}). It is never shown.`,
    'out-of-order': (d) => `The cue begins (${time(d.startMs)}) before the one in front of it.`,
    overlap: (d) => `The cue begins ${seconds(d.byMs)} s before an earlier one ends.`,
    'empty-cue': () => 'The cue has no text.',
    'unknown-tag': (d) => `WebVTT does not know the tag ${quoted(d.tag)}; players hide it. Write &lt; for a plain <.`,
    'unclosed-tag': (d) => `A tag is not closed with >: ${quoted(d.tag)}. Players hide the rest of the cue.`,
    'no-times': () => 'The transcript states no times: it can be read, not played along.',
    'end-estimated': (d) => `The transcript does not say when the last words end; ${time(d.endMs)} was assumed.`
  } satisfies Record<ProblemCode, (data: ProblemData) => string>
};
export type CaptionMessages = { problems: Record<ProblemCode, (data: ProblemData) => string> };
