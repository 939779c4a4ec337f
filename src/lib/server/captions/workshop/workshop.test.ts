import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#lib/domain/access/viewer.ts';
import { noRepairs } from '#lib/domain/captions/repairs/index.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { mediaOmissions } from '#lib/server/db/schema/index.ts';
import { getDownload } from '#lib/server/recordings/index.ts';
import {
  addNote,
  answerMerge,
  captionDesk,
  changeDraft,
  createTrack,
  draftOf,
  exportVersion,
  mergeOf,
  notesOf,
  publishVersion,
  readUpload,
  reportUpload,
  saveDraft,
  saveText,
  storeUpload,
  textOf,
  toCheck,
  trackPlace,
  workingTrack,
  type UploadChoice
} from '#lib/server/captions/workshop/index.ts';
import {
  insertPerson,
  insertRecording,
  openTestArchive,
  type TestArchive
} from '../../../../../tests/support/factories.ts';

let archive: TestArchive;
const as = (role: Role, userId: string = role): Ctx => archive.as({ kind: 'organizer', userId, role, name: 'Ana' });
const facts = { name: '', step: null, named: false };
const asItIs: UploadChoice = { repairs: noRepairs, retiming: { offsetMs: 0, factor: 1 } };
const file = (text: string, name = 'a.vtt') => ({ name, bytes: new TextEncoder().encode(text) });
const place = (ctx: Ctx, track = 'captions-es') => trackPlace(ctx, 'rec', track);
const words = async (ctx: Ctx, track = 'captions-es') =>
  (await workingTrack(ctx, await place(ctx, track))).track.cues.map(({ text }) => text);
/** The words of a cue, by what stands there now. */
const setWords = async (ctx: Ctx, at: number, text: string) => {
  const here = await place(ctx);
  const { track, revision, baseVersionId } = await workingTrack(ctx, here);
  const cue = track.cues[at];
  if (!cue) throw new Error(`no cue ${String(at)}`);
  return changeDraft(ctx, here, { revision, baseVersionId, at, removed: 1, added: [{ ...cue, text }] });
};
const save = async (ctx: Ctx, then: 'keep' | 'submit' | 'publish' = 'keep') =>
  saveDraft(ctx, await place(ctx), facts, then, []);

beforeEach(async () => {
  archive = await openTestArchive();
  await insertPerson(archive, { id: 'ana', name: 'Ana García' });
  await insertRecording(archive, {
    id: 'rec',
    slug: { en: 'rec', es: 'rec' },
    title: { en: 'June', es: 'Junio' },
    speakers: [{ id: 'ana', labels: { es: 'Ana García' }, personId: 'ana' }],
    texts: [
      {
        ...{ id: 'captions-es', language: 'es', reading: true },
        cues: ['Buenas tardes.', 'Somos de Huehuetenango.', 'Gracias.'].map((text, at) => ({
          ...{ startMs: at * 4000, endMs: at * 4000 + 3000, text, speakerId: 'ana' }
        }))
      }
    ]
  });
});
afterEach(() => archive.close());

describe('upload', () => {
  test.each<[string, { name: string; bytes: Uint8Array }, string]>([
    ['nothing', file(''), 'captions.no-file'],
    [
      'a picture',
      { name: 'a.vtt', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 1, 2) },
      'captions.not-captions'
    ],
    ['a page', file('<!doctype html><p>Hola</p>', 'a.srt'), 'captions.not-captions'],
    ['prose', file('Acta de la reunión', 'acta.txt'), 'captions.no-times'],
    ['no cue', file('WEBVTT\n'), 'captions.no-cues'],
    ['more than 5 MB', { name: 'a.vtt', bytes: new Uint8Array(5 * 1024 * 1024 + 1) }, 'captions.too-large'],
    ['a cue of 5,000 signs', file(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'a'.repeat(5000)}`), 'captions.cue-too-long'],
    ['40,000 cues', file(`WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n\n'.repeat(40_000)}`), 'captions.too-many-cues']
  ])('%s is refused with a reason', async (_, uploaded, code) => {
    const ctx = as('captioner');
    const here = await place(ctx);
    expect(() => readUpload(ctx, here, here.track, uploaded, asItIs)).toThrow(expect.objectContaining({ code }));
  });

  test('is reported on before anything is stored, with names that nobody has here', async () => {
    const ctx = as('captioner');
    const here = await place(ctx);
    const read = readUpload(
      ctx,
      here,
      here.track,
      file('WEBVTT\n\n00:02.000 --> 00:01.000\n<v Ana García>Uno\n\n00:03.000 --> 00:04.000\n<v Eva &lt;b&gt;>Dos'),
      asItIs
    );
    expect(read.names.added).toMatchObject([{ id: 'eva', name: 'Eva' }]);
    expect(read.repairs.map(({ code }) => code)).toEqual(['reversed']);
    const { findings } = await reportUpload(ctx, here, here.track, read);
    expect(findings.map(({ code }) => code)).toContain('reversed');
    expect((await place(ctx)).versions).toHaveLength(1);
    expect(await draftOf(ctx, await place(ctx))).toBeNull();
  });

  test('is stored as a draft version with its repairs, times and speakers; readers see nothing of it', async () => {
    const ctx = as('captioner');
    const uploaded = file('1\r\n00:00:02,000 --> 00:00:01,000\r\nANA GARCÍA: Uno\r\n', 'a.srt');
    const choice = {
      repairs: { codes: new Set(['reversed']), refused: new Set<string>() },
      retiming: { offsetMs: 500, factor: 1 }
    };
    const stored = await storeUpload(ctx, await place(ctx), uploaded, choice, { ...facts, name: 'Del taller' });
    expect(stored).toMatchObject({
      kind: 'version',
      version: { number: 2, state: 'draft', madeBy: 'captioner', note: { es: 'Del taller' } }
    });
    const { track } = await workingTrack(ctx, await place(ctx));
    expect(track.cues).toMatchObject([{ startMs: 1500, endMs: 2500, text: 'Uno', speaker: 'ana-garcia' }]);
    expect((await getDownload(archive.ctx, 'rec', 'captions-es.vtt'))?.body).toContain('Huehuetenango');
  });

  test('the same file twice is one version', async () => {
    const ctx = as('captioner');
    const uploaded = file('WEBVTT\n\n00:01.000 --> 00:02.000\nUno');
    for (let turn = 0; turn < 2; turn++) await storeUpload(ctx, await place(ctx), uploaded, asItIs, facts);
    expect((await place(ctx)).versions).toHaveLength(2);
  });
});

describe('drafts', () => {
  test('a change is kept, and a window that is behind is told so', async () => {
    const ctx = as('captioner');
    expect(await setWords(ctx, 0, 'Buenas noches.')).toBe(1);
    expect(await setWords(ctx, 1, 'Somos de Quiché.')).toBe(2);
    expect(await words(ctx)).toEqual(['Buenas noches.', 'Somos de Quiché.', 'Gracias.']);
    const behind = { revision: 1, baseVersionId: null, at: 0, removed: 1, added: [] };
    await expect(changeDraft(ctx, await place(ctx), behind)).rejects.toMatchObject({ code: 'captions.other-window' });
    expect(await words(as('captioner', 'somebody-else'))).toEqual([
      'Buenas tardes.',
      'Somos de Huehuetenango.',
      'Gracias.'
    ]);
  });

  test('becomes a version, is submitted, is published, and readers get it', async () => {
    const captioner = as('captioner');
    await setWords(captioner, 1, 'Somos de Quiché.');
    const version = await save(captioner, 'submit');
    expect((await captionDesk(as('publisher'))).waiting).toMatchObject([
      { recordingId: 'rec', number: 2, mine: false }
    ]);
    await expect(
      publishVersion(captioner, await place(captioner), version, { reviewed: false }, [])
    ).rejects.toMatchObject({ kind: 'not-allowed' });
    const told: string[] = [];
    const publisher = as('publisher');
    await publishVersion(publisher, await place(publisher), version, { reviewed: true }, [
      async (_, id) => void told.push(id)
    ]);
    expect(told).toEqual(['rec']);
    expect((await getDownload(archive.ctx, 'rec', 'captions-es.vtt'))?.body).toContain('Quiché');
    expect((await place(captioner)).track.reviewedBy).not.toBeNull();
  });

  test('an older version can be published again', async () => {
    const publisher = as('publisher');
    await setWords(publisher, 0, 'Otra cosa.');
    await save(publisher, 'publish');
    const here = await place(publisher);
    const [, older] = here.versions;
    if (!older) throw new Error('one version only');
    await publishVersion(publisher, here, older, { reviewed: false }, []);
    expect((await getDownload(archive.ctx, 'rec', 'captions-es.vtt'))?.body).toContain('Buenas tardes');
  });

  test('nobody is overwritten: who saves second merges, and both corrections stay', async () => {
    const [first, second] = [as('captioner', 'first'), as('captioner', 'second')];
    await setWords(first, 0, 'Buenas noches.');
    await setWords(second, 0, 'Buenos días.');
    await setWords(second, 2, 'Muchas gracias.');
    await save(first);
    await expect(save(second)).rejects.toMatchObject({ code: 'captions.changed' });
    const view = await mergeOf(second, await place(second));
    if (!view) throw new Error('nothing to merge');
    const answer = { theirs: view.theirs.id, revision: view.revision };
    await expect(answerMerge(second, await place(second), { ...answer, choices: new Map() })).rejects.toMatchObject({
      code: 'captions.choose'
    });
    await answerMerge(second, await place(second), { ...answer, choices: new Map([[0, 'mine']]) });
    await save(second);
    expect(await words(second)).toEqual(['Buenos días.', 'Somos de Huehuetenango.', 'Muchas gracias.']);
  });

  test('no version holds words of a passage that is left out', async () => {
    const publisher = as('publisher');
    const omission = { id: 'o', recordingId: 'rec', startMs: 4500, endMs: 5000, createdBy: 'x', createdAt: 0 };
    await inTransaction(publisher, (tx) =>
      tx.write
        .insert(mediaOmissions)
        .values(omission)
        .then(() => undefined)
    );
    await setWords(publisher, 0, 'Otra cosa.');
    await expect(save(publisher)).rejects.toMatchObject({
      code: 'captions.left-out',
      data: { cues: 1, startMs: 4000 }
    });
    const here = await place(publisher);
    const [old] = here.versions;
    if (!old) throw new Error('no version');
    await expect(publishVersion(publisher, here, old, { reviewed: false }, [])).rejects.toMatchObject({
      code: 'captions.left-out'
    });
  });
});

describe('plain text', () => {
  test('what was written comes back as it was, names and all', async () => {
    const ctx = as('captioner');
    const here = await place(ctx);
    const text = textOf(ctx, here, (await workingTrack(ctx, here)).track);
    expect(text).toContain('<v Ana García>Buenas tardes.');
    await saveText(ctx, here, text.replace('tardes', 'noches').replaceAll('\n', '\r\n'), here.versions[0]?.id ?? null);
    const { track } = await workingTrack(ctx, await place(ctx));
    expect(track.cues[0]).toMatchObject({ text: 'Buenas noches.', speaker: 'ana' });
    expect((await place(ctx)).parts.speakers).toHaveLength(1);
  });
  test('what is no WebVTT is refused', async () => {
    const ctx = as('captioner');
    await expect(saveText(ctx, await place(ctx), 'hola', null)).rejects.toMatchObject({
      code: 'captions.no-signature'
    });
  });
});

describe('export', () => {
  test.each(['vtt', 'srt', 'txt', 'json'] as const)('%s says which version it is', async (format) => {
    const ctx = as('captioner');
    const { name, body } = await exportVersion(ctx, await place(ctx), 1, format);
    expect(name).toBe(`rec.captions-es.v1.${format}`);
    if (format === 'vtt' || format === 'json') expect(body).toContain('NOTE acervo rec/captions-es version 1');
    expect(body).toContain('Huehuetenango');
  });
  test.each(['vtt', 'srt'] as const)('an edited older %s is merged by cue with what others did', async (format) => {
    const ctx = as('captioner');
    const { name, body } = await exportVersion(ctx, await place(ctx), 1, format);
    await setWords(ctx, 0, 'Buenas noches.');
    await save(ctx);
    const edited = file(body.replace('Gracias', 'Muchas gracias'), name);
    expect(await storeUpload(ctx, await place(ctx), edited, asItIs, facts)).toEqual({ kind: 'merge' });
    const view = await mergeOf(ctx, await place(ctx));
    await answerMerge(ctx, await place(ctx), {
      theirs: view?.theirs.id ?? 0,
      revision: view?.revision ?? 0,
      choices: new Map()
    });
    expect(await words(ctx)).toEqual(['Buenas noches.', 'Somos de Huehuetenango.', 'Muchas gracias.']);
  });
  test('the comment does not come back as a comment of the file', async () => {
    const ctx = as('captioner');
    const { name, body } = await exportVersion(ctx, await place(ctx), 1, 'vtt');
    const here = await place(ctx);
    expect(readUpload(ctx, here, here.track, file(body, name), asItIs).track.layout.blocks).toEqual([]);
    expect(parseCaptions(new TextEncoder().encode(body)).problems).toEqual([]);
  });
});

describe('a new track', () => {
  test('has the times and speakers of the other language and no words, and is checked against it', async () => {
    const ctx = as('captioner');
    const id = await createTrack(ctx, await place(ctx), {
      language: 'en',
      role: 'translation',
      kind: 'captions',
      from: 'captions-es'
    });
    expect(id).toBe('captions-en');
    const here = await place(ctx, id);
    const { track } = await workingTrack(ctx, here);
    expect(track.cues.map(({ startMs, text, speaker }) => [startMs, text, speaker])).toEqual([
      [0, '', 'ana'],
      [4000, '', 'ana'],
      [8000, '', 'ana']
    ]);
    const checked = await toCheck(ctx, here, here.track, track.cues, 'vtt');
    expect(checked.other?.cues).toHaveLength(3);
    expect((await captionDesk(ctx)).drafts).toMatchObject([{ track: { id } }]);
  });
  test.each(['', 'no language', '<b>'])('%j is no language', async (language) => {
    const ctx = as('captioner');
    const wanted = { language, role: 'translation', kind: 'captions', from: null } as const;
    await expect(createTrack(ctx, await place(ctx), wanted)).rejects.toMatchObject({ code: 'captions.language' });
  });
});

test('a note on a passage is kept for readers; one without words is none', async () => {
  const ctx = as('captioner');
  const here = await place(ctx);
  await addNote(ctx, here, { startMs: 0, endMs: 1000, note: { es: 'El dicho no tiene traducción.' } });
  await expect(addNote(ctx, here, { startMs: 0, endMs: 1000, note: {} })).rejects.toMatchObject({
    code: 'captions.note-words'
  });
  expect(await notesOf(ctx, 'rec')).toMatchObject([{ startMs: 0, note: { es: 'El dicho no tiene traducción.' } }]);
});

test('who works on a certain series has nothing to do elsewhere', async () => {
  const elsewhere = archive.as({ kind: 'organizer', userId: 'x', role: 'captioner', seriesIds: ['tour'] });
  await expect(place(elsewhere)).rejects.toMatchObject({ kind: 'not-allowed' });
  expect((await captionDesk(elsewhere)).all).toEqual([]);
});

test('nobody works here without having signed in', async () => {
  await expect(place(archive.ctx)).rejects.toMatchObject({ kind: 'missing' });
});
