import { expect, test } from 'vitest';
import { isDatabaseAnswering } from '#lib/server/archive/health.ts';
import { isArchiveEmpty } from '#lib/server/archive/is-empty.ts';
import { insertEvent, openTestArchive } from '../../../../tests/support/factories.ts';

test('a new archive is empty and healthy; with one draft it is not empty any more; closed, it does not answer', async () => {
  const archive = await openTestArchive();
  expect(await isArchiveEmpty(archive.ctx)).toBe(true);
  expect(await isDatabaseAnswering(archive.ctx)).toBe(true);
  await insertEvent(archive, { id: 'e', state: 'draft', title: { en: 'E', es: 'E' } });
  expect(await isArchiveEmpty(archive.ctx)).toBe(false);
  await archive.close();
  expect(await isDatabaseAnswering(archive.ctx)).toBe(false);
});
