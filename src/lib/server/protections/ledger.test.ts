import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { protections } from '#lib/server/db/schema/index.ts';
import { appendProtection, ledgerName, mergeLedger, readLedger, takeLedger } from '#lib/server/protections/index.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
});
afterAll(() => archive.close());
const file = () => join(archive.dataDir, ledgerName);
beforeEach(() => rmSync(file(), { force: true }));

const promise = (personId: string, at: number) => ({
  ...{ personId, display: 'hidden', pseudonym: null, noPortrait: true, withdrawn: true, passages: [] },
  ...{ names: ['Canary Withdrawn'], replacement: { en: 'a participant', es: 'una participante' }, setBy: 'o1' },
  ...{ createdAt: at, updatedAt: at }
});

test('the newest line of a person counts, and the table is brought to it; a promise that was lifted leaves it', async () => {
  const { config } = archive.ctx;
  await appendProtection(config, { at: 1, personId: 'ana', protection: promise('ana', 1) });
  await appendProtection(config, { at: 2, personId: 'eva', protection: promise('eva', 2) });
  expect(await takeLedger(archive.ctx)).toBe(2);
  expect(await archive.ctx.read.select().from(protections)).toMatchObject([{ withdrawn: true }, { withdrawn: true }]);
  await appendProtection(config, { at: 3, personId: 'eva', protection: null });
  await takeLedger(archive.ctx);
  expect(await archive.ctx.read.select().from(protections)).toMatchObject([
    { personId: 'ana', names: ['Canary Withdrawn'] }
  ]);
});

test('a promise that was saved after the ledger’s last line stays', async () => {
  const { config } = archive.ctx;
  await appendProtection(config, { at: 7, personId: 'ana', protection: promise('ana', 7) });
  await takeLedger(archive.ctx);
  await archive.ctx.db.write((tx) => tx.update(protections).set({ display: 'pseudonym', updatedAt: 8 }));
  await takeLedger(archive.ctx);
  expect(await archive.ctx.read.select().from(protections)).toMatchObject([{ display: 'pseudonym' }]);
});

test('half a line at the end is what nobody was told; a broken line in the middle stops everything', async () => {
  await appendProtection(archive.ctx.config, { at: 1, personId: 'ana', protection: null });
  appendFileSync(file(), '{"at":2,"pers');
  expect((await readLedger(archive.ctx.config)).size).toBe(1);
  appendFileSync(file(), '\n');
  await expect(readLedger(archive.ctx.config)).rejects.toThrow(/Line 2 of .* cannot be read/);
});

test('of two ledgers the newer promise holds, whosever it is, and nothing stands twice', async () => {
  const other = join(archive.dataDir, 'other.jsonl');
  const line = (at: number, display: string) => `${JSON.stringify({ at, personId: 'ana', protection: { display } })}\n`;
  writeFileSync(file(), line(5, 'hidden'));
  writeFileSync(other, line(3, 'full_name') + line(5, 'hidden'));
  await mergeLedger(archive.ctx.config, other);
  await mergeLedger(archive.ctx.config, other);
  expect((await readLedger(archive.ctx.config)).get('ana')?.protection).toEqual({ display: 'hidden' });
});
