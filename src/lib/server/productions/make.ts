import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { productionSteps, type ProductionStep } from '#lib/domain/media/types.ts';
import { omissionsOf, type PublishHook } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { productions } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { findFfmpeg } from '#lib/server/ffmpeg/index.ts';
import { recordFiles } from '#lib/server/files/index.ts';
import type { JobKind, JobRun } from '#lib/server/jobs/job.ts';
import { pathOf } from '#lib/server/media/index.ts';
import { foundOf, ProbedOutput, type Making } from '#lib/server/productions/making.ts';
import { exists, workshopOf } from '#lib/server/productions/place.ts';
import { publishIn } from '#lib/server/productions/publish.ts';
import { finish, Finished } from '#lib/server/productions/steps/finish.ts';
import { makePeaks } from '#lib/server/productions/steps/peaks.ts';
import { makePosters, makeStoryboard } from '#lib/server/productions/steps/pictures.ts';
import { makeSounds } from '#lib/server/productions/steps/sounds.ts';
import { hashSources, probeSources } from '#lib/server/productions/steps/sources.ts';
import { transcode } from '#lib/server/productions/steps/transcode.ts';
import { markDone, productionById, stepOf, type Production } from '#lib/server/productions/store.ts';

export interface MakeOptions {
  signal: AbortSignal;
  note: (line: string) => void;
  /** Told the step and how much of the whole is done, 0…1. */
  progress: (step: ProductionStep, share: number) => void;
  hooks: readonly PublishHook[];
  /** Of tests: called when a step has been worked on, before it is written down. */
  afterStep?: (step: ProductionStep) => void;
}

/** How much of the time each step takes, about. */
const weights: Record<ProductionStep, number> = {
  hashed: 0.03,
  probed: 0.01,
  transcoded: 0.7,
  sounds: 0.15,
  poster: 0.02,
  storyboard: 0.03,
  peaks: 0.03,
  finished: 0.03
};

const before = (step: ProductionStep) =>
  productionSteps.slice(0, productionSteps.indexOf(step)).reduce((sum, each) => sum + weights[each], 0);

const PosterOutput = v.object({ chosen: v.nullable(v.string()) });

async function makingOf(ctx: Ctx, production: Production, options: MakeOptions): Promise<Making> {
  const probed = await stepOf(ctx, production.id, 'probed');
  return {
    ctx,
    production,
    folder: workshopOf(ctx, production.id),
    found: foundOf(production, probed?.output),
    omissions: await omissionsOf(ctx, production.recordingId),
    signal: options.signal,
    note: options.note,
    progress: () => undefined
  };
}

async function work(ctx: Ctx, production: Production, step: ProductionStep, options: MakeOptions): Promise<unknown> {
  const { signal } = options;
  if (step === 'hashed') return hashSources(ctx, production, signal);
  if (step === 'probed') return v.parse(ProbedOutput, await probeSources(ctx, production, signal));
  const making = await makingOf(ctx, production, options);
  making.progress = (share) => options.progress(step, before(step) + weights[step] * share);
  switch (step) {
    case 'transcoded':
      return transcode(making);
    case 'sounds':
      return makeSounds(making);
    case 'poster':
      return makePosters(making);
    case 'storyboard':
      return makeStoryboard(making);
    case 'peaks':
      return makePeaks(making);
    case 'finished': {
      const poster = v.parse(PosterOutput, (await stepOf(ctx, production.id, 'poster'))?.output);
      return finish(making, poster.chosen);
    }
  }
}

/** The files get their rows, for organizers only, in the transaction that says the production is ready, and published if asked. */
async function setReady(ctx: Ctx, production: Production, options: MakeOptions): Promise<void> {
  const [finished, probed] = await Promise.all([
    stepOf(ctx, production.id, 'finished'),
    stepOf(ctx, production.id, 'probed')
  ]);
  const { files } = v.parse(Finished, finished?.output);
  const { durationMs } = v.parse(ProbedOutput, probed?.output);
  const stored = files.map((file) => ({
    ...file,
    path: pathOf(ctx, file.key),
    originalName: file.key.split('/').at(-1) ?? '',
    audience: 'organizers' as const
  }));
  await inTransaction(ctx, async (tx) => {
    const now = await productionById(tx, production.id);
    if (now?.state !== 'working') return; // given up meanwhile
    await recordFiles(tx, stored);
    await tx.write.update(productions).set({ state: 'ready', durationMs }).where(eq(productions.id, production.id));
    if (production.options.publishWhenReady) await publishIn(tx, production.id, options.hooks);
  });
}

/** Where the work was lost with the disk it lay on, it is begun again: a row that says "done" needs the files. */
async function isStillThere(ctx: Ctx, production: Production): Promise<boolean> {
  const places = [workshopOf(ctx, production.id), pathOf(ctx, `productions/${production.id}`)];
  return (await exists(places[0] ?? '')) || (await exists(places[1] ?? ''));
}

/** Makes a production, from the first step that is not done yet. Each step may be worked on twice and is done once. */
export async function makeProduction(ctx: Ctx, id: string, options: MakeOptions): Promise<void> {
  const production = await productionById(ctx, id);
  if (!production || production.state !== 'working') return;
  if (!(await findFfmpeg())) throw new DomainError('busy', 'ffmpeg.missing', { waits: true });
  for (const step of productionSteps) {
    options.signal.throwIfAborted();
    if (await stepOf(ctx, id, step)) continue;
    options.progress(step, before(step));
    const startedAt = ctx.now();
    const output = await work(ctx, production, step, options);
    options.afterStep?.(step);
    await markDone(ctx, id, step, output, startedAt);
  }
  if (!(await isStillThere(ctx, production))) throw new DomainError('missing', 'production.lost');
  await setReady(ctx, production, options);
}

/** `hooks` are told in the transaction of a publication; whoever lists the kinds hands the search index's in. */
export const produceKind = (hooks: readonly PublishHook[]): JobKind<{ productionId: string }> => ({
  name: 'media-produce',
  payload: v.object({ productionId: v.string() }),
  work: (run) => produce(run, hooks)
});

async function produce(run: JobRun<{ productionId: string }>, hooks: readonly PublishHook[]): Promise<void> {
  const { ctx, payload, signal, note } = run;
  let failure: unknown = null;
  // what is told may be written later; what it says when it cannot is that the work must end, which the signal says as well
  const progress = (step: ProductionStep, share: number) =>
    void run.progress(Math.round(share * 1000), 1000, step).catch((problem: unknown) => (failure = problem));
  try {
    await makeProduction(ctx, payload.productionId, { signal, note, progress, hooks });
  } catch (problem) {
    if (problem instanceof Error) note(problem.message);
    throw failure ?? problem;
  }
}
