import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkIndex, refreshIndex } from '#lib/server/search/index.ts';
import { addRecording, openTestArchive } from '../../../../tests/support/archive.ts';

const script = fileURLToPath(new URL('../../../../tests/support/restless-index.ts', import.meta.url));
/** 50 kills: ACERVO_KILLS=50 npx vitest run src/lib/server/search/kill.test.ts */
const kills = Number(process.env.ACERVO_KILLS ?? 6);

test('whenever updates and merges are killed, the index is right once it has been refreshed', async () => {
  const archive = await openTestArchive();
  const { ctx, databaseUrl } = archive;
  for (let i = 0; i < 8; i++) await addRecording(ctx, `r${String(i)}`, 'x', ['es']);
  for (let kill = 0; kill < kills; kill++) {
    const child = fork(script, [databaseUrl, String(kill + 1)], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    await once(child, 'message');
    await sleep(50 + ((kill * 137) % 900));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await refreshIndex(ctx);
    const { faults, documents } = await checkIndex(ctx);
    expect(faults).toEqual([]);
    if (kill > 2) expect(documents).toBeGreaterThan(0);
  }
  await archive.close();
}, 300_000);
