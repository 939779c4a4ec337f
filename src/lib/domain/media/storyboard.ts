/** One still: where it stands on which sheet. */
export interface Still {
  startMs: number;
  endMs: number;
  /** Beside the WebVTT file. */
  sheet: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const cue =
  /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3}) --> (?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})[^\n]*\n([^\s#]+)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm;

const timeOf = (parts: (string | undefined)[]) => {
  const [hours = '0', minutes = '0', seconds = '0', thousandths = '0'] = parts;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
};

/** The WebVTT file of a storyboard. What cannot be read is left out. */
export const readStoryboard = (vtt: string): Still[] =>
  [...vtt.replaceAll('\r\n', '\n').matchAll(cue)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(10, 14).map(Number);
    return {
      startMs: timeOf(found.slice(1, 5)),
      endMs: timeOf(found.slice(5, 9)),
      sheet: found[9] ?? '',
      ...{ x, y, width, height }
    };
  });

/** The still for a moment; the last one for what comes after it. */
export const stillAt = (stills: readonly Still[], ms: number): Still | null =>
  stills.find(({ endMs }) => ms < endMs) ?? stills.at(-1) ?? null;
