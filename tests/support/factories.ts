import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ArchiveDate, ObjectKind, PublicationState } from '#lib/domain/archive/types.ts';
import { anonymous, type Viewer } from '#lib/domain/access/viewer.ts';
import type { StoredRenditionKind } from '#lib/domain/recordings/types.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext, type Ctx } from '#lib/server/context.ts';
import { openDatabase, type Queries } from '#lib/server/db/open.ts';
import {
  audioTracks,
  chapters,
  cues,
  events,
  files,
  moments,
  organizationLinks,
  organizations,
  people,
  personLinks,
  readingTracks,
  recordings,
  recordingSpeakers,
  renditions,
  slugs,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import { createLog } from '#lib/server/log.ts';
import { freshDatabaseUrl } from './database.ts';

/** Media time and clock of the tests: 2026-03-01. */
export const testNow = Date.UTC(2026, 2, 1);

export interface TestArchive {
  ctx: Ctx;
  dataDir: string;
  as(viewer: Viewer): Ctx;
  close(): Promise<void>;
}

/** A real database in a folder of its own, gone after `close`. */
export async function openTestArchive(folder?: string): Promise<TestArchive> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'acervo-'));
  mkdirSync(dataDir, { recursive: true });
  const databaseUrl = await freshDatabaseUrl(dataDir);
  const config = { ...readConfig({ DATA_DIR: dataDir }), databaseUrl };
  const db = await openDatabase(databaseUrl);
  await db.migrate();
  const as = (viewer: Viewer) => createContext({ db, viewer, config, log: createLog('silent'), now: () => testNow });
  const close = async () => {
    await db.close();
    if (!folder) rmSync(dataDir, { recursive: true });
  };
  return { ctx: as(anonymous), dataDir, as, close };
}

export const day = (value: string): ArchiveDate => ({
  value,
  precision: 'day',
  year: 'stated',
  notBefore: null,
  notAfter: null,
  inferred: [],
  label: null
});

let lastVersion = 0;
let lastNumber = 0;

interface Base {
  id: string;
  state?: PublicationState;
}
const objectRow = ({ id, state = 'public' }: Base) => ({
  id,
  uuid: `uuid-${id}`,
  state,
  createdAt: testNow,
  updatedAt: testNow
});

const giveSlug = (tx: Queries, kind: ObjectKind, id: string, slug: { en: string; es: string }) =>
  tx.insert(slugs).values(
    (['en', 'es'] as const).map((locale) => ({
      kind,
      locale,
      slug: slug[locale],
      objectId: id,
      createdAt: testNow
    }))
  );

export function insertEvent(
  { ctx }: TestArchive,
  { id, state, title }: Base & { title: { en: string; es: string } }
): Promise<void> {
  return ctx.db.write(async (tx) => {
    await tx.insert(events).values({
      ...objectRow({ id, ...(state && { state }) }),
      kind: 'webinar',
      title,
      date: day('2020-06-10'),
      attendance: 'online',
      panel: { expected: 5, note: null }
    });
    await giveSlug(tx, 'event', id, { en: id, es: id });
  });
}

type PersonInput = Base & Partial<typeof people.$inferInsert> & { name: string };
/** A person, credited as speaker of an object when one is given. */
export function insertPerson(
  { ctx }: TestArchive,
  { id, state, ...more }: PersonInput,
  speaksIn?: [ObjectKind, string]
): Promise<void> {
  return ctx.db.write(async (tx) => {
    await tx.insert(people).values({ ...more, ...objectRow({ id, ...(state && { state }) }) });
    await giveSlug(tx, 'person', id, { en: id, es: id });
    if (!speaksIn) return;
    const [objectKind, objectId] = speaksIn;
    await tx.insert(personLinks).values({ objectKind, objectId, personId: id, role: 'speaker', position: 0 });
  });
}

export function insertSponsors({ ctx }: TestArchive, eventId: string, names: string[]): Promise<void> {
  return ctx.db.write(async (tx) => {
    for (const [position, shortName] of names.entries()) {
      const id = `org-${String(position)}`;
      await tx.insert(organizations).values({ ...objectRow({ id }), shortName, position });
      await tx
        .insert(organizationLinks)
        .values({ objectKind: 'event', objectId: eventId, organizationId: id, role: 'cosponsor', position });
    }
  });
}

export interface CueInput {
  startMs: number;
  endMs: number;
  text: string;
  speakerId?: string;
  voice?: 'original' | 'interpretation' | 'translation' | 'unknown';
}

export interface TrackInput extends Omit<Partial<typeof textTracks.$inferInsert>, 'recordingId'> {
  id: string;
  language: string | null;
  cues?: CueInput[];
  /** Its cues are the language's reading track. */
  reading?: boolean;
  versionState?: PublicationState;
}

export interface RecordingInput extends Base {
  slug: { en: string; es: string };
  title: { en?: string; es?: string };
  more?: Partial<typeof recordings.$inferInsert>;
  sounds?: (Omit<Partial<typeof audioTracks.$inferInsert>, 'recordingId'> & { id: string })[];
  texts?: TrackInput[];
  speakers?: { id: string; labels: Record<string, string>; personId?: string }[];
  chapters?: { startMs: number; endMs: number; title: { en: string; es: string } }[];
  media?: {
    id: string;
    kind: StoredRenditionKind;
    audioTrackId?: string;
    language?: string;
    file: string;
    body: string | Buffer;
    mimeType: string;
  }[];
  /** Start, end, and per language the first and last cue. Left out: one for each cue of the first reading track. */
  moments?: { startMs: number; endMs: number; spans: Record<string, [number, number]> }[];
}

/** Cues are written 500 a statement: SQLite takes 32,766 values at most. */
async function insertCues(tx: Queries, versionId: number, all: CueInput[]): Promise<void> {
  for (let from = 0; from < all.length; from += 500) {
    await tx
      .insert(cues)
      .values(
        all
          .slice(from, from + 500)
          .map((cue, i) => ({ ...cue, id: versionId * 2 ** 20 + from + i, mark: cue.speakerId ? 0 : null }))
      );
  }
}

async function insertTrack(tx: Queries, recordingId: string, position: number, input: TrackInput): Promise<void> {
  const { cues: said, reading = false, versionState = 'public', ...track } = input;
  await tx
    .insert(textTracks)
    .values({ kind: 'captions', role: 'original', held: Boolean(said), ...track, recordingId, position });
  if (!said) return;
  const versionId = ++lastVersion;
  await tx.insert(trackVersions).values({
    id: versionId,
    recordingId,
    trackId: input.id,
    number: 1,
    state: versionState,
    format: 'vtt',
    frame: {
      layout: { bom: false, lineEnd: '\n', shortTimes: false, header: '', blocks: [] },
      marks: ['<v {name}>{text}']
    },
    cueCount: said.length,
    madeBy: 'import',
    createdAt: testNow,
    publishedAt: testNow
  });
  await insertCues(tx, versionId, said);
  if (reading && input.language) {
    await tx.insert(readingTracks).values({ recordingId, language: input.language, trackId: input.id, versionId });
  }
}

async function insertMoments(tx: Queries, number: number, input: RecordingInput): Promise<void> {
  const reading = (input.texts ?? []).filter((track) => track.reading);
  const [first] = reading;
  const made =
    input.moments ??
    (first?.cues ?? []).map(({ startMs, endMs }, i) => ({
      startMs,
      endMs,
      spans: Object.fromEntries(reading.map(({ language }) => [language ?? '', [i, i] as [number, number]]))
    }));
  for (let from = 0; from < made.length; from += 500) {
    await tx
      .insert(moments)
      .values(made.slice(from, from + 500).map((moment, i) => ({ ...moment, id: number * 2 ** 20 + from + i })));
  }
}

/** A recording with all that hangs on it. Files are really written. */
export async function insertRecording({ ctx, dataDir }: TestArchive, input: RecordingInput): Promise<void> {
  const { id, state } = input;
  const number = ++lastNumber;
  for (const { file, body } of input.media ?? []) {
    const path = join(dataDir, 'files', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body);
  }
  await ctx.db.write(async (tx) => {
    await tx
      .insert(recordings)
      .values({ ...objectRow({ id, ...(state && { state }) }), number, title: input.title, ...input.more });
    await giveSlug(tx, 'recording', id, input.slug);
    for (const [position, sound] of (input.sounds ?? []).entries()) {
      await tx.insert(audioTracks).values({ role: 'original', held: true, ...sound, recordingId: id, position });
    }
    for (const [position, speaker] of (input.speakers ?? []).entries()) {
      await tx.insert(recordingSpeakers).values({ ...speaker, recordingId: id, position });
    }
    for (const [position, chapter] of (input.chapters ?? []).entries()) {
      await tx.insert(chapters).values({ ...chapter, recordingId: id, position });
    }
    for (const { file, body, ...media } of input.media ?? []) {
      const bytes = Buffer.byteLength(body);
      const sha256 = createHash('sha256').update(body).digest('hex');
      await tx.insert(files).values({ key: file, bytes, sha256, mimeType: media.mimeType, createdAt: testNow });
      await tx.insert(renditions).values({ ...media, recordingId: id, fileKey: file, bytes });
    }
    for (const [position, track] of (input.texts ?? []).entries()) await insertTrack(tx, id, position, track);
    await insertMoments(tx, number, input);
  });
}
