/** One size in which a picture is offered. */
export interface Rung {
  /** What people know it by: the shorter side. */
  name: string;
  width: number;
  height: number;
  framesPerSecond: number;
  /** Bits a second at most, in thousands. */
  mostKilobits: number;
}

interface Picture {
  width: number;
  height: number;
  framesPerSecond: number | null;
}

/** Shorter side, and what speech and slides at that size need at most. */
const sizes: readonly (readonly [side: number, kilobits: number])[] = [
  [240, 300],
  [360, 700],
  [480, 1200],
  [720, 2500],
  [1080, 4500],
  [1440, 8000],
  [2160, 14_000]
];

const even = (value: number) => Math.max(2, 2 * Math.round(value / 2));

/** From 240p up to what came in, never above it. What came in is one of them when it lies clearly between two. */
export function rungsFor({ width, height, framesPerSecond }: Picture): Rung[] {
  const side = Math.min(width, height);
  const fitting = sizes.filter(([each]) => each <= side);
  const top = fitting.at(-1);
  const above = sizes.find(([each]) => each > side);
  const isBetween = !top || (side > top[0] * 1.15 && above !== undefined);
  const wanted = isBetween ? [...fitting, [side, above?.[1] ?? 14_000] as const] : fitting;
  return wanted.map(([each, mostKilobits]) => {
    const scale = each / side;
    const most = each <= 480 ? 30 : 60;
    return {
      name: `${String(each)}p`,
      width: even(width * scale),
      height: even(height * scale),
      framesPerSecond: Math.min(framesPerSecond ?? 30, most),
      mostKilobits
    };
  });
}

/** The size for those who want one file: the largest of at most 480 lines. */
export const moderateRung = (rungs: readonly Rung[]): Rung | null =>
  [...rungs].reverse().find(({ width, height }) => Math.min(width, height) <= 480) ?? rungs[0] ?? null;
