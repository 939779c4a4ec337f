import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { events, series } from '#lib/server/db/schema/index.ts';
import { listMedia } from '#lib/server/productions/index.ts';
import {
  baseOf,
  changePublication,
  changeStatus,
  createRecord,
  findPicks,
  getEditor,
  headOf,
  listRecords,
  mayBegin,
  newFormKey,
  openPreview,
  saveRecord
} from '#lib/server/records/index.ts';
import { recordingToChange } from '#lib/server/uploads/index.ts';
import {
  insertEvent,
  insertPerson,
  insertRecording,
  openTestArchive,
  testNow,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
let limited: Ctx;
const title = (en: string) => ({ en, es: en });

beforeAll(async () => {
  archive = await openTestArchive();
  limited = archive.as({ kind: 'organizer', userId: 'l', role: 'publisher', seriesIds: ['tour'] });
  await archive.ctx.db.write(async (tx) => {
    for (const id of ['tour', 'other']) {
      const times = { createdAt: testNow, updatedAt: testNow };
      await tx
        .insert(series)
        .values({ id, uuid: `u-${id}`, kind: 'series', title: title(id), state: 'draft', ...times });
    }
  });
  for (const id of ['mine', 'theirs', 'alone']) await insertEvent(archive, { id, state: 'draft', title: title(id) });
  await archive.ctx.db.write(async (tx) => {
    await tx.update(events).set({ seriesId: 'tour' }).where(eq(events.id, 'mine'));
    await tx.update(events).set({ seriesId: 'other' }).where(eq(events.id, 'theirs'));
  });
  const words = (id: string) => ({ id, state: 'draft', slug: title(id), title: title(id) }) as const;
  await insertRecording(archive, { ...words('rec-mine'), more: { eventId: 'mine' } });
  await insertRecording(archive, { ...words('rec-theirs'), more: { seriesId: 'other' } });
  await insertPerson(archive, { id: 'ana', name: 'Ana', state: 'draft' });
});
afterAll(() => archive.close());

async function save(id: string, change: object): Promise<unknown> {
  const head = await headOf(limited.read, 'event', id);
  if (!head) throw new Error('nothing here');
  return saveRecord(limited, { kind: 'event', id, record: { ...head.record, ...change }, base: baseOf(head) });
}
const event = { kind: 'webinar', title: title('Fresh'), date: { value: '2026-05-01', precision: 'day' } };
const create = (record: object) => createRecord(limited, 'event', { ...event, ...record }, newFormKey(limited));
const status = {
  ...{ status: 'cancelled', changedOn: '', reason: { en: 'x' }, note: {}, replacedBy: '' },
  newDate: { value: '', time: '', timeZone: '' }
};
const publish = (kind: 'event' | 'person' | 'series', id: string) =>
  changePublication(limited, { kind, id, step: 'publish' });

test('of their own series they change and publish what they may by their role', async () => {
  expect(await save('mine', { title: title('Ours') })).toMatchObject({ did: 'saved' });
  expect(await create({ series: 'tour' })).toMatchObject({ id: 'fresh' });
  await publish('event', 'mine');
  await publish('series', 'tour');
  expect(await recordingToChange(limited, 'rec-mine')).toMatchObject({ id: 'rec-mine' });
  expect(await getEditor(limited, 'recording', 'rec-mine', 'en')).toMatchObject({ mayEdit: true, mayPublish: true });
});

test.each<[string, () => Promise<unknown>]>([
  ['change an event of another series', () => save('theirs', { title: title('Taken') })],
  ['change one of no series', () => save('alone', { title: title('Taken') })],
  ['look at a draft of another series', () => getEditor(limited, 'event', 'theirs', 'en')],
  ['publish it', () => publish('event', 'theirs')],
  ['cancel it', () => changeStatus(limited, 'theirs', status)],
  ['open a preview of it', () => openPreview(limited, 'event', 'theirs')],
  ['publish another series', () => publish('series', 'other')],
  ['publish a person', () => publish('person', 'ana')],
  ['change the media of another series', () => recordingToChange(limited, 'rec-theirs')]
])('they may not %s: nothing is there for them', async (_, act) => {
  await expect(act()).rejects.toMatchObject({ kind: 'missing' });
});

test.each<[string, () => Promise<unknown>]>([
  ['give their event to another series', () => save('mine', { series: 'other' })],
  ['take it out of every series', () => save('mine', { series: null })],
  ['make an event for another series', () => create({ series: 'other' })],
  ['make one of no series', () => create({})],
  ['make a person', () => createRecord(limited, 'person', { name: 'Eva' }, newFormKey(limited))]
])('they may not %s', async (_, act) => {
  await expect(act()).rejects.toMatchObject({ kind: 'not-allowed' });
});

test('nor take an event of another series into theirs as a stop of it', async () => {
  const head = await headOf(limited.read, 'series', 'tour');
  if (!head) throw new Error('nothing here');
  const record = { ...head.record, stops: ['mine', 'theirs'] };
  const saved = saveRecord(limited, { kind: 'series', id: 'tour', record, base: baseOf(head) });
  await expect(saved).rejects.toMatchObject({ kind: 'not-allowed' });
});

test('the lists of the desk name nothing else to them', async () => {
  const choice = { q: '', state: null, page: 0 };
  const ids = async (kind: 'event' | 'person') =>
    (await listRecords(limited, kind, choice, 'en')).rows.map(({ id }) => id);
  expect((await ids('event')).sort()).toEqual(['fresh', 'mine']);
  expect(await ids('person')).toEqual([]);
  expect(await findPicks(limited, 'event', 'theirs', 'en')).toEqual([]);
  expect((await listMedia(limited, 'en')).map(({ id }) => id)).toEqual(['rec-mine']);
  expect([mayBegin(limited, 'event'), mayBegin(limited, 'person')]).toEqual([true, false]);
});
