import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operator } from '#lib/domain/access/viewer.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';
import { createVersion, publishVersions, type PublishHook } from '#lib/server/captions/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext, inTransaction, type Ctx } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { recordings, textTracks } from '#lib/server/db/schema/index.ts';
import { createLog } from '#lib/server/log.ts';
import { freshDatabaseUrl } from './database.ts';

export interface TestArchive {
  ctx: Ctx;
  databaseUrl: string;
  close(): Promise<void>;
}

/** An empty archive in a real database. */
export async function openTestArchive(): Promise<TestArchive> {
  const folder = mkdtempSync(join(tmpdir(), 'acervo-archive-'));
  const databaseUrl = await freshDatabaseUrl(folder);
  const config = { ...readConfig({}), dataDir: folder, databaseUrl };
  const db = await openDatabase(databaseUrl);
  await db.migrate();
  return {
    ctx: createContext({ db, viewer: operator('test'), config, log: createLog('error') }),
    databaseUrl,
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

let lastNumber = 0;

/** A public recording with a caption track for each language; no cues yet. */
export async function addRecording(ctx: Ctx, id: string, title: string, languages: readonly string[]): Promise<void> {
  const number = ++lastNumber;
  const now = ctx.now();
  await inTransaction(ctx, async (tx) => {
    await tx.write.insert(recordings).values({
      ...{ id, number, uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, state: 'public' },
      ...{ title: { en: title, es: title }, recordedOn: `2020-01-${String((number % 28) + 1).padStart(2, '0')}` },
      ...{ createdAt: now, updatedAt: now }
    });
    await tx.write.insert(textTracks).values(
      languages.map((language, position) => ({
        ...{ recordingId: id, id: `captions-${language}`, position, kind: 'captions' as const, language, held: true },
        role: (position === 0 ? 'original' : 'translation') satisfies TrackRole as TrackRole
      }))
    );
  });
}

/** Publishes lines as cues of three seconds. */
export async function publishLines(
  ctx: Ctx,
  recordingId: string,
  texts: Readonly<Record<string, readonly string[]>>,
  hooks: readonly PublishHook[]
): Promise<void> {
  const ids: number[] = [];
  for (const [language, lines] of Object.entries(texts)) {
    const cues = lines.map((text, i): SpokenCue => {
      return { id: '', startMs: i * 3000, endMs: i * 3000 + 2900, text, settings: '', speaker: null, mark: null };
    });
    const layout = { bom: false, lineEnd: '\n' as const, shortTimes: false, header: '', blocks: [] };
    const version = await createVersion(ctx, {
      ...{ recordingId, trackId: `captions-${language}`, encoding: null, problems: [], fileKey: null, madeBy: 'test' },
      track: { format: 'vtt', cues, speakers: [], layout },
      sha256: `${recordingId} ${language} ${String(Math.trunc(performance.now() * 1000))} ${lines.join('|')}`
    });
    ids.push(version.id);
  }
  await inTransaction(ctx, (tx) => publishVersions(tx, recordingId, ids, hooks));
}
