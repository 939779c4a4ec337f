import { renewReading, type PublishHook } from '#lib/server/captions/index.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { applyObject, planObject, type Outcome } from '#lib/server/import/apply.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import type { Mapping } from '#lib/server/import/objects/context.ts';
import { recordingObject } from '#lib/server/import/objects/recordings.ts';
import type { ReadRecording } from '#lib/server/import/recordings/read.ts';
import { retireStandIns } from '#lib/server/productions/index.ts';
import { planCaptions, writeCaptions, type CaptionOptions } from '#lib/server/import/recordings/write-captions.ts';

export { MediaReader } from '#lib/server/import/recordings/read-media.ts';
export { knownSpeakers, readRecording, type ReadRecording } from '#lib/server/import/recordings/read.ts';

/** The recording itself; what hangs on it is renewed in its own transaction. */
function objectOf(mapping: Mapping, read: ReadRecording, hooks: readonly PublishHook[]): ImportObject {
  const object = recordingObject(mapping, read.collected, read.files);
  const changed = async (tx: Tx, fields: readonly string[]) => {
    const retired = await retireStandIns(tx, object.id);
    // role, language and being held decide which track is read
    if (retired || fields.some((field) => field.startsWith('textTracks.'))) await renewReading(tx, object.id, hooks);
    else for (const hook of hooks) await hook(tx, object.id);
  };
  return { ...object, changed };
}

export interface RecordingOptions extends CaptionOptions {
  dryRun: boolean;
}

/** One recording with its media and captions; every step is a transaction of its own, and can be the last before a crash. */
export async function importRecording(
  ctx: Ctx,
  mapping: Mapping,
  read: ReadRecording,
  options: RecordingOptions
): Promise<Outcome> {
  const object = objectOf(mapping, read, options.hooks);
  const outcome = options.dryRun
    ? await planObject(ctx, object, options.winner)
    : await applyObject(ctx, object, options.winner);
  const captions = options.dryRun ? await planCaptions(ctx, read, options) : await writeCaptions(ctx, read, options);
  const fields = [...outcome.fields, ...captions.written.map((trackId) => `captions.${trackId}`)];
  const did =
    outcome.did === 'nothing' && captions.written.length + captions.published.length > 0 ? 'changed' : outcome.did;
  return { ...outcome, did, fields, conflicts: [...outcome.conflicts, ...captions.conflicts] };
}
