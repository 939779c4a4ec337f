import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, operator, type Role } from '#lib/domain/access/viewer.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, jobs, people, previews, slugs } from '#lib/server/db/schema/index.ts';
import { getEvent } from '#lib/server/events/index.ts';
import {
  baseOf,
  changePublication,
  changeStatus,
  createRecord,
  draftOf,
  headOf,
  keepDraft,
  makePublic,
  newFormKey,
  openPreview,
  previewOf,
  publishWaiting,
  readRecord,
  recordJobs,
  rehearse,
  revisionsOf,
  revokePreviews,
  saveRecord
} from '#lib/server/records/index.ts';
import { openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const as = (role: Role, userId: string = role): Ctx => archive.as({ kind: 'organizer', userId, role });
const event = (title: string) => ({
  kind: 'webinar',
  title: { en: title, es: `${title} (es)` },
  date: { value: '2026-05-01', precision: 'day', time: '18:00', timeZone: 'America/Guatemala' }
});

async function made(ctx: Ctx, title = 'Panel'): Promise<string> {
  const created = await createRecord(ctx, 'event', event(title), newFormKey(ctx));
  if (!('id' in created)) throw new Error(JSON.stringify(created.problems));
  return created.id;
}
async function open(ctx: Ctx, id: string) {
  const head = await headOf(ctx.read, 'event', id);
  if (!head) throw new Error('nothing here');
  return { record: head.record, base: baseOf(head) };
}
const title = (en: string) => ({ title: { en, es: 'x' } });

describe('writing', () => {
  test('a form sent twice makes one event, and two events of one title get two addresses', async () => {
    const ctx = as('editor');
    const key = newFormKey(ctx);
    const first = await createRecord(ctx, 'event', event('Panel'), key);
    expect(await createRecord(ctx, 'event', event('Panel'), key)).toEqual(first);
    expect(first).toEqual({ id: 'panel' });
    expect(await made(ctx)).toBe('panel-2');
    expect((await ctx.read.select().from(events)).map(({ state }) => state)).toEqual(['draft', 'draft']);
  });

  test('a captioner makes no event, and a visitor learns nothing of a draft', async () => {
    await expect(made(as('captioner'))).rejects.toMatchObject({ kind: 'not-allowed' });
    const id = await made(as('editor'));
    const { record, base } = await open(as('editor'), id);
    const save = { kind: 'event', id, record, base } as const;
    await expect(saveRecord(archive.as(anonymous), save)).rejects.toMatchObject({ kind: 'missing' });
    await expect(getEvent(archive.as(anonymous), 'en', id)).rejects.toMatchObject({ kind: 'missing' });
  });

  test('two people change different fields: both stand; the same field: the second is asked and nothing is overwritten', async () => {
    const id = await made(as('editor'));
    const [one, two] = [await open(as('editor', 'a'), id), await open(as('editor', 'b'), id)];
    const saved = await saveRecord(as('editor', 'a'), {
      kind: 'event',
      id,
      ...one,
      record: { ...one.record, ...title('By a') }
    });
    expect(saved).toMatchObject({ did: 'saved', number: 2 });
    const other = await saveRecord(as('editor', 'b'), {
      ...{ kind: 'event', id, base: two.base },
      record: { ...two.record, cost: { en: 'Free', es: 'Gratis' } }
    });
    expect(other).toMatchObject({ did: 'saved', number: 3 });
    expect(await readRecord(as('editor').read, 'event', id)).toMatchObject({
      title: { en: 'By a' },
      cost: { en: 'Free' }
    });
    const clash = await saveRecord(as('editor', 'b'), {
      kind: 'event',
      id,
      base: two.base,
      record: { ...two.record, ...title('By b') }
    });
    expect(clash).toMatchObject({
      did: 'conflict',
      conflicts: [{ path: ['title', 'en'], mine: 'By b', theirs: 'By a' }]
    });
    expect(await readRecord(as('editor').read, 'event', id)).toMatchObject({ title: { en: 'By a' } });
  });

  test('what an editor changes of a public event waits for a publisher; readers see the old words until then', async () => {
    const id = await made(as('editor'));
    await changePublication(as('publisher'), { kind: 'event', id, step: 'publish' });
    const { record, base } = await open(as('editor'), id);
    const save = { kind: 'event', id, base, record: { ...record, ...title('New words') } } as const;
    expect(await saveRecord(as('editor'), save)).toMatchObject({ did: 'waiting' });
    const shown = () => getEvent(archive.as(anonymous), 'en', id);
    expect((await shown())?.event.title.en).toBe('Panel');
    expect((await open(as('editor'), id)).record).toMatchObject(title('New words'));
    await expect(publishWaiting(as('editor'), 'event', id)).rejects.toMatchObject({ kind: 'not-allowed' });
    await publishWaiting(as('publisher'), 'event', id);
    expect((await shown())?.event.title.en).toBe('New words');
    const numbers = (await revisionsOf(archive.ctx.read, 'event', id)).map(({ reason }) => reason);
    expect(numbers).toEqual(['publish', 'edit', 'create']);
  });

  test('a former address leads to the new one, and a taken address is refused with a word about the field', async () => {
    const id = await made(as('publisher'));
    const other = await made(as('publisher'), 'Other');
    await changePublication(as('publisher'), { kind: 'event', id, step: 'publish' });
    const { record, base } = await open(as('publisher'), id);
    const save = (slug: { en: string; es: string }) =>
      saveRecord(as('publisher'), { kind: 'event', id, base, record: { ...record, slug } });
    expect(await save({ en: other, es: 'nuevo' })).toMatchObject({
      did: 'problems',
      problems: [
        { path: ['slug', 'en'], code: 'slug-taken' },
        { path: ['slug', 'es'], code: 'slug-reserved' }
      ]
    });
    await save({ en: 'better', es: 'mejor' });
    expect(await getEvent(archive.as(anonymous), 'en', 'panel')).toMatchObject({
      moved: true,
      event: { slugs: { en: 'better' } }
    });
  });

  test.each([
    [{ title: { en: 'x'.repeat(301), es: 'x' } }, 'title.en', 'longer-than'],
    [{ title: {} }, 'title', 'no-language'],
    [{ title: { en: 'a\u202eb', es: 'x' } }, 'title.en', 'invisible-character'],
    [{ description: { en: 'x'.repeat(1_000_000) } }, 'description.en', 'longer-than'],
    [{ date: { value: '2026-13-40', precision: 'day' } }, 'date.value', 'bad-date'],
    [{ people: [{ id: 'nobody', role: 'speaker' }] }, 'people.0.id', 'unknown-reference'],
    [{ kind: 'party' }, 'kind', 'not-one-of']
  ])('%#: what breaks a limit is refused', async (change, path, code) => {
    const id = await made(as('editor'));
    const { record, base } = await open(as('editor'), id);
    const saved = await saveRecord(as('editor'), { kind: 'event', id, base, record: { ...record, ...change } });
    const found = saved.did === 'problems' ? saved.problems.map((each) => `${each.path.join('.')} ${each.code}`) : [];
    expect(found).toContain(`${path} ${code}`);
  });

  test('a draft is kept for who wrote it, unchecked, and is gone when it was saved', async () => {
    const ctx = as('editor');
    const id = await made(ctx);
    const { base } = await open(ctx, id);
    await keepDraft(ctx, 'event', id, { title: { en: 'half a' } }, base);
    expect(await draftOf(ctx, 'event', id)).toMatchObject({ record: { title: { en: 'half a' } } });
    expect(await draftOf(as('editor', 'else'), 'event', id)).toBeNull();
    await saveRecord(ctx, { kind: 'event', id, base, record: { ...event('Whole') } });
    expect(await draftOf(ctx, 'event', id)).toBeNull();
  });
});

describe('the life cycle', () => {
  test('submitted by an editor, published by a publisher, withdrawn with a tombstone, deleted and restored', async () => {
    const id = await made(as('editor'));
    const step = (role: Role, name: Parameters<typeof changePublication>[1]['step']) =>
      changePublication(as(role), { kind: 'event', id, step: name });
    await step('editor', 'submit');
    await expect(step('editor', 'publish')).rejects.toMatchObject({ kind: 'not-allowed' });
    await step('publisher', 'publish');
    expect(await getEvent(archive.as(anonymous), 'en', id)).not.toBeNull();
    await step('publisher', 'withdraw');
    await expect(getEvent(archive.as(anonymous), 'en', id)).rejects.toMatchObject({ kind: 'gone' });
    await step('publisher', 'delete');
    await expect(getEvent(archive.as(anonymous), 'en', id)).rejects.toMatchObject({ kind: 'missing' });
    await step('publisher', 'restore');
    expect((await archive.ctx.read.select().from(events))[0]?.state).toBe('draft');
  });

  test('what is scheduled opens at its hour by a job, and what was deleted is purged after thirty days', async () => {
    const id = await made(as('publisher'));
    const publishAt = testNow + 60_000;
    await changePublication(as('publisher'), { kind: 'event', id, step: 'schedule', publishAt });
    const later = (now: number): Ctx => ({ ...archive.as(operator('jobs')), now: () => now });
    const run = async (now: number) => {
      for (const job of await archive.ctx.read.select().from(jobs)) {
        const kind = recordJobs.find(({ name }) => name === job.kind);
        const { payload } = job;
        const still = {
          attempt: 1,
          signal: new AbortController().signal,
          progress: async () => undefined,
          note: () => undefined
        };
        if (job.runAfter <= now) await kind?.work({ ctx: later(now), payload, ...still });
      }
    };
    await run(testNow);
    expect((await archive.ctx.read.select().from(events))[0]?.state).toBe('scheduled');
    await run(publishAt);
    expect((await archive.ctx.read.select().from(events))[0]).toMatchObject({
      state: 'public',
      publishedAt: publishAt
    });
    await changePublication(as('publisher'), { kind: 'event', id, step: 'delete' });
    await run(publishAt + 29 * 86_400_000);
    expect(await archive.ctx.read.select().from(events)).toHaveLength(1);
    await run(publishAt + 31 * 86_400_000);
    expect(await archive.ctx.read.select().from(events)).toEqual([]);
    expect(await archive.ctx.read.select().from(slugs)).toEqual([]);
  });

  test('somebody who was not asked is not published by name', async () => {
    const ctx = as('publisher');
    const record = { kind: 'campaign', name: 'Ana Prueba', display: 'full_name', consent: 'to_confirm' };
    const created = await createRecord(ctx, 'person', record, newFormKey(ctx));
    const id = 'id' in created ? created.id : '';
    expect(id).toMatch(/^p-[a-z2-7]{10}$/);
    await expect(changePublication(ctx, { kind: 'person', id, step: 'publish' })).rejects.toMatchObject({
      code: 'records.no-consent'
    });
    const head = await headOf(ctx.read, 'person', id);
    if (!head) throw new Error('nothing here');
    await saveRecord(ctx, { kind: 'person', id, base: baseOf(head), record: { ...head.record, consent: 'confirmed' } });
    await changePublication(ctx, { kind: 'person', id, step: 'publish' });
    expect((await ctx.read.select().from(people).where(eq(people.id, id)))[0]?.state).toBe('public');
  });
});

describe('status and previews', () => {
  const form = {
    status: 'cancelled',
    changedOn: '2026-04-01',
    reason: { en: 'The hall is closed.', es: 'El local está cerrado.' },
    note: {},
    replacedBy: '',
    newDate: { value: '', time: '', timeZone: '' }
  };

  test('a change of status adds to the log and never overwrites it', async () => {
    const ctx = as('publisher');
    const id = await made(ctx);
    await changePublication(ctx, { kind: 'event', id, step: 'publish' });
    const by = await made(ctx, 'Instead');
    await changePublication(ctx, { kind: 'event', id: by, step: 'publish' });
    await expect(changeStatus(as('editor'), id, form)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(await changeStatus(ctx, id, { ...form, reason: {} })).toMatchObject([{ path: ['reason'] }]);
    expect(await changeStatus(ctx, id, { ...form, replacedBy: by })).toEqual([]);
    const page = await getEvent(archive.as(anonymous), 'es', id);
    expect(page?.event.history.map(({ kind }) => kind)).toEqual(['planned', 'cancelled']);
    expect(page?.event.replacedBy.map((each) => each.id)).toEqual([by]);
  });

  test('what would be shown is made by the page itself, and nothing of the rehearsal stays', async () => {
    const ctx = as('editor');
    const id = await made(ctx);
    const seen = await rehearse(
      ctx,
      (tx) => makePublic(tx, { kind: 'event', id }),
      (visitor) => getEvent(visitor, 'en', id)
    );
    expect(seen?.event.title.en).toBe('Panel');
    expect((await ctx.read.select().from(events))[0]).toMatchObject({ state: 'draft', publishedAt: null });
  });

  test('a preview opens with its token only, until it is ended or runs out', async () => {
    const ctx = as('editor');
    const id = await made(ctx);
    const token = await openPreview(ctx, 'event', id);
    expect(await previewOf(archive.as(anonymous), token)).toEqual({ kind: 'event', id });
    expect(await previewOf(archive.as(anonymous), `${token.slice(0, -1)}_`)).toBeNull();
    expect(JSON.stringify(await ctx.read.select().from(previews))).not.toContain(token);
    const later = { ...archive.as(anonymous), now: () => testNow + 15 * 86_400_000 };
    expect(await previewOf(later, token)).toBeNull();
    await revokePreviews(ctx, 'event', id, null);
    expect(await previewOf(archive.as(anonymous), token)).toBeNull();
  });
});
