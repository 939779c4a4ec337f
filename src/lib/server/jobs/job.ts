import * as v from 'valibot';
import type { Ctx } from '#lib/server/context.ts';

/** What the work of a job is given. */
export interface JobRun<P> {
  /** Asked for by nobody in particular: its viewer is the operator `job KIND`. */
  readonly ctx: Ctx;
  readonly payload: P;
  /** 1 for the first */
  readonly attempt: number;
  /** Aborted when somebody cancels the job, the server stops or the lease is lost. Work must end soon after. */
  readonly signal: AbortSignal;
  /** What a person who waits is shown; written at most once a second. Rejects when the work must end. */
  readonly progress: (done: number, total?: number | null, text?: string) => Promise<void>;
  /** A line for the organizer who asks why it failed; the last ones are kept. */
  readonly note: (line: string) => void;
}

/** A kind of slow work. It may run twice (a worker can die after the work and before saying so): make it idempotent. */
export interface JobKind<P> {
  readonly name: string;
  readonly payload: v.GenericSchema<unknown, P>;
  /** 5 when it is not said */
  readonly maxAttempts?: number;
  readonly work: (run: JobRun<P>) => Promise<void>;
}

/** A kind whose payload is checked on the way: what runners are given. */
export interface AnyJobKind {
  readonly name: string;
  /** Throws a valibot error when the payload is not of the kind. */
  readonly work: (run: JobRun<unknown>) => Promise<void>;
}

/** Hides the type of the payload behind its schema, so that kinds can stand in one list. */
export const checked = <P>({ name, payload, work }: JobKind<P>): AnyJobKind => ({
  name,
  work: (run) => work({ ...run, payload: v.parse(payload, run.payload) })
});
