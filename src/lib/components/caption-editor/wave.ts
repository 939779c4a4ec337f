import type { OtherCue } from '#lib/components/caption-editor/data.ts';
import type { Cues } from '#lib/domain/captions/edit/edits.ts';
import type { Peaks } from '#lib/domain/media/peaks.ts';
import { plainText } from '#lib/domain/captions/plain.ts';

/** What is drawn: a stretch of media time over the width of the picture. */
export interface WaveView {
  fromMs: number;
  msPerPixel: number;
  width: number;
  height: number;
  timeMs: number;
  peaks: Peaks | null;
  perSecond: number;
  cues: Cues;
  open: number;
  own: 'solid' | 'dashed' | 'dotted';
  others: readonly OtherCue[];
  theirs: 'solid' | 'dashed' | 'dotted';
  font: string;
}

const waveHeight = 50;
/** Rows of blocks: the original's above. */
export const ownTop = 84;
const otherTop = 56;
const blockHeight = 25;
const dashes = { solid: [], dashed: [7, 4], dotted: [2, 3] };
const colors = {
  ground: '#14141c',
  played: '#e5ac2e',
  sound: '#8f8d9a',
  block: '#2f3c84',
  dark: '#1c1c26',
  open: '#3d3410',
  edge: '#efece4',
  overlap: '#f08ba0',
  text: '#fff'
};

/** The first cue that ends after a time; cues are in order. */
function firstAfter(cues: readonly { startMs: number; endMs: number }[], ms: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startMs ?? 0) < ms - 60_000) low = middle + 1;
    else high = middle;
  }
  while (low < cues.length && (cues[low]?.endMs ?? 0) < ms) low++;
  return low;
}

function drawSound(paint: CanvasRenderingContext2D, view: WaveView): void {
  const { peaks, fromMs, msPerPixel, width, timeMs, perSecond } = view;
  if (!peaks) return;
  const middle = waveHeight / 2 + 2;
  for (let x = 0; x < width; x += 3) {
    const ms = fromMs + x * msPerPixel;
    const first = Math.floor((ms * perSecond) / 1000);
    const last = Math.max(first + 1, Math.floor(((ms + 3 * msPerPixel) * perSecond) / 1000));
    let low = 0;
    let high = 0;
    for (let at = Math.max(0, first); at < Math.min(last, peaks.count); at++) {
      low = Math.min(low, peaks.min(at));
      high = Math.max(high, peaks.max(at));
    }
    paint.fillStyle = ms <= timeMs ? colors.played : colors.sound;
    const upper = (high / 127) * (waveHeight / 2);
    const lower = (-low / 127) * (waveHeight / 2);
    paint.fillRect(x, middle - Math.max(0.5, upper), 2, Math.max(1, upper + lower));
  }
}

interface Block {
  startMs: number;
  endMs: number;
  text: string;
}

function drawBlock(
  paint: CanvasRenderingContext2D,
  view: WaveView,
  cue: Block,
  top: number,
  line: WaveView['own'],
  isOpen: boolean
): void {
  const x = (cue.startMs - view.fromMs) / view.msPerPixel;
  const wide = Math.max(2, (cue.endMs - cue.startMs) / view.msPerPixel);
  paint.fillStyle = isOpen ? colors.open : line === 'solid' ? colors.block : colors.dark;
  paint.fillRect(x, top, wide, blockHeight);
  paint.strokeStyle = isOpen ? colors.played : colors.edge;
  paint.lineWidth = isOpen ? 3 : 1.5;
  paint.setLineDash(isOpen ? [] : dashes[line]);
  paint.strokeRect(x, top, wide, blockHeight);
  paint.setLineDash([]);
  if (wide < 30) return;
  paint.save();
  paint.beginPath();
  paint.rect(x + 4, top, wide - 8, blockHeight);
  paint.clip();
  paint.fillStyle = colors.text;
  paint.fillText(plainText(cue.text, 'vtt').replaceAll('\n', ' '), Math.max(x, 0) + 8, top + 17);
  paint.restore();
}

function drawRow(
  paint: CanvasRenderingContext2D,
  view: WaveView,
  cues: readonly Block[],
  top: number,
  line: WaveView['own'],
  open: number
): void {
  const toMs = view.fromMs + view.width * view.msPerPixel;
  for (let at = firstAfter(cues, view.fromMs); at < cues.length; at++) {
    const cue = cues[at];
    if (!cue || cue.startMs > toMs) break;
    drawBlock(paint, view, cue, top, line, at === open);
    const before = cues[at - 1];
    if (before && before.endMs > cue.startMs) {
      paint.fillStyle = colors.overlap;
      paint.fillRect(
        (cue.startMs - view.fromMs) / view.msPerPixel,
        top,
        Math.max(2, (before.endMs - cue.startMs) / view.msPerPixel),
        blockHeight
      );
    }
  }
  const chosen = cues[open];
  if (chosen) drawBlock(paint, view, chosen, top, line, true);
}

export function drawWave(paint: CanvasRenderingContext2D, view: WaveView): void {
  paint.fillStyle = colors.ground;
  paint.fillRect(0, 0, view.width, view.height);
  paint.font = `15px ${view.font}`;
  drawSound(paint, view);
  drawRow(paint, view, view.others, otherTop, view.theirs, -1);
  drawRow(paint, view, view.cues, ownTop, view.own, view.open);
  paint.fillStyle = '#fff';
  paint.fillRect((view.timeMs - view.fromMs) / view.msPerPixel - 1, 0, 2.5, view.height);
}

/** What of the open cue lies under a place: a border within reach, or its inside. */
export function grabbed(view: Pick<WaveView, 'fromMs' | 'msPerPixel'>, cue: Block, x: number): 'start' | 'end' | null {
  const start = (cue.startMs - view.fromMs) / view.msPerPixel;
  const end = (cue.endMs - view.fromMs) / view.msPerPixel;
  if (Math.abs(x - end) <= 8 && Math.abs(x - end) <= Math.abs(x - start)) return 'end';
  return Math.abs(x - start) <= 8 ? 'start' : null;
}
