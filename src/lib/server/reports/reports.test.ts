import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anonymous, roles, type Role } from '#lib/domain/access/viewer.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { reports } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { overview, readLog } from '#lib/server/desk/index.ts';
import { closeReport, inbox, sendReport, type NewReport } from '#lib/server/reports/index.ts';
import { insertEvent, insertPerson, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
let ctx: Ctx;
beforeAll(async () => {
  archive = await openTestArchive();
  ctx = archive.ctx;
  await insertEvent(archive, { id: 'tour-stop', title: { en: 'A stop', es: '' }, state: 'draft' });
  await insertPerson(archive, { id: 'ana', name: 'Ana' });
});
afterAll(() => archive.close());
beforeEach(() => ctx.db.write(async (tx) => void (await tx.delete(reports))));

const as = (role: Role) => asViewer(ctx, { kind: 'organizer', userId: 'u', role });
const send = (more: Partial<NewReport>) =>
  sendReport(asViewer(ctx, anonymous), {
    kind: 'mistake',
    words: 'x',
    replyTo: '',
    locale: 'en',
    from: '/en',
    ...more
  });

test.each([
  ['/en/people/ana', { placeKind: 'person', placeId: 'ana', atMs: null }],
  ['/en/events/tour-stop?t=12.5', { placeKind: 'event', placeId: 'tour-stop', atMs: 12_500 }],
  ['/en/recordings', { placeKind: 'archive', placeId: null }],
  ['/en?t=-3', { placeKind: 'archive', atMs: null }],
  ['//evil.example/en/people/ana', { placeKind: 'archive', path: '/en' }],
  ['javascript:alert(1)', { placeKind: 'archive', path: '/en' }],
  ['', { placeKind: 'archive', path: '/en' }]
])('what is sent from %s lands with its place', async (from, place) => {
  await send({ from });
  expect(await ctx.read.select().from(reports)).toMatchObject([place]);
});

test('what people ask for themselves comes first, then what came first', async () => {
  await send({ words: 'one' });
  await send({ words: 'two', kind: 'person' });
  expect((await inbox(as('admin'))).open.map(({ words }) => words)).toEqual(['two', 'one']);
});

test.each(roles.map((role) => [role]))('a %s sees what they can act on', async (role) => {
  for (const kind of ['captions', 'mistake', 'person'] as const) await send({ kind, words: kind });
  const seen = (await inbox(as(role))).open.map(({ words }) => words).sort();
  const expected = { captioner: ['captions'], editor: ['captions', 'mistake'] };
  expect(seen).toEqual(role in expected ? expected[role as 'editor'] : ['captions', 'mistake', 'person']);
});

test('nobody else reads it, nobody else closes it', async () => {
  await send({ kind: 'person' });
  const [row] = await ctx.read.select().from(reports);
  await expect(inbox(asViewer(ctx, anonymous))).rejects.toBeInstanceOf(DomainError);
  await expect(closeReport(asViewer(ctx, anonymous), row?.id ?? '', '')).rejects.toBeInstanceOf(DomainError);
  await expect(closeReport(as('editor'), row?.id ?? '', '')).rejects.toMatchObject({ kind: 'missing' });
});

test('closing says what was done and stands in the log; it can be put back', async () => {
  await send({ words: 'A name is spelt wrong' });
  const [{ id } = { id: '' }] = await ctx.read.select().from(reports);
  await closeReport(as('editor'), id, 'Corrected');
  const { open, closed } = await inbox(as('editor'));
  expect(open).toEqual([]);
  expect(closed).toMatchObject([{ outcome: 'Corrected', closedBy: 'u' }]);
  await closeReport(as('editor'), id, '', true);
  expect((await inbox(as('editor'))).open).toHaveLength(1);
  const { lines } = await readLog(as('publisher'), { action: 'report' });
  expect(lines.map(({ action }) => action).sort()).toEqual(['report.closed', 'report.reopened']);
  expect(JSON.stringify(lines)).not.toContain('spelt');
});

test('the first page of the desk names drafts and what lacks a language', async () => {
  const { drafts, missing } = await overview(as('captioner'));
  expect(drafts.map(({ id }) => id)).toContain('tour-stop');
  const stop = missing.find(({ work }) => work.id === 'tour-stop');
  expect(stop?.fields).toContainEqual({ field: 'title', locale: 'es' });
  await expect(overview(asViewer(ctx, anonymous))).rejects.toBeInstanceOf(DomainError);
});

test('the log is for publishers and admins', async () => {
  for (const role of ['captioner', 'editor'] as const)
    await expect(readLog(as(role), {})).rejects.toMatchObject({ kind: 'not-allowed' });
});
