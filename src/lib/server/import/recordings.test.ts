import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, between, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { labelledText, ownLabels } from '#lib/domain/captions/speakers.ts';
import { writeVtt } from '#lib/domain/captions/write.ts';
import { createVersion, cueRange, loadVersion, publishVersions, versionsOf } from '#lib/server/captions/index.ts';
import { inTransaction } from '#lib/server/context.ts';
import { readContentRevision } from '#lib/server/db/revision.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { importFolders, type ImportOptions } from '#lib/server/import/index.ts';
import { findFile } from '#lib/server/media/index.ts';
import { getRecordingPage } from '#lib/server/recordings/index.ts';
import { root } from '#lib/server/root.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf, makeFolder, vtt } from '../../../../tests/support/import.ts';

vi.setConfig({ testTimeout: 60_000 }); // the whole first archive, on a busy machine

let archive: TestArchive;
let folder: ReturnType<typeof makeFolder>;
beforeEach(async () => {
  archive = await openTestArchive();
  folder = makeFolder({});
});
afterEach(async () => {
  await archive.close();
  folder.remove();
});

const seed = new URL('seed/', root).pathname;
const captions = new URL('captions/', root).pathname;
const inRec = (files: Record<string, string>) =>
  folder.add(
    folder.path,
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`recordings/rec/${name}`, content]))
  );
const run = (options: Partial<ImportOptions> = {}) =>
  importFolders(archive.ctx, { folders: [folder.path], publish: true, ...options });
const read = () => archive.ctx.read;
const versions = (trackId: string) => versionsOf(read(), 'rec', trackId);
const reading = async () =>
  Object.fromEntries(
    (await read().select().from(schema.readingTracks)).map(({ language, trackId }) => [language, trackId])
  );
const moments = async () => (await read().select().from(schema.moments)).map(({ spans }) => spans);
const cuesIn = (versionId: number) =>
  read()
    .select()
    .from(schema.cues)
    .where(between(schema.cues.id, ...cueRange(versionId)));

const recording = `
id: rec
title: { en: Recording, es: Grabación }
media_state: none
speakers:
  - { id: ana, labels: { es: Ana, en: Ann } }
text_tracks:
  - { id: es, kind: captions, role: original, language: es, held: true, file: es.vtt }
  - { id: en, kind: subtitles, role: translation, language: en, held: true, file: en.vtt }
`;
const both = {
  'recording.yaml': recording,
  'es.vtt': vtt('<v Ana>Buenas tardes.', '<v Eva>Hola.', '<v Eva>Somos muchas.'),
  'en.vtt': vtt('<v Ann>Good afternoon.', '<v Eva>Hello.', '<v Eva>There are many of us.')
};

describe('a caption file', () => {
  test('becomes a public version whose cues know their speakers by id, not by name', async () => {
    inRec(both);
    const { problems, counts } = await run();
    expect(problems).toEqual([]);
    expect(counts).toMatchObject({ made: 1, conflicts: 0 });
    const [version] = await versions('es');
    expect(version).toMatchObject({ number: 1, state: 'public', cueCount: 3, format: 'vtt', madeBy: 'import' });
    const cues = await cuesIn(version?.id ?? 0);
    expect(cues.map(({ speakerId, text }) => [speakerId, text])).toEqual([
      ['ana', 'Buenas tardes.'],
      ['eva', 'Hola.'],
      ['eva', 'Somos muchas.']
    ]);
    const speakers = await read().select().from(schema.recordingSpeakers);
    expect(speakers.map(({ id, labels }) => [id, labels])).toEqual([
      ['ana', { es: 'Ana', en: 'Ann' }],
      ['eva', { es: 'Eva', en: 'Eva' }]
    ]);
    expect(await reading()).toEqual({ es: 'es', en: 'en' });
    expect((await moments()).reduce((sum, { es }) => sum + (es ? es[1] - es[0] + 1 : 0), 0)).toBe(3);
    // the file with the names in it is for organizers
    const [file] = await read()
      .select()
      .from(schema.files)
      .where(eq(schema.files.key, version?.fileKey ?? ''));
    expect(file).toMatchObject({ audience: 'organizers', originalName: 'es.vtt' });
    expect(readFileSync(join(archive.dataDir, 'files', file?.key ?? ''), 'utf8')).toBe(both['es.vtt']);
  });

  test('a second import writes nothing at all', async () => {
    inRec(both);
    await run();
    const [before, revision] = [await dumpOf(read()), await readContentRevision(read())];
    expect((await run()).counts).toMatchObject({ made: 0, changed: 0, unchanged: 1 });
    expect(await dumpOf(read())).toEqual(before);
    expect(await readContentRevision(read())).toBe(revision);
  });

  test('of which one word was changed becomes version 2, and version 1 is no longer public', async () => {
    inRec(both);
    await run();
    inRec({ 'es.vtt': both['es.vtt'].replace('muchas', 'bastantes') });
    expect((await run()).counts).toMatchObject({ changed: 1 });
    expect((await versions('es')).map(({ number, state }) => [number, state])).toEqual([
      [2, 'public'],
      [1, 'withdrawn']
    ]);
    expect((await versions('en')).map(({ number }) => number)).toEqual([1]);
  });

  test('comes out again as it went in, header, notes and marks included', async () => {
    const text =
      'WEBVTT - Acervo\nKind: captions\n\nNOTE\nMade by hand.\n\nSTYLE\n::cue { color: lime }\n\nREGION\nid:low\nlines:2\n\nuno\n00:01.000 --> 00:02.000 region:low align:left\n<v.loud Ana>¡Buenas <i>tardes</i>!</v>\n\nNOTE between\n\n00:02.000 --> 00:03.000\n<v Ana>Yo.\n\n00:03.000 --> 00:04.000\n- ¿Y usted?\n';
    inRec({ ...both, 'es.vtt': text });
    expect((await run()).problems).toEqual([]);
    const [version] = await versions('es');
    if (!version) throw new Error('no version');
    const track = await loadVersion(read(), version);
    const labels = (key: string) => ({ ana: 'Ana', eva: 'Eva' })[key] ?? null;
    expect(writeVtt(track, labels)).toBe(text);
    expect(writeVtt(track, () => null)).not.toContain('Ana');
  });

  test('imported without --publish waits as a draft until it is asked for', async () => {
    inRec(both);
    await run({ publish: false });
    expect((await versions('es')).map(({ state }) => state)).toEqual(['draft']);
    expect(await reading()).toEqual({});
    await run();
    expect((await versions('es')).map(({ state }) => state)).toEqual(['public']);
    expect(await reading()).toEqual({ es: 'es', en: 'en' });
  });
});

describe('a track that was corrected here', () => {
  const correct = async () => {
    const [version] = await versions('es');
    if (!version) throw new Error('no version');
    const track = await loadVersion(read(), version);
    const cues = track.cues.map((cue) => ({ ...cue, text: cue.text.replace('Hola', 'Buenas') }));
    const made = await createVersion(archive.ctx, {
      ...{ recordingId: 'rec', trackId: 'es', track: { ...track, cues }, encoding: null, problems: [] },
      ...{ sha256: 'made-here', fileKey: null, madeBy: 'captioner' }
    });
    await inTransaction(archive.ctx, (tx) => publishVersions(tx, 'rec', [made.id], []));
  };
  const states = async () => (await versions('es')).map(({ number, state, madeBy }) => `${number} ${state} ${madeBy}`);

  test('stays, while the file is the one that was imported', async () => {
    inRec(both);
    await run();
    await correct();
    expect((await run()).counts).toMatchObject({ changed: 0, conflicts: 0 });
    expect(await states()).toEqual(['2 public captioner', '1 withdrawn import']);
  });

  test('is a conflict when the file changed too: its version waits as a draft, and both are named', async () => {
    inRec(both);
    await run();
    await correct();
    inRec({ 'es.vtt': both['es.vtt'].replace('muchas', 'bastantes') });
    const { conflicts } = await run();
    expect(conflicts).toMatchObject([
      {
        id: 'rec',
        field: 'captions.es',
        theirs: { file: 'es.vtt', cues: 3 },
        ours: { version: 2, madeBy: 'captioner' }
      }
    ]);
    expect(await states()).toEqual(['3 draft import', '2 public captioner', '1 withdrawn import']);
    expect((await run()).conflicts).toHaveLength(1);
    expect(await states()).toHaveLength(3);
  });

  test.each([
    ['theirs', ['3 public import', '2 withdrawn captioner', '1 withdrawn import']],
    ['ours', ['3 draft import', '2 public captioner', '1 withdrawn import']]
  ] as const)('--%s decides', async (winner, wanted) => {
    inRec(both);
    await run();
    await correct();
    inRec({ 'es.vtt': both['es.vtt'].replace('muchas', 'bastantes') });
    await run();
    expect((await run({ winner })).conflicts).toEqual([]);
    expect(await states()).toEqual(wanted);
    expect((await run()).conflicts).toEqual([]);
    expect(await states()).toEqual(wanted);
  });
});

test('a recording as June really was: one floor sound in two languages, one mixed English track, no Spanish', async () => {
  inRec({
    'recording.yaml': `
id: rec
slug: { en: june, es: junio }
title: { en: June, es: Junio }
media_state: held
audio_tracks:
  - { id: floor, role: original, language: null, held: true }
  - { id: live, role: interpretation, language: null, method: simultaneous, held: false, existed_live: true }
text_tracks:
  - { id: live-captions, kind: captions, language: null, method: live_captioning, held: false }
  - { id: subtitles, kind: subtitles, role: mixed, language: en, derived_from: [live-captions, live], held: true, file: en.srt }
`,
    'en.srt':
      '1\n00:00:01,000 --> 00:00:03,000\nANA LÓPEZ: The agreements were signed in secret.\n\n2\n00:00:03,200 --> 00:00:06,000\nNobody was asked.\n\n3\n00:00:09,000 --> 00:00:11,000\nEVA PAZ: We were not asked either.\n'
  });
  const { problems } = await run();
  expect(problems).toEqual([]);
  expect(await reading()).toEqual({ en: 'subtitles' });
  const spans = await moments();
  expect(spans.map(({ en }) => en)).toEqual([
    [0, 1],
    [2, 2]
  ]);
  expect(spans.every((span) => Object.keys(span).join() === 'en')).toBe(true);
  const [version] = await versions('subtitles');
  expect((await cuesIn(version?.id ?? 0)).map(({ speakerId, text }) => [speakerId, text])).toEqual([
    ['ana-lopez', 'The agreements were signed in secret.'],
    ['ana-lopez', 'Nobody was asked.'],
    ['eva-paz', 'We were not asked either.']
  ]);
  const page = await getRecordingPage(archive.ctx, 'es', 'junio', { read: null });
  if (page?.kind !== 'page') throw new Error('no page');
  expect(page.view.columns.map(({ language, voice }) => [language, voice])).toEqual([['en', 'unknown']]);
});

describe('stand-ins', () => {
  const standIn = async (options: Partial<ImportOptions> = {}) => run({ folders: [seed, captions], ...options });
  const april = 'recording-2020-04-16';
  const of = <T extends { recordingId: string }>(rows: T[]) => rows.filter(({ recordingId }) => recordingId === april);
  const page = async () => {
    const found = await getRecordingPage(archive.ctx, 'en', '2020-04-16-recording-april-webinar', { read: null });
    if (found?.kind !== 'page') throw new Error('no page');
    return found;
  };

  test('can be left out: the page names what is known to exist, and there is nothing to play', async () => {
    expect((await standIn({ withoutStandIns: true })).problems).toEqual([]);
    expect(await read().select().from(schema.renditions)).toEqual([]);
    expect(await read().select().from(schema.cues)).toEqual([]);
    const [row] = await read().select().from(schema.recordings).where(eq(schema.recordings.id, april));
    expect(row).toMatchObject({ mediaState: 'none', noindex: false, standInMadeOn: null });
    const { view } = await page();
    expect(view.sounds.map(({ id, held }) => [id, held])).toEqual([['floor', false]]);
    expect(view.hls).toBe(null);
  });

  test('and go away when they are left out later', async () => {
    await standIn();
    expect((await read().select().from(schema.cues)).length).toBeGreaterThan(300);
    expect((await standIn({ withoutStandIns: true })).conflicts).toEqual([]);
    expect(await read().select().from(schema.renditions)).toEqual([]);
    expect(await read().select().from(schema.readingTracks)).toEqual([]);
    expect(await read().select().from(schema.moments)).toEqual([]);
    // and come back by the same command as before
    await standIn();
    expect((await read().select().from(schema.renditions)).length).toBe(18);
    expect((await read().select().from(schema.readingTracks)).length).toBe(4);
    expect((await standIn()).counts).toMatchObject({ changed: 0 });
  });

  test('give way to the real recording by one import; the address stays', async () => {
    await standIn();
    const [former] = await read()
      .select()
      .from(schema.renditions)
      .where(and(eq(schema.renditions.recordingId, april), eq(schema.renditions.id, 'video-es')));
    expect(await findFile(archive.ctx, former?.fileKey ?? '')).not.toBe(null);

    const own = `recordings/${april}`;
    mkdirSync(join(folder.path, own), { recursive: true });
    cpSync(join(seed, own, 'media/interpretation.en.mp4'), join(folder.path, own, 'real.mp4'));
    writeFileSync(join(folder.path, own, 'es.vtt'), vtt('<v Persona 1>Buenas tardes a todas.'));
    writeFileSync(
      join(folder.path, own, 'recording.yaml'),
      `
id: ${april}
event: webinar-2020-04-16
title: { en: Recording of the April webinar, es: Grabación del seminario web de abril }
media_state: held
stand_in_made_on: null
notices: []
media_facts: { exists: true, complete: true, held: true, source: [L75, L77] }
audio_tracks:
  - { id: floor, role: original, language: es, held: true, label: { en: Original sound, es: Sonido original } }
text_tracks:
  - { id: captions-es, kind: captions, role: original, language: es, held: true, file: es.vtt, writes_speakers: true }
chapters: []
media:
  - { id: video, kind: video, file: real.mp4, sound: floor, duration: "4:13" }
`
    );
    const { problems, conflicts } = await run();
    expect({ problems, conflicts }).toEqual({ problems: [], conflicts: [] });

    const [row] = await read().select().from(schema.recordings).where(eq(schema.recordings.id, april));
    expect(row).toMatchObject({ mediaState: 'held', noindex: false, state: 'public', standInMadeOn: null });
    expect(of(await read().select().from(schema.renditions)).map(({ id }) => id)).toEqual(['video']);
    expect(of(await read().select().from(schema.audioTracks)).map(({ id, held }) => [id, held])).toEqual([
      ['floor', true]
    ]);
    expect(of(await read().select().from(schema.textTracks)).map(({ id }) => id)).toEqual(['captions-es']);
    const shown = of(await read().select().from(schema.trackVersions)).filter(({ state }) => state === 'public');
    expect(shown.map(({ trackId }) => trackId)).toEqual(['captions-es']);
    expect(of(await read().select().from(schema.readingTracks)).map(({ trackId }) => trackId)).toEqual(['captions-es']);
    const { view, transcript } = await page();
    expect(view.columns.map(({ language }) => language)).toEqual(['es']);
    expect(JSON.stringify(transcript)).not.toContain('lectura');
    // the stand-in's file is given to nobody any more
    expect(await findFile(archive.ctx, former?.fileKey ?? '')).toBe(null);
    expect((await run()).counts).toMatchObject({ made: 0, changed: 0 });
  });
});

describe('media', () => {
  test('lie in the store under names of ours, whole, and an HLS folder with all its files', async () => {
    await run({ folders: [seed, captions] });
    const files = await read().select().from(schema.files);
    for (const { key, bytes } of files) {
      expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}(\.[a-z0-9]+|\/[\w.-]+)$/);
      expect(readFileSync(join(archive.dataDir, 'files', key)).length).toBe(bytes);
    }
    const [hls] = await read().select().from(schema.renditions).where(eq(schema.renditions.id, 'hls'));
    const below = hls?.fileKey.replace('master.m3u8', '') ?? '';
    expect(files.filter(({ key }) => key.startsWith(below)).length).toBe(11);
    expect(await findFile(archive.ctx, `${below}audio-en.m3u8`)).not.toBe(null);
  });
});

test('labels that stand in the middle of a cue are keys as well', async () => {
  inRec({ ...both, 'es.vtt': vtt('<v Ana>¿Sí?\n<v Eva>No.') });
  await run();
  const [version] = await versions('es');
  if (!version) throw new Error('no version');
  const track = await loadVersion(read(), version);
  expect(JSON.stringify(track.cues)).not.toContain('Eva');
  const [cue] = track.cues;
  expect(cue && labelledText(cue, 'vtt', (key) => ({ ana: 'Ana', eva: 'Eva' })[key] ?? null)).toBe(
    '<v Ana>¿Sí?\n<v Eva>No.'
  );
  expect(ownLabels(track)('eva')).toBe(null);
});
