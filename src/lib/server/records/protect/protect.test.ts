import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { nameRanges } from '#lib/domain/people/find-names.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { cues, events, images, people, recordings, slugs } from '#lib/server/db/schema/index.ts';
import { getEvent, listEvents } from '#lib/server/events/index.ts';
import { everything, metaOf, newsFeed } from '#lib/server/feeds/index.ts';
import { importFolders } from '#lib/server/import/index.ts';
import { getPerson, listPeople } from '#lib/server/people/index.ts';
import {
  applyProtections,
  baseOf,
  headOf,
  keepDraft,
  makePublic,
  placesOf,
  protectPerson,
  readRecord,
  rehearse,
  revisionsOf,
  saveRecord
} from '#lib/server/records/index.ts';
import { getDownload, getRecordingPage } from '#lib/server/recordings/index.ts';
import { root } from '#lib/server/root.ts';
import { openTestArchive, type TestArchive } from '../../../../../tests/support/factories.ts';
import { dumpOf } from '../../../../../tests/support/import.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let archive: TestArchive;
let publisher: Ctx;
let visitor: Ctx;
const names = ['Silvia Raquec', 'Raquec'];
const personId = 'silvia-raquec';
const folders = [new URL('seed/', root).pathname, new URL('captions/', root).pathname];

const form = {
  display: 'pseudonym' as const,
  pseudonym: { en: 'A partner', es: 'Una compañera' },
  ...{ noPortrait: true, withdrawn: false, names, passages: [] },
  replacement: { en: 'a participant', es: 'una participante' }
};

beforeAll(async () => {
  archive = await openTestArchive();
  await importFolders(archive.ctx, { folders, publish: true });
  publisher = archive.as({ kind: 'organizer', userId: 'p', role: 'publisher' });
  visitor = archive.as(anonymous);
  // the name in places that the first archive does not have: an address, a draft, a version, a cue
  const [event] = await publisher.read.select().from(events);
  const head = await headOf(publisher.read, 'event', event?.id ?? '');
  if (!event || !head) throw new Error('no event');
  const record = {
    ...head.record,
    slug: { en: 'talk-by-silvia-raquec', es: 'charla-de-silvia-raquec' },
    thanks: { en: 'Thanks to SILVIA RÁQUEC.' }
  };
  await saveRecord(publisher, { kind: 'event', id: event.id, record, base: baseOf(head) });
  await keepDraft(publisher, 'event', event.id, { title: { en: 'Draft on Silvia  Raquec' } }, 'x');
  const [cue] = await publisher.read.select().from(cues).limit(1);
  await inTransaction(publisher, async (tx) => {
    await tx.write
      .update(cues)
      .set({ text: 'I thank <i>Silvia Raquec</i> for that.' })
      .where(eq(cues.id, cue?.id ?? 0));
  });
});
afterAll(() => archive.close());

/** Ids are what the parts of the archive call each other by; no page shows them. */
const named = (value: unknown): boolean =>
  nameRanges(JSON.stringify(value ?? null).replaceAll(personId, ''), names).length > 0;
async function text(pieces: AsyncGenerator<string, void>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

test('every place is listed before anything is saved, and only to who may protect', async () => {
  const places = await placesOf(publisher, personId, names);
  const tables = new Set(places.map(({ table }) => table));
  for (const table of ['events', 'revisions', 'drafts', 'cues', 'slugs']) expect(tables, table).toContain(table);
  const editor = archive.as({ kind: 'organizer', userId: 'e', role: 'editor' });
  await expect(placesOf(editor, personId, names)).rejects.toMatchObject({ kind: 'not-allowed' });
});

test('after protecting, the name is nowhere that anybody reads', async () => {
  const [event] = await publisher.read
    .select()
    .from(events)
    .where(
      eq(
        events.id,
        (await publisher.read.select().from(slugs).where(eq(slugs.slug, 'talk-by-silvia-raquec')))[0]?.objectId ?? ''
      )
    );
  expect(await protectPerson(publisher, personId, form)).toBeGreaterThan(5);

  // the database itself: nothing but the person's own row, the rule and private tables
  const dump = await dumpOf(publisher.read, ['people', 'protections', 'importMarks', 'audit', 'organizers', 'slugs']);
  for (const [table, rows] of Object.entries(dump)) {
    if (!table.startsWith('search')) expect(rows.filter(named), table).toEqual([]);
  }
  expect((await publisher.read.select().from(slugs)).filter(({ slug }) => named(slug.replaceAll('-', ' ')))).toEqual(
    []
  );

  for (const locale of locales) {
    // pages, with their data for machines
    const eventRows = await visitor.read.select({ id: events.id }).from(events);
    for (const { id } of eventRows) {
      const [own] = await visitor.read.select().from(slugs).where(eq(slugs.objectId, id));
      const page = own && (await getEvent(visitor, own.locale, own.slug).catch(() => null));
      expect(named(page), `page of ${id}`).toBe(false);
      expect(named(await metaOf(visitor, locale, 'event', id))).toBe(false);
    }
    expect(named(await listPeople(visitor))).toBe(false);
    expect(named(await listEvents(visitor, 'all'))).toBe(false);
    // feed, search
    expect(named(await text(newsFeed(visitor, locale, everything, 'rss', 'x')))).toBe(false);
    expect(named(await text(newsFeed(visitor, locale, everything, 'atom', 'x')))).toBe(false);
  }
  // preview of what was changed
  if (event) {
    const shown = await rehearse(
      publisher,
      (tx) => makePublic(tx, { kind: 'event', id: event.id }),
      (eyes) => getEvent(eyes, 'en', event.id)
    );
    expect(named(shown)).toBe(false);
    // old versions and drafts
    expect(named((await revisionsOf(publisher.read, 'event', event.id)).map(({ record }) => record))).toBe(false);
  }
});

test('old addresses answer that they are gone, and lead nowhere', async () => {
  for (const [locale, slug] of [
    ['en', 'talk-by-silvia-raquec'],
    ['es', 'charla-de-silvia-raquec']
  ] as const) {
    await expect(getEvent(visitor, locale, slug)).rejects.toMatchObject({ kind: 'gone' });
  }
});

test('captions and downloads do not say it, in any version', async () => {
  for (const { id } of await visitor.read.select({ id: recordings.id }).from(recordings)) {
    const [own] = await visitor.read.select().from(slugs).where(eq(slugs.objectId, id));
    const page = own && (await getRecordingPage(visitor, own.locale, own.slug, { read: null }).catch(() => null));
    expect(named(page)).toBe(false);
    for (const file of ['en.vtt', 'es.vtt', 'en.srt', 'es.txt']) {
      const download = await getDownload(visitor, own?.slug ?? id, file).catch(() => null);
      expect(named(download?.body ?? '')).toBe(false);
    }
  }
});

test('the promise outlives a new import and a restored database', async () => {
  await importFolders(archive.ctx, { folders, publish: true, winner: 'theirs' });
  expect(await applyProtections(publisher)).toBe(0); // what was changed here only, an import leaves alone
  // a database that was restored from before the promise
  const summary = { en: 'With Silvia Raquec.', es: 'Con Silvia Raquec.' };
  await inTransaction(publisher, async (tx) => {
    await tx.write.update(events).set({ summary });
    await tx.write.update(people).set({ display: 'full_name' }).where(eq(people.id, personId));
  });
  expect(await applyProtections(publisher)).toBeGreaterThan(1);
  const [first] = await publisher.read.select().from(events);
  expect(first?.summary).toEqual({ en: 'With A partner.', es: 'Con Una compañera.' });
  const dump = await dumpOf(publisher.read, ['people', 'protections', 'importMarks', 'audit', 'slugs']);
  for (const [table, rows] of Object.entries(dump)) {
    if (!table.startsWith('search')) expect(rows.filter(named), table).toEqual([]);
  }
  expect(await applyProtections(publisher)).toBe(0);
  expect(readFileSync(join(archive.dataDir, 'protections.jsonl'), 'utf8')).toContain(personId);
});

test('somebody who withdraws leaves a tombstone without a name', async () => {
  const [person] = await publisher.read.select().from(slugs).where(eq(slugs.objectId, personId));
  await protectPerson(publisher, personId, { ...form, withdrawn: true });
  await expect(getPerson(visitor, 'en', person?.slug ?? '')).rejects.toMatchObject({ kind: 'gone' });
  expect((await publisher.read.select().from(people).where(eq(people.id, personId)))[0]).toMatchObject({
    state: 'withdrawn',
    portraitImageId: null
  });
  expect(await readRecord(publisher.read, 'person', personId)).toMatchObject({ display: 'pseudonym' });
  expect(await publisher.read.select().from(images)).toBeDefined();
});
