import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventReplacements, events, slugs, statusChanges } from '#lib/server/db/schema/index.ts';
import { getEvent, listEvents } from '#lib/server/events/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import {
  insertEvent,
  insertPerson,
  insertSponsors,
  openTestArchive,
  testNow,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'stop', title: { en: 'A stop', es: 'Una parada' } });
  await insertEvent(archive, { id: 'webinar', title: { en: 'A webinar', es: 'Un seminario' } });
});
afterEach(() => archive.close());

const write = (work: Parameters<TestArchive['ctx']['db']['write']>[0]) => archive.ctx.db.write(work);
const nothing = { on: null, notBefore: null, notAfter: null };
const log = (eventId: string, kinds: readonly (typeof statusChanges.$inferInsert)['kind'][], replacedById?: string) =>
  write(async (tx) => {
    for (const [position, kind] of kinds.entries()) {
      const isLast = position === kinds.length - 1;
      await tx.insert(statusChanges).values({
        ...{ eventId, position, kind, changed: nothing, recordedAt: testNow },
        replacedById: isLast ? (replacedById ?? null) : null
      });
    }
    if (replacedById) await tx.insert(eventReplacements).values({ eventId, replacedById });
  });
const kindOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'answered';
  } catch (error) {
    return error instanceof DomainError ? error.kind : error;
  }
};

test('the status of an event is the last entry of its log, and every entry is shown', async () => {
  await log('stop', ['planned', 'scheduled', 'cancelled']);
  const found = await getEvent(archive.ctx, 'en', 'stop');
  expect(found?.event.status).toBe('cancelled');
  expect(found?.event.history.map(({ kind }) => kind)).toEqual(['planned', 'scheduled', 'cancelled']);
});

test('what replaced an event is read on both pages', async () => {
  await log('stop', ['planned', 'cancelled'], 'webinar');
  const stop = await getEvent(archive.ctx, 'en', 'stop');
  const webinar = await getEvent(archive.ctx, 'en', 'webinar');
  expect(stop?.event.replacedBy.map(({ id }) => id)).toEqual(['webinar']);
  expect(stop?.event.history.at(-1)?.replacement?.id).toBe('webinar');
  expect(webinar?.event.replaces.map(({ id }) => id)).toEqual(['stop']);
});

test('a replacement that is not public is not named', async () => {
  await log('stop', ['cancelled'], 'webinar');
  await write((tx) => tx.update(events).set({ state: 'draft' }).where(eq(events.id, 'webinar')));
  const stop = await getEvent(archive.ctx, 'en', 'stop');
  expect(stop?.event.replacedBy).toEqual([]);
  expect(stop?.event.history.at(-1)?.replacement).toBeNull();
});

test.each([
  ['draft', 'missing'],
  ['withdrawn', 'gone'],
  ['unlisted', 'answered']
] as const)('the page of an event that is %s: %s; no list names it', async (state, answer) => {
  await write((tx) => tx.update(events).set({ state }).where(eq(events.id, 'stop')));
  expect(await kindOf(getEvent(archive.ctx, 'en', 'stop'))).toBe(answer);
  expect((await listEvents(archive.ctx, 'all')).map(({ id }) => id)).toEqual(['webinar']);
});

test('cancelled events stay in the list, under their own filter and under all', async () => {
  await log('stop', ['cancelled']);
  await log('webinar', ['held']);
  const ids = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(archive.ctx, filter)).map(({ id }) => id);
  expect(await ids('all')).toEqual(['stop', 'webinar']);
  expect(await ids('cancelled')).toEqual(['stop']);
  expect(await ids('past')).toEqual(['webinar']);
  expect(await ids('upcoming')).toEqual([]);
});

test('sponsors keep the order of credit, people the role when their name may not be shown', async () => {
  await insertSponsors(archive, 'webinar', ['Zeta', 'Alfa', 'Mu']);
  await insertPerson(archive, { id: 'p1', name: 'Somebody Real', state: 'draft' }, ['event', 'webinar']);
  await insertPerson(archive, { id: 'p2', name: 'Nobody Known', display: 'hidden' }, ['event', 'webinar']);
  const found = await getEvent(archive.ctx, 'en', 'webinar');
  expect(found?.event.sponsors.map(({ organization }) => organization.shortName)).toEqual(['Zeta', 'Alfa', 'Mu']);
  expect(found?.event.credits).toEqual([
    { role: 'speaker', person: null },
    { role: 'speaker', person: null }
  ]);
  expect(JSON.stringify(found)).not.toMatch(/Somebody Real|Nobody Known/);
});

test('an address is known in both languages, a former one leads on, an id is none', async () => {
  await write(async (tx) => {
    await tx.delete(slugs).where(eq(slugs.objectId, 'stop'));
    await tx.insert(slugs).values([
      { kind: 'event', locale: 'en', slug: 'new-name', objectId: 'stop', createdAt: testNow },
      { kind: 'event', locale: 'en', slug: 'old-name', objectId: 'stop', isCurrent: false, createdAt: testNow },
      { kind: 'event', locale: 'es', slug: 'nombre', objectId: 'stop', createdAt: testNow }
    ]);
  });
  const at = async (slug: string) => (await getEvent(archive.ctx, 'en', slug))?.moved ?? null;
  expect(await at('new-name')).toBe(false);
  expect(await at('old-name')).toBe(true);
  expect(await at('nombre')).toBe(true);
  expect(await at('stop')).toBeNull();
  expect(await at('never')).toBeNull();
});
