import { and, between, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import type { DisplayPolicy } from '#lib/domain/people/types.ts';
import { cueRange } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import {
  cues,
  images,
  people,
  protections,
  recordings,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import { appendProtection, takeLedger } from '#lib/server/protections/index.ts';
import { actorOf, assertMay, note, publicationOf } from '#lib/server/records/objects.ts';
import { rowsWithNames, type Names, type Place } from '#lib/server/records/protect/places.ts';
import { repairSlugs, slugsWithNames } from '#lib/server/records/protect/slugs.ts';
import { leaveIndex } from '#lib/server/search/index.ts';

export type Protection = typeof protections.$inferSelect;

export interface ProtectionForm {
  display: DisplayPolicy;
  pseudonym: Localized;
  noPortrait: boolean;
  withdrawn: boolean;
  names: string[];
  replacement: { en: string; es: string };
  passages: { recordingId: string; startMs: number; endMs: number }[];
}

const wantedOf = ({
  names,
  replacement,
  display,
  withdrawn,
  pseudonym
}: Pick<Protection, 'names' | 'replacement' | 'display' | 'withdrawn' | 'pseudonym'>): Names => {
  const given = (locale: 'en' | 'es') =>
    (display === 'pseudonym' ? textIn(pseudonym, locale) : '') || textIn(replacement, locale);
  return { names: display === 'full_name' && !withdrawn ? [] : names, instead: { en: given('en'), es: given('es') } };
};

export const protectionOf = async ({ read }: Ctx, personId: string): Promise<Protection | null> =>
  (await read.select().from(protections).where(eq(protections.personId, personId)))[0] ?? null;

/** Every place in which one of the names still stands; asked before anything is saved. */
export async function placesOf(ctx: Ctx, personId: string, names: readonly string[]): Promise<Place[]> {
  assertMay(ctx, 'person', 'withdraw', await publicationOf(ctx.read, 'person', personId));
  const places: Place[] = [];
  for await (const { places: found } of rowsWithNames(ctx.read, { names, instead: { en: '', es: '' } }, personId)) {
    places.push(...found);
  }
  const addresses = await slugsWithNames(ctx.read, names);
  return [...places, ...addresses.map(({ kind, slug }) => ({ table: 'slugs', column: kind, row: slug, sample: slug }))];
}

/** Sets how a person is shown, repairs every place, and tells the ledger that outlives restored backups. */
export async function protectPerson(ctx: Ctx, personId: string, form: ProtectionForm): Promise<number> {
  const { row, repaired } = await inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, 'person', personId);
    if (!object) throw missing('person', { id: personId });
    assertMay(tx, 'person', 'withdraw', object);
    if (form.display === 'pseudonym' && (!form.pseudonym.en || !form.pseudonym.es)) {
      throw new DomainError('invalid', 'protect.no-pseudonym', { field: 'pseudonym' });
    }
    const before = await protectionOf(tx, personId);
    const now = tx.now();
    const saved: Protection = {
      ...form,
      personId,
      setBy: actorOf(tx),
      createdAt: before?.createdAt ?? now,
      updatedAt: now
    };
    await tx.write.delete(protections).where(eq(protections.personId, personId));
    await tx.write.insert(protections).values(saved);
    const count = await applyOne(tx, saved);
    await raiseContentRevision(tx.write);
    const { display, withdrawn, noPortrait } = form;
    await note(tx, 'person.protected', 'person', personId, { display, withdrawn, noPortrait, repaired: count });
    return { row: saved, repaired: count };
  });
  await appendProtection(ctx.config, { at: row.updatedAt, personId, protection: { ...row } });
  return repaired;
}

/**
 * What the ledger promises holds in this database: to be called before anybody is served from what an import, a restore or a
 * newer program brought. Costs next to nothing where nobody is protected. Returns how many places had to be repaired.
 */
export async function keepPromises(ctx: Ctx): Promise<number> {
  await takeLedger(ctx);
  return applyProtections(ctx);
}

/** Brings the archive to what the table of promises says. Returns how many places had to be repaired. */
export async function applyProtections(ctx: Ctx): Promise<number> {
  const [anybody] = await ctx.read.select({ id: protections.personId }).from(protections).limit(1);
  if (!anybody) return 0;
  return inTransaction(ctx, async (tx) => {
    let changed = 0;
    for (const row of await tx.read.select().from(protections)) changed += await applyOne(tx, row);
    if (changed > 0) await raiseContentRevision(tx.write);
    return changed;
  });
}

async function applyOne(tx: Tx, row: Protection): Promise<number> {
  let changed = await applyPolicy(tx, row);
  const wanted = wantedOf(row);
  if (wanted.names.length > 0) {
    // read whole before anything is written: a table is not changed while it is being read
    const found = [];
    for await (const each of rowsWithNames(tx.read, wanted, row.personId)) found.push(each);
    for (const { table, keys, change } of found) {
      await tx.write
        .update(table)
        .set(change)
        .where(and(...keys.map(([column, value]) => (value === null ? isNull(column) : eq(column, value)))));
    }
    changed += found.length + (await repairSlugs(tx, wanted.names, wanted.instead.en));
  }
  for (const passage of row.passages) changed += await leaveOut(tx, passage);
  if (changed > 0)
    for (const { id } of await tx.read.select({ id: recordings.id }).from(recordings)) await leaveIndex(tx, id);
  return changed;
}

async function applyPolicy(tx: Tx, row: Protection): Promise<number> {
  const [person] = await tx.read.select().from(people).where(eq(people.id, row.personId));
  if (!person) return 0;
  const portrait = row.noPortrait || row.withdrawn ? person.portraitImageId : null;
  const state = row.withdrawn ? ('withdrawn' as const) : person.state;
  const same =
    person.display === row.display &&
    JSON.stringify(person.pseudonym) === JSON.stringify(row.pseudonym) &&
    portrait === null &&
    person.state === state;
  if (same) return 0;
  const change = { display: row.display, pseudonym: row.pseudonym, state, ...(portrait && { portraitImageId: null }) };
  await tx.write
    .update(people)
    .set({ ...change, updatedAt: tx.now() })
    .where(eq(people.id, row.personId));
  // the picture itself is no longer given out either
  if (portrait) await tx.write.update(images).set({ state: 'withdrawn' }).where(eq(images.id, portrait));
  return 1;
}

const leftOutWords = { en: '[left out at the person’s request]', es: '[omitido a petición de la persona]' };

/** The words of a stretch go out of every version of every track. */
async function leaveOut(tx: Tx, { recordingId, startMs, endMs }: Protection['passages'][number]): Promise<number> {
  const versions = await tx.read
    .select({ id: trackVersions.id, language: textTracks.language })
    .from(trackVersions)
    .innerJoin(
      textTracks,
      and(eq(textTracks.recordingId, trackVersions.recordingId), eq(textTracks.id, trackVersions.trackId))
    )
    .where(eq(trackVersions.recordingId, recordingId));
  let changed = 0;
  for (const { id, language } of versions) {
    const words = leftOutWords[language?.startsWith('es') ? 'es' : 'en'];
    const inside = and(between(cues.id, ...cueRange(id)), lt(cues.startMs, endMs), gt(cues.endMs, startMs));
    const rows = await tx.read.select({ id: cues.id, text: cues.text }).from(cues).where(inside);
    if (rows.every(({ text }) => text === words)) continue;
    await tx.write.update(cues).set({ text: words }).where(inside);
    changed += rows.length;
  }
  return changed;
}
