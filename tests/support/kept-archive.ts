import { operator } from '#lib/domain/access/viewer.ts';
import { createContext, type Ctx } from '#lib/server/context.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { organizers, sessions } from '#lib/server/db/schema/index.ts';
import { watchDisk, type DiskStep } from '#lib/server/files/index.ts';
import { silentLog } from '#lib/server/log.ts';
import { dumpOf } from './import.ts';
import { insertEvent, insertPerson, insertRecording, testNow, type TestArchive } from './factories.ts';

/** What every copy must bring back: an event, a person, a recording with two files and captions; and a session, which none may. */
export async function fillArchive(archive: TestArchive): Promise<void> {
  await insertEvent(archive, { id: 'talk', title: { en: 'A talk', es: 'Una charla' } });
  await insertPerson(archive, { id: 'ana', name: 'Ana Ejemplo' }, ['event', 'talk']);
  await insertRecording(archive, {
    id: 'rec',
    slug: { en: 'recording', es: 'grabacion' },
    title: { en: 'Recording', es: 'Grabación' },
    more: { eventId: 'talk' },
    speakers: [{ id: 'ana', labels: { es: 'Ana' }, personId: 'ana' }],
    texts: [
      {
        id: 'captions-es',
        language: 'es',
        reading: true,
        cues: [{ startMs: 0, endMs: 900, text: 'Buenas tardes', speakerId: 'ana' }]
      }
    ],
    media: [
      { id: 'video', kind: 'video', file: 'aa/video.mp4', body: Buffer.alloc(300_000, 7), mimeType: 'video/mp4' },
      { id: 'audio', kind: 'audio', file: 'bb/audio.m4a', body: Buffer.alloc(90_000, 9), mimeType: 'audio/mp4' }
    ]
  });
  await archive.ctx.db.write(async (tx) => {
    await tx
      .insert(organizers)
      .values({ id: 'o1', email: 'o@example.org', name: 'O', role: 'admin', createdAt: testNow });
    await tx
      .insert(sessions)
      .values({ tokenHash: 'canary-of-a-session', userId: 'o1', createdAt: testNow, expiresAt: testNow + 1 });
  });
}

/** Tables that a copy leaves out, and those that tell of the copying itself. */
const besides = ['sessions', 'operations', 'fileChecks', 'archiveState'];
export const contentOf = (ctx: Ctx) => dumpOf(ctx.read, besides);

/** Opens the archive of a folder as a command does, and closes it. */
export async function withFolder<T>(dataDir: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const config: Config = readConfig({ DATA_DIR: dataDir });
  const db = await openDatabase(config.databaseUrl);
  try {
    await db.migrate();
    return await work(createContext({ db, viewer: operator('test'), config, log: silentLog }));
  } finally {
    await db.close();
  }
}

export class DiskFault extends Error {
  override readonly name = 'DiskFault';
}

/**
 * Runs `work` with its 1st, 2nd, 3rd … step on the disk failing, until one run has no failure left. `after` looks at what
 * each failure has left. Returns a number that no run has steps for.
 */
export async function failEachStep(
  work: (round: number) => Promise<unknown>,
  after: (round: number, step: DiskStep) => Promise<void>,
  stride = 1
): Promise<number> {
  // the trial takes every step; a run of all tests takes some of them
  for (let round = 1; ; round += process.env.EVERY_STEP ? 1 : stride) {
    let left = round;
    const hit: { step: DiskStep | null } = { step: null };
    watchDisk((step) => {
      left--;
      if (left !== 0) return;
      hit.step = step;
      throw new DiskFault(`${step} failed`);
    });
    try {
      await work(round);
    } catch (error) {
      if (!(error instanceof DiskFault)) throw error;
    } finally {
      watchDisk();
    }
    if (hit.step === null) return round;
    await after(round, hit.step);
  }
}
