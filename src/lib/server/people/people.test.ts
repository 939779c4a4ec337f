import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { people, withheldStatements } from '#lib/server/db/schema/index.ts';
import { getPerson, listPeople, listWithheld } from '#lib/server/people/index.ts';
import { insertPerson, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  await insertPerson(archive, { id: 'speaker', name: 'Real Name', consent: 'to_confirm' });
  await insertPerson(archive, { id: 'minister', name: 'In Office', kind: 'public_official', consent: 'not_needed' });
});
afterEach(() => archive.close());

const change = (values: Partial<typeof people.$inferInsert>) =>
  archive.ctx.db.write((tx) => tx.update(people).set(values).where(eq(people.id, 'speaker')));
const namesListed = async () => (await listPeople(archive.ctx)).map(({ name }) => name.en).sort();

test('a person is named by the policy of that moment', async () => {
  expect(await namesListed()).toEqual(['In Office', 'Real Name']);
  await change({ display: 'pseudonym', pseudonym: { en: 'A speaker', es: 'Una ponente' } });
  expect(await namesListed()).toEqual(['A speaker', 'In Office']);
  expect((await getPerson(archive.ctx, 'es', 'speaker'))?.person.name.es).toBe('Una ponente');
  await change({ display: 'hidden' });
  expect(await namesListed()).toEqual(['In Office']);
  expect(await getPerson(archive.ctx, 'en', 'speaker')).toBeNull();
});

test('search engines are kept out until a person of the campaign has agreed', async () => {
  const noindex = async (slug: string) => (await getPerson(archive.ctx, 'en', slug))?.person.noindex;
  expect(await noindex('speaker')).toBe(true);
  expect(await noindex('minister')).toBe(false);
  await change({ consent: 'confirmed' });
  expect(await noindex('speaker')).toBe(false);
});

test('that a statement is kept back is told even when its speaker may not be named', async () => {
  const topic = { en: 'About land', es: 'Sobre la tierra' };
  const reason = { en: 'Not agreed', es: 'Sin acuerdo' };
  await archive.ctx.db.write((tx) =>
    tx.insert(withheldStatements).values({ id: 's', personId: 'speaker', topic, reason })
  );
  expect((await listWithheld(archive.ctx))[0]?.person?.name.en).toBe('Real Name');
  await change({ state: 'draft' });
  expect(await listWithheld(archive.ctx)).toEqual([{ id: 's', topic, reason, person: null, sources: [] }]);
});
