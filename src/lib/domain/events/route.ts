/** Where the lines of a route turn, in units of the drawing, which is 112 wide. */
const [start, turn, straight, end] = [4, 56, 76, 108];
const corner = 36;
const joint = 22;

/**
 * The lines of a tour whose stops, one below the other at equal distance, all lead to one event in the middle:
 * an SVG path. Each runs right, turns towards the middle and joins the others there.
 *
 * @param step height of one stop
 */
export function joinedLines(stops: number, step: number): string {
  const middle = (stops * step) / 2;
  const lines = Array.from({ length: stops }, (_, index) => {
    const y = (index + 0.5) * step;
    const side = Math.sign(middle - y);
    if (side === 0) return `M${start} ${y}H${end}`;
    const bend = Math.min(corner, Math.abs(middle - y) / 2);
    const meet = Math.min(joint, Math.abs(middle - y) / 2);
    return `M${start} ${y}H${turn - 16}Q${turn} ${y} ${turn} ${y + side * bend}V${middle - side * meet}Q${turn} ${middle} ${straight} ${middle}H${end}`;
  });
  return lines.join('');
}
