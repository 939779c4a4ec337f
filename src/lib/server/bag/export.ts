import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { writeVtt } from '#lib/domain/captions/write.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import { getSite } from '#lib/server/archive/index.ts';
import { loadVersion } from '#lib/server/captions/index.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { eventCardsById, getEvent, listEvents } from '#lib/server/events/index.ts';
import { copyWhole, makeFolders } from '#lib/server/files/index.ts';
import { findFile } from '#lib/server/media/index.ts';
import { noteOperation } from '#lib/server/operating/index.ts';
import { getPerson, listPeople } from '#lib/server/people/index.ts';
import { programVersion } from '#lib/server/program.ts';
import { ledgerName } from '#lib/server/protections/index.ts';
import { heardSpeakers, partsOf, recordingCards } from '#lib/server/recordings/index.ts';
import { pageName } from '#lib/server/bag/pages/common.ts';
import { eventPage } from '#lib/server/bag/pages/event.ts';
import { indexPage, type Contents } from '#lib/server/bag/pages/index-page.ts';
import { personPage } from '#lib/server/bag/pages/person.ts';
import { captionPath, recordingPage } from '#lib/server/bag/pages/recording.ts';
import { leavingFiles, rowsOf } from '#lib/server/bag/rows.ts';
import { scopeOfEvent } from '#lib/server/bag/scope.ts';
import { leaving, type Scope } from '#lib/server/bag/tables.ts';
import { BagWriter, isFree } from '#lib/server/bag/write-bag.ts';

export interface ExportOptions {
  /** A folder that is new or empty. */
  into: string;
  /** Only this event, with its recordings and whoever is named there. */
  eventId?: string;
  /** Only what the public sees: no tables, no originals, no earlier captions. Cannot be imported. */
  publicOnly?: boolean;
  onProgress?: (done: number, total: number, what: string) => void;
}

export interface ExportReport {
  folder: string;
  files: number;
  bytes: number;
  pages: number;
  /** Keys of files that are gone or changed in the archive itself. */
  damaged: string[];
}

export interface BagNote {
  format: 'acervo-export/1';
  migrations: number;
  program: string;
  madeAt: string;
  eventId: string | null;
}

interface Job {
  ctx: Ctx;
  /** As the public: what pages may say. */
  seen: Ctx;
  scope: Scope;
  bag: BagWriter;
  options: ExportOptions;
  /** Paths of the payload that pages may lead to. */
  has: Set<string>;
}

/** What the public may have of the stored files, and with the rest of the archive all of them. */
async function copyFiles({ ctx, seen, scope, bag, options, has }: Job): Promise<string[]> {
  const damaged: string[] = [];
  const rows = await leavingFiles(ctx, scope);
  for (const [index, { key, sha256, bytes }] of rows.entries()) {
    const isPublic = (await findFile(seen, key)) !== null;
    const source = join(ctx.config.dataDir, 'files', key);
    const there = await stat(source).catch(() => null);
    if (!there?.isFile() || there.size !== bytes) damaged.push(key);
    else if (isPublic || !options.publicOnly) {
      await bag.file(`files/${key}`, async (place) => {
        const copied = await copyWhole(source, place);
        if (copied.sha256 !== sha256) damaged.push(key);
        return copied;
      });
      if (isPublic) has.add(`files/${key}`);
    }
    options.onProgress?.(index + 1, rows.length, key);
  }
  return damaged;
}

/** Every version of every text, named as the policy allows now. */
async function writeCaptions({ seen, bag, options, has }: Job, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const parts = await partsOf(seen, id);
    const labelOf = heardSpeakers(seen, parts.speakers);
    for (const version of parts.versions) {
      const track = parts.texts.find((each) => each.id === version.trackId);
      const wanted = version.cueCount > 0 && (version.state === 'public' || !options.publicOnly);
      if (!track || !wanted) continue;
      const path = captionPath(id, track.id, version.number);
      const text = writeVtt(await loadVersion(seen.read, version), (speaker) => labelOf(speaker, track.language));
      await bag.text(path, text);
      has.add(path);
    }
  }
}

async function contentsOf({ seen, scope, options }: Job): Promise<Contents> {
  const isIn = ({ id }: { id: string }) => scope === null || scope.has(id);
  const events =
    options.eventId === undefined ? await listEvents(seen, 'all') : await eventCardsById(seen, [options.eventId]);
  return {
    site: await getSite(seen),
    events,
    people: (await listPeople(seen)).filter(isIn),
    recordings: (await recordingCards(seen)).filter(isIn)
  };
}

async function writePages({ seen, bag, has }: Job, contents: Contents): Promise<number> {
  const { site, events, people, recordings: cards } = contents;
  const license = site?.license ?? null;
  const titles = new Map([
    ...events.map(({ id, title }) => [`event ${id}`, title] as const),
    ...cards.map(({ id, title }) => [`recording ${id}`, title] as const)
  ]);
  for (const { id, slugs } of events) {
    const found = await getEvent(seen, 'en', slugs.en);
    const of = cards.filter(({ event }) => event?.id === id);
    if (found) await bag.text(`events/${pageName(id)}`, eventPage(found.event, of, license));
  }
  for (const { id, slugs } of people) {
    const found = await getPerson(seen, 'en', slugs.en);
    if (found) await bag.text(`people/${pageName(id)}`, personPage(found.person, titles));
  }
  const ids = cards.map(({ id }) => id);
  const rows = await seen.read.select().from(recordings).where(inArray(recordings.id, ids));
  for (const card of cards) {
    const row = rows.find(({ id }) => id === card.id);
    if (!row) continue;
    const page = await recordingPage(seen, { card, uuid: row.uuid, rights: row.rights }, license, (path) =>
      has.has(path)
    );
    await bag.text(`recordings/${pageName(card.id)}`, page);
  }
  await bag.text('index.html', indexPage(contents));
  return events.length + people.length + cards.length + 1;
}

async function writeReadme({ bag, options }: Job, { site }: Contents, madeAt: string): Promise<void> {
  for (const locale of locales) {
    const m = bagMessages(locale);
    const all = options.eventId === undefined;
    const rights = m.readmeRights(textIn(site?.license, locale) || m.rightsNotSaid);
    const care = options.publicOnly ? m.readmePublic : m.readmePrivate;
    await bag.text(
      m.readmeName,
      [m.readme(textIn(site?.title, locale) || m.contents, madeAt.slice(0, 10), all), care, rights].join('\n')
    );
  }
}

/** Everything as rows, for a program that takes it in again. */
async function writeTables({ ctx, scope, bag, options }: Job, madeAt: string): Promise<void> {
  const { eventId = null } = options;
  const note: BagNote = {
    format: 'acervo-export/1',
    migrations: knownMigrations(),
    program: programVersion(),
    madeAt,
    eventId
  };
  await bag.text('acervo/archive.json', `${JSON.stringify(note, null, 1)}\n`);
  for (const { name } of leaving) await bag.lines(`acervo/tables/${name}.jsonl`, rowsOf(ctx, name, scope));
  const ledger = join(ctx.config.dataDir, ledgerName);
  if (existsSync(ledger)) await bag.file(`acervo/${ledgerName}`, (place) => copyWhole(ledger, place));
}

/** Writes the archive, or one event of it, as a bag that is read without the program. */
export async function exportBag(ctx: Ctx, options: ExportOptions): Promise<ExportReport> {
  const { into, eventId, publicOnly } = options;
  if (!(await isFree(into))) throw new OperatorProblem(`${into} is not empty. A bag needs a folder of its own.`);
  const startedAt = ctx.now();
  const madeAt = new Date(startedAt).toISOString();
  const scope = eventId === undefined ? null : await scopeOfEvent(ctx, eventId);
  await makeFolders(join(into, 'data'));
  const job: Job = { ctx, seen: asViewer(ctx, anonymous), scope, bag: new BagWriter(into), options, has: new Set() };
  const damaged = await copyFiles(job);
  const contents = await contentsOf(job);
  await writeCaptions(
    job,
    contents.recordings.map(({ id }) => id)
  );
  const pages = await writePages(job, contents);
  await writeReadme(job, contents, madeAt);
  if (!publicOnly) await writeTables(job, madeAt);
  const { bytes, files } = await job.bag.finish([
    ['Source-Organization', textIn(contents.site?.title, 'en') || 'unknown'],
    ['External-Identifier', eventId ?? ctx.config.publicUrl.origin],
    [
      'External-Description',
      publicOnly ? 'What the public could see' : 'Everything, drafts and names that are not shown included'
    ],
    ['Bagging-Date', madeAt.slice(0, 10)],
    ['Bag-Software-Agent', `Acervo ${programVersion()}`]
  ]);
  const data = { folder: into, files, bytes, damaged: damaged.slice(0, 100) };
  await noteOperation(ctx, { kind: 'export', startedAt, ok: damaged.length === 0, data });
  return { folder: into, files, bytes, pages, damaged };
}
