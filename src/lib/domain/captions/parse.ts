import { decodeCaptions, type Decoded } from '#lib/domain/captions/decode.ts';
import { readLoose } from '#lib/domain/captions/loose.ts';
import { ProblemLog } from '#lib/domain/captions/problem-log.ts';
import { looseTimings, skipBlanks, timingCursor } from '#lib/domain/captions/timing.ts';
import { readTxt } from '#lib/domain/captions/txt.ts';
import { captionFormats, type CaptionFile, type CaptionFormat, type Layout } from '#lib/domain/captions/types.ts';
import { hasVttSignature, readVtt } from '#lib/domain/captions/vtt.ts';

export interface CaptionHint {
  format?: CaptionFormat;
  /** Only its ending is looked at. */
  filename?: string;
}

const isFormat = (value: string): value is CaptionFormat => captionFormats.some((format) => format === value);

function hintedFormat(hint: CaptionHint): CaptionFormat | null {
  if (hint.format) return hint.format;
  const ending = /\.([a-z]+)$/i.exec(hint.filename ?? '')?.[1]?.toLowerCase() ?? '';
  return isFormat(ending) ? ending : ending === 'webvtt' ? 'vtt' : null;
}

/** "WEBVTT" after any UTF-8 byte order mark: these bytes are WebVTT and thus UTF-8. */
function startsAsVtt(bytes: Uint8Array): boolean {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return [...'WEBVTT'].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));
}

/** The first line that is a timing line of SRT or SBV tells which. */
function sniffLoose(text: string): 'srt' | 'sbv' | null {
  const cursor = timingCursor();
  for (let start = 0; start < text.length;) {
    let from = skipBlanks(text, start);
    while (text.charCodeAt(from) === 0xfeff) from = skipBlanks(text, from + 1);
    if (looseTimings(text, from, cursor, false)) return 'srt';
    if (looseTimings(text, from, cursor, true)) return 'sbv';
    const end = text.indexOf('\n', start);
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

/** What the file is, by its content first; its name only decides where the content does not. */
function formatOf(text: string, hinted: CaptionFormat | null): CaptionFormat {
  if (hasVttSignature(text)) return 'vtt';
  if (hinted === 'txt') return 'txt';
  return sniffLoose(text) ?? hinted ?? 'txt';
}

function reportEncoding(log: ProblemLog, decoded: Decoded, format: CaptionFormat): void {
  const { certainty, encoding, text } = decoded;
  if (certainty === 'repaired') log.add('invalid-utf8', Math.max(0, text.indexOf('\ufffd')));
  else if (format === 'vtt' && encoding !== 'utf-8') log.add('not-utf8', 0, { encoding });
  else if (certainty === 'guessed') log.add('encoding-guessed', 0, { encoding });
}

/** Line ends at the end of a text, three at most: more are not worth keeping. */
function lastLineEnds(text: string): number {
  let count = 0;
  while (count < 3 && text.charCodeAt(text.length - 1 - count) === 10) count++;
  return count;
}

const emptyLayout = (decoded: Decoded): Layout => ({
  lastLineEnds: lastLineEnds(decoded.text),
  bom: decoded.bom,
  lineEnd: decoded.lineEnd,
  shortTimes: false,
  header: '',
  blocks: []
});

type Content = Pick<CaptionFile, 'ok' | 'cues' | 'regions' | 'timed'> & { layout: Partial<Layout> };

function readContent(format: CaptionFormat, text: string, log: ProblemLog): Content {
  if (format === 'txt') {
    const { cues, timed } = readTxt(text, log);
    return { ok: true, cues, regions: [], timed, layout: {} };
  }
  if (format !== 'vtt') {
    const cues = readLoose(text, log, format === 'sbv');
    if (cues.length === 0) log.add('not-captions', 0, { format });
    return { ok: cues.length > 0, cues, regions: [], timed: true, layout: {} };
  }
  if (!hasVttSignature(text)) {
    log.add('no-signature', 0);
    return { ok: false, cues: [], regions: [], timed: true, layout: {} };
  }
  const { cues, regions, ...layout } = readVtt(text, log);
  return { ok: true, cues, regions, timed: true, layout };
}

/**
 * Reads a caption file. Never throws, whatever the bytes are; what is odd is in `problems`, in the order of the file. Linear.
 * WebVTT follows the W3C algorithm; a file whose content is another format than its name says is read as what it is.
 */
export function parseCaptions(bytes: Uint8Array, hint: CaptionHint = {}): CaptionFile {
  const hinted = hintedFormat(hint);
  const decoded = decodeCaptions(bytes, startsAsVtt(bytes));
  const format = formatOf(decoded.text, hinted);
  const log = new ProblemLog();
  let text = decoded.text;
  if (format === 'vtt' && decoded.hasNul) {
    log.add('nul-replaced', text.indexOf('\0'));
    text = text.replaceAll('\0', '\ufffd');
  }
  reportEncoding(log, decoded, format);
  if (hinted && hinted !== format) {
    log.add(hinted === 'vtt' ? 'no-signature' : 'wrong-extension', 0, { expected: hinted, found: format });
  }
  const { ok, cues, regions, timed, layout } = readContent(format, text, log);
  if (ok && cues.length === 0) log.add('no-cues', 0);
  return {
    format,
    ok,
    encoding: decoded.encoding,
    cues,
    problems: log.toProblems(text),
    regions,
    layout: { ...emptyLayout(decoded), ...layout },
    timed
  };
}
