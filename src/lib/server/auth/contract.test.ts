import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MakeSessions, Sessions } from '#lib/server/auth/contract.ts';
import { createSessions } from '#lib/server/auth/session.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { organizers, sessions } from '#lib/server/db/schema/index.ts';
import { freshDatabaseUrl } from '../../../../tests/support/database.ts';
import { createPlainSessions } from '../../../../tests/support/plain-sessions.ts';

const start = 1_795_000_000_000;
let db: Database;
beforeAll(async () => {
  db = await openDatabase(await freshDatabaseUrl(mkdtempSync(join(tmpdir(), 'acervo-'))));
  await db.migrate();
  const person = { role: 'editor', createdAt: 0 } as const;
  await db.write(
    async (tx) =>
      void (await tx.insert(organizers).values([
        { ...person, id: 'ana', email: 'ana@archive.example', name: 'Ana' },
        { ...person, id: 'luz', email: 'luz@archive.example', name: 'Luz', seriesIds: ['tour'], locale: 'es' }
      ]))
  );
});
afterAll(() => db.close());
const later = (hours: number) => vi.setSystemTime(Date.now() + hours * 3_600_000);
const inBase = () => db.read.select().from(sessions);

const makers: [string, MakeSessions][] = [
  ['lucia', createSessions],
  ['without a package', createPlainSessions]
];

describe.each(makers)('sessions (%s)', (_, make) => {
  let s: Sessions;
  const over = (address: string) => make(db, { publicUrl: new URL(address) });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    await db.write(async (tx) => void (await tx.delete(sessions)));
    s = over('https://archive.example');
  });
  afterEach(() => vi.useRealTimers());

  test('a token says who signed in, and since when', async () => {
    const token = await s.create('luz', { device: 'Firefox, Linux' });
    expect(await s.validate(token)).toEqual({
      user: { id: 'luz', name: 'Luz', role: 'editor', seriesIds: ['tour'], locale: 'es' },
      session: { userId: 'luz', hash: expect.any(String) as string, pending: false, confirmedAt: start },
      fresh: false
    });
  });
  test('tokens are long, of few signs, and never the same', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => s.create('ana')));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{26,}$/);
  });
  test('the database holds no token, and what it holds is none', async () => {
    const token = await s.create('ana');
    const [row] = await inBase();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await s.validate(row?.tokenHash ?? '')).toBeNull();
  });
  test.each(['', 'x', 'a'.repeat(40), 'a'.repeat(100_000), '%00', "' or 1=1 --"])(
    '"%.20s" is no token',
    async (token) => {
      await s.create('ana');
      expect(await s.validate(token)).toBeNull();
    }
  );
  test('a token that somebody else has chosen is not taken on', async () => {
    expect(await s.validate('chosen-by-somebody-else-000000000000000')).toBeNull();
    expect(await inBase()).toEqual([]);
  });
  test('24 hours without a request end it, and it is gone', async () => {
    const token = await s.create('ana');
    later(24);
    expect(await s.validate(token)).toBeNull();
  });
  test('a request in the second half of its life extends it and says so', async () => {
    const token = await s.create('ana');
    later(11);
    expect((await s.validate(token))?.fresh).toBe(false);
    later(2);
    expect((await s.validate(token))?.fresh).toBe(true);
    expect((await s.validate(token))?.fresh).toBe(false);
    later(23);
    expect(await s.validate(token)).not.toBeNull();
  });
  test('ten days end it however busy it is', async () => {
    const token = await s.create('ana');
    for (let passed = 10; passed < 240; passed += 10) {
      later(10);
      expect(await s.validate(token), `after ${String(passed)} hours`).not.toBeNull();
    }
    later(10);
    expect(await s.validate(token)).toBeNull();
    expect(await s.list('ana')).toEqual([]);
  });
  test('signing out ends this one only', async () => {
    const [first, second] = [await s.create('ana'), await s.create('ana')];
    await s.revoke(first);
    expect(await s.validate(first)).toBeNull();
    expect(await s.validate(second)).not.toBeNull();
  });
  test('all of a person are ended at once, and nobody else’s', async () => {
    const [own, other, foreign] = [await s.create('ana'), await s.create('ana'), await s.create('luz')];
    await s.revokeAll('ana');
    expect([await s.validate(own), await s.validate(other)]).toEqual([null, null]);
    expect(await s.validate(foreign)).not.toBeNull();
  });
  test('the list has the newest first, names devices, and no token', async () => {
    const token = await s.create('ana', { device: 'Safari, iPhone' });
    later(1);
    await s.create('ana', { device: 'Firefox, Linux' });
    const list = await s.list('ana');
    expect(list.map(({ device }) => device)).toEqual(['Firefox, Linux', 'Safari, iPhone']);
    expect(list.map(({ createdAt }) => createdAt)).toEqual([start + 3_600_000, start]);
    expect(JSON.stringify(list)).not.toContain(token);
  });
  test('one that waits for its second factor is not yet in the list', async () => {
    await s.create('ana', { pending: true });
    expect(await s.list('ana')).toEqual([]);
  });
  test('one of the list can be ended, by its owner only', async () => {
    const token = await s.create('ana');
    const [{ hash } = { hash: '' }] = await s.list('ana');
    await s.revokeByHash('luz', hash);
    expect(await s.validate(token)).not.toBeNull();
    await s.revokeByHash('ana', hash);
    expect(await s.validate(token)).toBeNull();
  });
  test('that the second factor is missing is remembered', async () => {
    const token = await s.create('ana', { pending: true });
    expect((await s.validate(token))?.session.pending).toBe(true);
  });
  test('that the password was asked for once more is remembered', async () => {
    const token = await s.create('ana');
    later(2);
    const before = await s.validate(token);
    expect(before?.session.confirmedAt).toBe(start);
    await s.confirm(before?.session.hash ?? '');
    expect((await s.validate(token))?.session.confirmedAt).toBe(start + 7_200_000);
  });
  test('a role that changed counts at the next request', async () => {
    const token = await s.create('ana');
    const become = (role: 'editor' | 'captioner') =>
      db.write(async (tx) => void (await tx.update(organizers).set({ role }).where(eq(organizers.id, 'ana'))));
    await become('captioner');
    expect((await s.validate(token))?.user.role).toBe('captioner');
    await become('editor');
  });
  test('who may not sign in any more is out at once', async () => {
    const token = await s.create('luz');
    const disable = (disabledAt: number | null) =>
      db.write(async (tx) => void (await tx.update(organizers).set({ disabledAt }).where(eq(organizers.id, 'luz'))));
    await disable(start);
    expect(await s.validate(token)).toBeNull();
    await disable(null);
  });
  test('what has ended is thrown away, what lives stays', async () => {
    await s.create('ana');
    later(23);
    const token = await s.create('ana');
    later(2);
    await s.sweep();
    expect(await inBase()).toHaveLength(1);
    expect(await s.validate(token)).not.toBeNull();
  });
  test('a session of nobody cannot be made', async () => {
    await expect(s.create('nobody')).rejects.toThrow();
  });
  test.each([
    ['https://archive.example', '__Host-acervo', true],
    ['http://localhost:3000', 'acervo', false]
  ])('the cookie of %s is %s, for this host and for servers only', (address, name, secure) => {
    const sessionsThere = over(address);
    expect(sessionsThere.cookieName).toBe(name);
    expect(sessionsThere.cookie('token')).toEqual({
      name,
      value: 'token',
      attributes: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: 86_400 }
    });
  });
  test('signing out takes the cookie away with the marks that it was set with', () => {
    expect(s.cookie(null)).toEqual({
      name: '__Host-acervo',
      value: '',
      attributes: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 }
    });
  });
});
