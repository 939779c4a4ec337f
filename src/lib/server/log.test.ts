import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { organizers } from '#lib/server/db/schema/index.ts';
import { createLog, describeError } from '#lib/server/log.ts';
import { openTestArchive } from '../../../tests/support/factories.ts';

test('one line of JSON a message, from the level on', () => {
  let written = '';
  const log = createLog('warn', { write: (line) => (written += line) });
  log.info('left out');
  log.warn('a job failed', { kind: 'count', attempt: 2 });
  expect(
    written
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
  ).toEqual([{ level: 40, time: expect.any(String) as string, msg: 'a job failed', kind: 'count', attempt: 2 }]);
});

test('what somebody wrote does not come to the log with a query that failed', async () => {
  const archive = await openTestArchive();
  const organizer = { id: 'u', email: 'ana@archive.example', name: 'Ana', role: 'editor', createdAt: 0 } as const;
  const twice = () => archive.ctx.db.write((tx) => tx.insert(organizers).values(organizer));
  await twice();
  const error: unknown = await twice().catch((reason: unknown) => reason);
  await archive.close();
  expect(describeError(error)).toMatch(/unique/i);
  expect(describeError(error)).not.toContain('ana@archive.example');
});

test('drizzle’s own words hold the values of a query; ours do not', () => {
  const error = new DrizzleQueryError('select 1 where a = ?', ['desaparecidos'], new Error('it is closed'));
  expect(error.message).toContain('desaparecidos');
  expect(describeError(error)).toMatch(/^failed query: select 1 where a = \?\nError: it is closed/);
  expect(describeError(error)).not.toContain('desaparecidos');
});
