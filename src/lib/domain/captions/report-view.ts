import type { CheckCode } from '#lib/domain/captions/checks/types.ts';
import type { RepairCode } from '#lib/domain/captions/repairs/types.ts';

/** A report as pages show it: words are made on the server. */
export interface FindingGroup {
  code: CheckCode;
  title: string;
  count: number;
  /** The first ones. */
  items: { cue: number | null; startMs: number | null; text: string }[];
}

export interface ReportProblem {
  line: number;
  text: string;
}

export interface CueView {
  startMs: number;
  endMs: number;
  text: string;
}

export interface RepairView {
  code: RepairCode;
  title: string;
  text: string;
  count: number;
  changes: { name: string; before: CueView; after: CueView | null }[];
}
