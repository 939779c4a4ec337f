import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContentRevision } from '#lib/server/db/revision.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { importFolders, type ImportOptions } from '#lib/server/import/index.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf, makeFolder } from '../../../../tests/support/import.ts';

vi.setConfig({ testTimeout: 30_000 });

let archive: TestArchive;
let folder: ReturnType<typeof makeFolder>;
beforeEach(async () => {
  archive = await openTestArchive();
  folder = makeFolder({ 'archive.yaml': small });
});
afterEach(async () => {
  await archive.close();
  folder.remove();
});

const small = `
meta: { format: acervo/1, default_source: page }
documents: [{ id: page, title: A page, label: { en: The page, es: La página } }]
site: { title: { en: Archive, es: Archivo }, short_title: { en: A, es: A } }
organizations:
  - { id: nisgua, order: 1, short: NISGUA, name: { en: Network, es: Red }, source: [L1, L2] }
people:
  - { id: ana, name: Ana López, kind: campaign, consent: to_confirm }
  - { id: eva, name: Eva Paz, kind: campaign, consent: to_confirm, publish_name: as_in_source }
  - { id: rosa, name: Rosa Sol, kind: campaign, consent: confirmed }
  - { id: no, name: Nadie, kind: campaign, consent: refused, publish_name: as_in_source }
  - { id: minister, name: A Minister, kind: public_official }
events:
  - id: talk
    kind: talk
    title: { en: A talk, es: Una charla }
    slug: { en: a-talk, es: una-charla }
    date: { value: 2020-05-04, precision: day, time: "18:30", time_zone: America/Guatemala, duration: "1:30:00" }
    status: held
    people: [{ id: ana, role: speaker }, { id: rosa, role: moderator }]
    organizations: [{ id: nisgua, role: host }]
`;

const run = (options: Partial<ImportOptions> = {}) =>
  importFolders(archive.ctx, { folders: [folder.path], publish: true, ...options });
const write = (text: string) => folder.add(folder.path, { 'archive.yaml': text });
const revision = () => readContentRevision(archive.ctx.read);
const read = () => archive.ctx.read;
const talk = async () => (await read().select().from(schema.events).where(eq(schema.events.id, 'talk')))[0];
const edit = (change: Partial<typeof schema.events.$inferInsert>) =>
  archive.ctx.db.write((tx) => tx.update(schema.events).set(change).where(eq(schema.events.id, 'talk')));

test('the first import makes everything, the second changes nothing at all', async () => {
  const first = await run();
  expect(first.problems).toEqual([]);
  expect(first.counts).toMatchObject({ made: 9, changed: 0, conflicts: 0 });
  const [before, at] = [await dumpOf(read()), await revision()];
  const second = await run();
  expect(second.counts).toMatchObject({ made: 0, changed: 0, unchanged: 9 });
  expect(await dumpOf(read())).toEqual(before);
  expect(await revision()).toBe(at);
});

test('a dry run says what would be done and writes nothing', async () => {
  const before = await dumpOf(read());
  expect((await run({ dryRun: true })).counts).toMatchObject({ made: 9 });
  expect(await dumpOf(read())).toEqual(before);
  await run();
  write(small.replace('A talk', 'The talk'));
  const after = await dumpOf(read());
  const { counts, outcomes } = await run({ dryRun: true });
  expect(counts).toMatchObject({ made: 0, changed: 1 });
  expect(outcomes.find(({ did }) => did === 'changed')).toMatchObject({ id: 'talk', fields: ['title'] });
  expect(await dumpOf(read())).toEqual(after);
});

test('an hour with its zone becomes an instant, and the day stays as it was written', async () => {
  await run();
  const event = await talk();
  expect(event?.startsAt).toBe(Date.UTC(2020, 4, 5, 0, 30));
  expect(event?.endsAt).toBe(Date.UTC(2020, 4, 5, 2, 0));
  expect(event).toMatchObject({ timeZone: 'America/Guatemala', sortDate: '2020-05-04', durationMs: 5_400_000 });
});

test('nobody of the campaign is named before they agreed, search engines are kept from whom only the source named', async () => {
  await run();
  const people = await read().select().from(schema.people);
  expect(
    Object.fromEntries(people.map(({ id, state, noindex }) => [id, `${state}${noindex ? ' noindex' : ''}`]))
  ).toEqual({
    ana: 'draft',
    eva: 'public noindex',
    rosa: 'public',
    no: 'draft',
    minister: 'public'
  });
  const slugs = await read().select().from(schema.slugs).where(eq(schema.slugs.kind, 'person'));
  for (const { objectId, slug } of slugs) if (objectId !== 'minister') expect(slug).toMatch(/^p-[0-9a-f]{10}$/);
});

test('who agrees later becomes public by the next import', async () => {
  await run();
  write(
    small.replace(
      'name: Ana López, kind: campaign, consent: to_confirm',
      'name: Ana López, kind: campaign, consent: confirmed'
    )
  );
  expect((await run()).counts).toMatchObject({ changed: 1, conflicts: 0 });
  const [ana] = await read().select().from(schema.people).where(eq(schema.people.id, 'ana'));
  expect(ana).toMatchObject({ state: 'public', consent: 'confirmed', publishedAt: archive.ctx.now() });
});

test('without --publish everything is a draft; --publish later makes it public, but not what was withdrawn here', async () => {
  await run({ publish: false });
  expect((await talk())?.state).toBe('draft');
  expect((await run()).conflicts).toEqual([]);
  expect((await talk())?.state).toBe('public');
  await edit({ state: 'withdrawn' });
  expect((await run()).counts).toMatchObject({ changed: 0, conflicts: 0 });
  expect((await talk())?.state).toBe('withdrawn');
});

describe('a field that was changed', () => {
  const changed = () => write(small.replace('A talk, es: Una charla', 'From the file, es: Del fichero'));
  const mine = { en: 'From here', es: 'De aquí' };

  test('in the file only is changed here', async () => {
    await run();
    changed();
    expect((await run()).counts).toMatchObject({ changed: 1, conflicts: 0 });
    expect((await talk())?.title).toEqual({ en: 'From the file', es: 'Del fichero' });
  });

  test('here only stays', async () => {
    await run();
    await edit({ title: mine });
    expect((await run()).counts).toMatchObject({ changed: 0, conflicts: 0 });
    expect((await talk())?.title).toEqual(mine);
  });

  test('in both is listed with both values, and the other fields of the object are updated', async () => {
    await run();
    await edit({ title: mine });
    changed();
    folder.add(folder.path, {
      'archive.yaml': small
        .replace('A talk, es: Una charla', 'From the file, es: Del fichero')
        .replace('kind: talk', 'kind: meeting')
    });
    const { conflicts, counts } = await run();
    expect(counts).toMatchObject({ changed: 1, conflicts: 1 });
    const file = conflicts[0]?.file ?? '';
    expect(file).toMatch(/archive\.yaml$/);
    expect(conflicts).toEqual([
      {
        kind: 'event',
        id: 'talk',
        field: 'title',
        file,
        line: 16,
        theirs: { en: 'From the file', es: 'Del fichero' },
        ours: mine
      }
    ]);
    expect(await talk()).toMatchObject({ title: mine, kind: 'meeting' });
    expect((await run()).conflicts).toHaveLength(1); // until somebody decides
  });

  test.each([
    ['theirs', { en: 'From the file', es: 'Del fichero' }],
    ['ours', mine]
  ] as const)('in both: --%s decides, once and for all', async (winner, title) => {
    await run();
    await edit({ title: mine });
    changed();
    expect((await run({ winner })).conflicts).toEqual([]);
    expect((await talk())?.title).toEqual(title);
    expect((await run()).conflicts).toEqual([]);
    expect((await talk())?.title).toEqual(title);
  });

  test('in both to the same is no conflict', async () => {
    await run();
    await edit({ title: { en: 'From the file', es: 'Del fichero' } });
    changed();
    expect((await run()).conflicts).toEqual([]);
  });

  test('that nobody ever filled is filled by the file without asking', async () => {
    await run();
    write(small.replace('status: held', 'status: held\n    background: true\n    summary: { en: Short }'));
    expect((await run()).counts).toMatchObject({ changed: 1, conflicts: 0 });
    expect(await talk()).toMatchObject({ background: true, summary: { en: 'Short' } });
  });

  test('and that the file no longer mentions stays as it is', async () => {
    await run();
    write(small.replace(/ {4}people:.*\n/, ''));
    expect((await run()).counts).toMatchObject({ changed: 0 });
    expect(await read().select().from(schema.personLinks)).toHaveLength(2);
  });
});

test('an object that is gone from the files stays here', async () => {
  await run();
  write(small.slice(0, small.indexOf('events:')));
  await run();
  expect(await talk()).toBeDefined();
});

test('a new address takes over, the former one stays and leads to it', async () => {
  await run();
  write(small.replace('{ en: a-talk, es: una-charla }', '{ en: the-talk, es: una-charla }'));
  await run();
  const own = and(eq(schema.slugs.kind, 'event'), eq(schema.slugs.objectId, 'talk'));
  const rows = await read().select().from(schema.slugs).where(own);
  expect(rows.map(({ locale, slug, isCurrent }) => `${locale} ${slug} ${isCurrent}`).sort()).toEqual([
    'en a-talk false',
    'en the-talk true',
    'es una-charla true'
  ]);
});

test('a person who is withdrawn here stays withdrawn, whatever the file says', async () => {
  await run();
  await archive.ctx.db.write((tx) =>
    tx.update(schema.people).set({ state: 'withdrawn', display: 'hidden' }).where(eq(schema.people.id, 'rosa'))
  );
  await run({ winner: 'theirs' });
  const [rosa] = await read().select().from(schema.people).where(eq(schema.people.id, 'rosa'));
  expect(rosa).toMatchObject({ state: 'withdrawn', display: 'hidden' });
});

const entry = (id: string, rest: string) =>
  `id: ${id}\nkind: talk\ntitle: { en: ${id} }\ndate: { precision: unknown }\n${rest}`;

describe('status and replacement', () => {
  test('are read both ways, and an inferred one says so', async () => {
    folder.add(folder.path, {
      'archive.yaml': 'meta: { format: acervo/1 }\n',
      'events/old.yaml': entry(
        'old',
        'status: cancelled\nstatus_history:\n  - { status: planned }\n  - { status: cancelled, not_after: 2020-04-16, replaced_by: later, inferred: [replaced_by] }\n'
      ),
      'events/later.yaml': entry('later', 'status: held\nreplaces: [old, older]\n'),
      'events/older.yaml': entry('older', 'status: postponed\n')
    });
    expect((await run()).problems).toEqual([]);
    const pairs = await read().select().from(schema.eventReplacements);
    expect(
      pairs.map(({ eventId, replacedById, inferred }) => `${eventId} → ${replacedById} ${inferred}`).sort()
    ).toEqual(['old → later true', 'older → later false']);
    const log = await read().select().from(schema.statusChanges).where(eq(schema.statusChanges.eventId, 'old'));
    expect(log.map(({ kind, changed }) => [kind, changed.notAfter])).toEqual([
      ['planned', null],
      ['cancelled', '2020-04-16']
    ]);
  });

  test('a rescheduled event keeps the hour that was valid before', async () => {
    folder.add(folder.path, {
      'events/moved.yaml': entry(
        'moved',
        'status: rescheduled\nstatus_history:\n  - status: rescheduled\n    previous_start: { value: 2020-05-04, precision: day, time: "18:30", time_zone: America/New_York }\n'
      )
    });
    expect((await run()).problems).toEqual([]);
    const [change] = await read().select().from(schema.statusChanges).where(eq(schema.statusChanges.eventId, 'moved'));
    expect(change?.previousStart).toMatchObject({ value: '2020-05-04T18:30-04:00', precision: 'instant' });
  });

  test('a corrected log keeps the time at which its entries were recorded', async () => {
    await run();
    const before = await read().select().from(schema.statusChanges);
    write(
      small.replace('status: held', 'status: held\n    status_history: [{ status: held, note: { en: It was full. } }]')
    );
    await run();
    const after = await read().select().from(schema.statusChanges);
    expect(after.map(({ note, recordedAt }) => [note, recordedAt])).toEqual([
      [{ en: 'It was full.' }, before[0]?.recordedAt]
    ]);
  });
});

test('a glossary alone does not need a site, and the site that comes later takes its name', async () => {
  folder.add(folder.path, { 'archive.yaml': 'meta: { format: acervo/1 }\n' });
  folder.add(folder.path, {
    'glossary.yaml':
      'domains: { land: { en: Land, es: Tierra } }\nterms:\n  - { id: mine, domain: land, en: { term: mine, variants: [] }, es: { term: mina, variants: [minas], not_our_word: [x] } }\n'
  });
  expect((await run()).problems).toEqual([]);
  const [term] = await read().select().from(schema.glossary);
  expect(term).toMatchObject({ esTerm: 'mina', esVariants: ['minas'], esNotOurWord: ['x'], enNotOurWord: [] });
  write(small);
  const { conflicts } = await run();
  expect(conflicts).toEqual([]);
  const [site] = await read().select().from(schema.site);
  expect(site).toMatchObject({
    title: { en: 'Archive', es: 'Archivo' },
    vocabulary: { glossary_domain: { land: { en: 'Land' } } }
  });
});
