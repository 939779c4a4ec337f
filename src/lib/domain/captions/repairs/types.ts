import type { SpokenCue } from '#lib/domain/captions/types.ts';

/** Safe repairs: none takes a word away that a viewer would miss. In the order in which they are done. */
export const repairCodes = ['mojibake', 'bidi', 'order', 'reversed', 'rolling', 'overlap', 'lines', 'empty'] as const;
export type RepairCode = (typeof repairCodes)[number];

/** What a repair does to one cue. `before` is the cue as the repair finds it. */
export interface Change {
  /** Position of the cue in the track that was uploaded: `mojibake:12` names the change for good. */
  origin: number;
  before: SpokenCue;
  /** Null: the cue goes, its words stand in another one. */
  after: SpokenCue | null;
}

export interface Repair {
  code: RepairCode;
  changes: Change[];
}

/** A cue and where it stood at first. */
export interface Placed {
  origin: number;
  cue: SpokenCue;
}
