import type { ProblemLog } from '#lib/domain/captions/problem-log.ts';
import type { TimingCursor } from '#lib/domain/captions/timing.ts';

/** What the cues so far look like in time. */
export interface TimeLine {
  lastStartMs: number;
  lastEndMs: number;
}

export const timeLine = (): TimeLine => ({ lastStartMs: 0, lastEndMs: 0 });

/** Reports what is odd about a cue's times: it is kept as it is. `at` is the offset of its timing line. */
export function checkTimes(log: ProblemLog, line: TimeLine, cursor: TimingCursor, at: number): void {
  const { startMs, endMs } = cursor;
  if (cursor.negative) log.add('negative-time', at);
  if (cursor.tooLarge) log.add('time-too-large', at);
  if (endMs < startMs) log.add('reversed', at, { startMs, endMs });
  else if (endMs === startMs) log.add('no-duration', at, { startMs });
  if (startMs < line.lastStartMs) {
    log.add('out-of-order', at, { startMs, previousMs: line.lastStartMs });
    line.lastEndMs = endMs; // the times may start again here: one report, not one for every cue that follows
  } else if (startMs < line.lastEndMs) log.add('overlap', at, { byMs: line.lastEndMs - startMs });
  line.lastStartMs = startMs;
  if (endMs > line.lastEndMs) line.lastEndMs = endMs;
}
