/** Positions that are chosen. */
export type Positions = ReadonlySet<number>;

export const noPositions: Positions = new Set();
export const only = (at: number): Positions => new Set([at]);

/** The same with a stretch put in or taken out; the borders may come in either order. */
export function withStretch(positions: Positions, one: number, other: number, isIn: boolean): Positions {
  const next = new Set(positions);
  for (let at = Math.min(one, other); at <= Math.max(one, other); at++) {
    if (isIn) next.add(at);
    else next.delete(at);
  }
  return next;
}
