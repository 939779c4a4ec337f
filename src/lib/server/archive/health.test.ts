import { expect, test } from 'vitest';
import { isDatabaseAnswering } from '#lib/server/archive/health.ts';
import { openTestArchive } from '../../../../tests/support/factories.ts';

test('an open database answers, one that is gone does not', async () => {
  const archive = await openTestArchive();
  expect(await isDatabaseAnswering(archive.ctx)).toBe(true);
  await archive.close();
  expect(await isDatabaseAnswering(archive.ctx)).toBe(false);
});
