import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { importProblemLine, importProblemText } from '#lib/domain/i18n/messages/import.ts';
import { importProblemCodes, type ImportProblem, type ImportProblemCode } from '#lib/domain/import/problems.ts';
import { importFolders } from '#lib/server/import/index.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf, makeFolder, vtt } from '../../../../tests/support/import.ts';

vi.setConfig({ testTimeout: 30_000 });

let archive: TestArchive;
let empty: Awaited<ReturnType<typeof dumpOf>>;
beforeAll(async () => {
  archive = await openTestArchive();
  empty = await dumpOf(archive.ctx.read);
});
afterAll(() => archive.close());

let folder: ReturnType<typeof makeFolder> | null = null;
afterEach(async () => {
  folder?.remove();
  folder = null;
  expect(await dumpOf(archive.ctx.read)).toEqual(empty); // while there is one problem, nothing is written
});

type Files = Record<string, string | Buffer>;
async function problemsOf(
  files: Files,
  prepare?: (path: string) => void,
  folders?: string[]
): Promise<ImportProblem[]> {
  folder = makeFolder(files);
  prepare?.(folder.path);
  const report = await importFolders(archive.ctx, { folders: folders ?? [folder.path], publish: true });
  expect(report.outcomes).toEqual([]);
  return report.problems;
}
const shown = (problems: ImportProblem[]) => problems.map(({ code, line, path }) => `${code} ${line ?? '-'} ${path}`);

const event = (rest: string) => `id: talk\nkind: talk\ntitle: { en: Talk }\n${rest}`;
const held = 'status: held\ndate: { precision: unknown }\n';
const recording = (rest: string, state = 'none') => `id: rec\ntitle: { en: Recording }\nmedia_state: ${state}\n${rest}`;
const track = (rest: string) =>
  recording(`text_tracks:\n  - { id: t, kind: captions, language: es, held: true${rest} }\n`);
const inRec = (yaml: string, more: Files = {}): Files => ({
  'recordings/rec/recording.yaml': yaml,
  ...Object.fromEntries(Object.entries(more).map(([name, content]) => [`recordings/rec/${name}`, content]))
});
const person = (rest: string) => ({ 'people.yaml': `- { id: ana, name: Ana, kind: campaign, ${rest} }` });
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000020000000308060000', 'hex');

/** One way to each problem: its code, where it is, and the files. */
const ways: [ImportProblemCode, string, Files][] = [
  ['nothing-found', '- ', { 'readme.txt': 'x' }],
  ['unknown-file', '- ', { 'organisations.yaml': '[]', 'people.yaml': '[]' }],
  [
    'two-files-for-one',
    '1 ',
    {
      'archive.yaml': 'site: { title: { en: A }, short_title: { en: A } }',
      'site.yaml': 'title: { en: B }\nshort_title: { en: B }'
    }
  ],
  ['file-too-large', '- ', { 'people.yaml': '#'.repeat(5 * 1024 * 1024) }],
  ['not-utf8', '- ', { 'people.yaml': Buffer.from([0x2d, 0x20, 0xff, 0xfe]) }],
  ['file-empty', '- ', { 'people.yaml': '# nothing yet\n' }],
  [
    'bad-file-name',
    '5 text_tracks[0].file',
    inRec(
      recording('text_tracks:\n  - { id: t, kind: captions, held: true, file: ../../../etc/passwd }').replace(
        'text_tracks:\n',
        'text_tracks:\n'
      )
    )
  ],
  ['file-missing', '5 text_tracks[0].file', inRec(track(', file: es.vtt'))],
  [
    'file-kind',
    '5 media[0].file',
    inRec(recording('media:\n  - { id: v, kind: video, file: v.mp4 }'), { 'v.mp4': 'not a video' })
  ],
  ['yaml-syntax', '2 ', { 'people.yaml': '- id: ana\n  name: A: B' }],
  ['yaml-duplicate-key', '2 ', { 'people.yaml': '- id: ana\n  id: eva' }],
  ['yaml-key', '1 ', { 'people.yaml': '? [a]\n: b' }],
  ['yaml-tag', '1 ', { 'people.yaml': '- !!js/undefined x' }],
  ['yaml-alias', '1 ', { 'people.yaml': '- *ana' }],
  ['yaml-too-deep', '1 ', { 'people.yaml': '['.repeat(100) + ']'.repeat(100) }],
  [
    'yaml-too-large',
    '6 ',
    {
      'people.yaml': `a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n${[0, 1, 2, 3, 4, 5].map((i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`).join('\n')}`
    }
  ],
  ['unknown-key', '1 [0].nmae', { 'people.yaml': '- { id: ana, name: Ana, kind: other, nmae: x }' }],
  ['missing-key', '1 [0].name', { 'people.yaml': '- { id: ana, kind: other }' }],
  ['wrong-type', '1 [0].name', { 'people.yaml': '- { id: ana, kind: other, name: [Ana] }' }],
  ['not-one-of', '1 [0].consent', person('consent: confirmd')],
  ['bad-id', '1 [0].id', { 'people.yaml': '- { id: Ana López, name: Ana, kind: other }' }],
  ['bad-slug', '1 [0].slug.es', person('slug: { en: ana, es: año-nuevo }')],
  ['bad-code', '1 event_kind.Tour Stop', { 'vocabulary.yaml': 'event_kind: { Tour Stop: { en: Tour stop } }' }],
  [
    'bad-placeholder',
    '8 letter_templates[0].placeholders[0].id',
    {
      'campaigns/c.yaml':
        'id: c\ntitle: { en: C }\nstate: open\nletter_templates:\n  - id: l\n    title: { en: L }\n    versions: []\n    placeholders: [{ id: My name, required: true, label: { en: x } }]'
    }
  ],
  [
    'bad-date',
    '4 date.value',
    { 'events/talk.yaml': event('date: { value: 2020-02-30, precision: day }\nstatus: held') }
  ],
  [
    'bad-day',
    '6 status_history[0].changed_on',
    { 'events/talk.yaml': event(`${held}status_history: [{ status: held, changed_on: 2020-04 }]`) }
  ],
  [
    'bad-time',
    '4 date.time',
    {
      'events/talk.yaml': event(
        'date: { value: 2020-02-03, precision: day, time: "25:00", time_zone: UTC }\nstatus: held'
      )
    }
  ],
  [
    'bad-time-zone',
    '4 date.time_zone',
    {
      'events/talk.yaml': event(
        'date: { value: 2020-02-03, precision: day, time: "15:00", time_zone: CST }\nstatus: held'
      )
    }
  ],
  ['bad-duration', '4 duration', inRec(recording('duration: one hour'))],
  [
    'bad-language',
    '4 text_tracks[0].language',
    inRec(recording('text_tracks: [{ id: t, kind: captions, language: Spanish, held: false }]'))
  ],
  ['bad-address', '1 [0].url', { 'organizations.yaml': '- { id: o, short: O, url: "javascript:alert(1)" }' }],
  ['bad-email', '1 [0].email', person('email: claire')],
  ['bad-rights', '1 [0].rights.term', person('rights: { term: ask us }')],
  ['date-precision', '4 date', { 'events/talk.yaml': event('date: { value: 2020-02, precision: day }\nstatus: held') }],
  [
    'time-needs-zone',
    '4 date',
    { 'events/talk.yaml': event('date: { value: 2020-02-03, precision: day, time: "15:00" }\nstatus: held') }
  ],
  ['empty-text', '1 [0].name', { 'people.yaml': '- { id: ana, kind: other, name: "" }' }],
  ['empty-list', '6 status_history', { 'events/talk.yaml': event(`${held}status_history: []`) }],
  ['one-line', '1 [0].name', { 'people.yaml': '- { id: ana, kind: other, name: "Ana\\nLópez" }' }],
  ['too-long', '1 [0].name', { 'people.yaml': `- { id: ana, kind: other, name: ${'a'.repeat(600)} }` }],
  ['no-language', '1 [0].bio', person('bio: {}')],
  ['control-character', '1 [0].name', { 'people.yaml': '- { id: ana, kind: other, name: "Ana\\0" }' }],
  ['wrong-format', '1 format', { 'meta.yaml': 'format: acervo/2' }],
  [
    'duplicate-id',
    '2 [1].id',
    { 'people.yaml': '- { id: ana, name: Ana, kind: other }\n- { id: ana, name: Eva, kind: other }' }
  ],
  ['unknown-reference', '1 [0].organization', person('organization: nisga')],
  ['slug-reserved', '1 [0].slug.es', person('slug: { en: anew, es: nuevo }')],
  [
    'slug-taken',
    '2 [1].slug.en',
    {
      'people.yaml':
        '- { id: a, name: A, kind: other, slug: { en: x, es: y } }\n- { id: b, name: B, kind: other, slug: { en: x, es: z } }'
    }
  ],
  [
    'link-twice',
    '6 people[1]',
    {
      'events/talk.yaml': event(`${held}people: [{ id: ana, role: speaker }, { id: ana, role: speaker }]`),
      'people.yaml': '- { id: ana, name: Ana, kind: other }'
    }
  ],
  ['no-default-source', '1 [0].source[0]', { 'people.yaml': '- { id: ana, name: Ana, kind: other, source: [L1] }' }],
  [
    'unknown-document',
    '1 [0].source[0]',
    { 'people.yaml': '- { id: ana, name: Ana, kind: other, source: ["page:L1"] }' }
  ],
  ['id-not-file-name', '1 id', { 'events/speech.yaml': event(held) }],
  ['status-differs', '4 status', { 'events/talk.yaml': event(`${held}status_history: [{ status: cancelled }]`) }],
  ['scheduled-needs-start', '4 date', { 'events/talk.yaml': event('date: { precision: unknown }\nstatus: scheduled') }],
  [
    'rescheduled-needs-previous-start',
    '6 status_history[0]',
    {
      'events/talk.yaml': event(
        'status: rescheduled\ndate: { precision: unknown }\nstatus_history: [{ status: rescheduled }]'
      )
    }
  ],
  [
    'ends-before-start',
    '4 date.not_after',
    {
      'events/talk.yaml': event(
        'date: { precision: unknown, not_before: 2020-05-01, not_after: 2020-04-01 }\nstatus: held'
      )
    }
  ],
  [
    'series-differs',
    '1 [0].stops[0]',
    { 'events/talk.yaml': event(held), 'series.yaml': '- { id: tour, kind: tour, title: { en: Tour }, stops: [talk] }' }
  ],
  [
    'event-differs',
    '6 recordings[0]',
    { 'events/talk.yaml': event(`${held}recordings: [rec]`), ...inRec(recording('')) }
  ],
  [
    'unknown-track',
    '6 text_tracks[0].timed_to',
    inRec(
      recording(
        'audio_tracks: [{ id: floor, role: original, held: false }]\ntext_tracks:\n  - { id: t, kind: captions, held: false, timed_to: flor }'
      )
    )
  ],
  [
    'stand-in-mixed',
    '4 audio_tracks[0].stand_in',
    inRec(recording('audio_tracks: [{ id: a, role: original, held: true, stand_in: true }]', 'held'))
  ],
  ['held-without-file', '5 text_tracks[0].held', inRec(track(''))],
  [
    'unknown-domain',
    '2 terms[0].domain',
    {
      'glossary.yaml':
        'domains: { land: { en: Land } }\nterms: [{ id: mine, domain: lnad, en: { term: mine, variants: [] }, es: { term: mina, variants: [] } }]'
    }
  ],
  ['captions-unreadable', '5 text_tracks[0].file', inRec(track(', file: es.srt'), { 'es.srt': 'Querido diario' })],
  [
    'captions-without-times',
    '5 text_tracks[0].file',
    inRec(track(', file: es.txt'), { 'es.txt': 'ANA: Buenas tardes.\nEVA: Hola.' })
  ],
  ['captions-without-cues', '5 text_tracks[0].file', inRec(track(', file: es.vtt'), { 'es.vtt': 'WEBVTT\n' })],
  [
    'playlist-outside',
    '5 media[0].file',
    inRec(recording('media:\n  - { id: h, kind: hls, file: hls/master.m3u8 }'), {
      'hls/master.m3u8': '#EXTM3U\nhttps://elsewhere.example/video.m3u8\n'
    })
  ]
];

test.each(ways)('%s at %s', async (code, where, files) => {
  expect(shown(await problemsOf(files))).toContain(`${code} ${where}`);
});

describe('what no text file can show', () => {
  test('a folder that is not there', async () => {
    expect(shown(await problemsOf({}, undefined, ['/nowhere/at/all']))).toEqual(['folder-missing - ']);
  });
  test('a link that leads out of the folder', async () => {
    const outside = makeFolder({ 'secret.vtt': vtt('Secreto'), 'events/talk.yaml': event(held) });
    const problems = await problemsOf(inRec(track(', file: es.vtt')), (path) => {
      symlinkSync(join(outside.path, 'secret.vtt'), join(path, 'recordings/rec/es.vtt'));
      symlinkSync(join(outside.path, 'events/talk.yaml'), join(path, 'people.yaml'));
    });
    outside.remove();
    expect(shown(problems).sort()).toEqual(['file-outside - ', 'file-outside 5 text_tracks[0].file']);
  });
  test('a link inside the folder is followed', async () => {
    const problems = await problemsOf(
      { ...inRec(track(', file: es.vtt')), 'all/es.vtt': vtt('Hola'), 'people.yaml': '- x' },
      (path) => symlinkSync(join(path, 'all/es.vtt'), join(path, 'recordings/rec/es.vtt'))
    );
    expect(problems.map(({ code }) => code)).toEqual(['wrong-type']); // of people.yaml, put there so that nothing is written
  });
  test('a folder in the place of a file', async () => {
    const problems = await problemsOf(inRec(track(', file: es.vtt')), (path) =>
      mkdirSync(join(path, 'recordings/rec/es.vtt'))
    );
    expect(shown(problems)).toEqual(['file-kind 5 text_tracks[0].file']);
  });
  test('more cues than a track can have', async () => {
    const cue = '00:00.000 --> 00:00.001\na\n\n';
    const problems = await problemsOf(inRec(track(', file: es.vtt')), (path) =>
      writeFileSync(join(path, 'recordings/rec/es.vtt'), `WEBVTT\n\n${cue.repeat(2 ** 20)}`)
    );
    expect(shown(problems)).toEqual(['captions-too-many-cues 5 text_tracks[0].file']);
  });
});

test.each([
  '../es.vtt',
  'a/../../es.vtt',
  './es.vtt',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '..\\es.vtt',
  'https://elsewhere.example/es.vtt',
  'file:///etc/passwd',
  'a//b.vtt',
  'es.vtt/'
])('a file is never looked for as %s', async (name) => {
  const problems = await problemsOf(inRec(track(`, file: '${name}'`)));
  expect(shown(problems)).toEqual(['bad-file-name 5 text_tracks[0].file']);
});

test('a picture is only what its bytes say', async () => {
  const image = (file: string) => `- { id: photo, file: ${file}, alt: { en: A photo } }`;
  const problems = await problemsOf({ 'images.yaml': image('photo.png'), 'photo.png': '<svg onload="alert(1)"/>' });
  expect(shown(problems)).toEqual(['file-kind 1 [0].file']);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('all problems of all files come at once, each with its line and in both languages', async () => {
  const problems = await problemsOf({
    'archive.yaml': [
      'meta: { format: acervo/1 }',
      'organisations: []',
      'people:',
      '  - id: ana',
      '    name: Ana',
      '    kind: campain',
      '    organization: nisga',
      '  - id: eva',
      '    kind: other',
      'organizations: [{ id: nisgua, short: NISGUA }]'
    ].join('\n'),
    'events/talk.yaml': event(
      'date: { precision: unknown }\nstatus: scheduled\npeople: [{ id: nobody, role: speaker }]'
    )
  });
  expect(
    problems.map((problem) =>
      importProblemLine({ ...problem, file: problem.file.slice((folder?.path ?? '').length + 1) }, 'en')
    )
  ).toEqual([
    'archive.yaml:2: organisations: The format has no key "organisations" here. Did you mean "organizations"?',
    'archive.yaml:6: people[0].kind: "campain" is none of: campaign, public_official, other. Did you mean "campaign"?',
    'archive.yaml:8: people[1].name: "name" is missing. Add it.',
    'events/talk.yaml:6: people[0].id: There is no person with the id "nobody", neither in these files nor in the archive.',
    'events/talk.yaml:4: date: A scheduled event needs the day on which it starts. Add date.value, or use "planned".'
  ]);
  expect(problems.map((problem) => importProblemText(problem, 'es'))).toEqual([
    'El formato no tiene aquí ninguna clave «organisations». ¿Quiso decir «organizations»?',
    '«campain» no es ninguno de estos valores: campaign, public_official, other. ¿Quiso decir «campaign»?',
    'Falta «name». Agréguela.',
    'No hay ninguna persona con el identificador «nobody», ni en estos archivos ni en el archivo.',
    'Una actividad con estado «scheduled» necesita el día en que comienza. Agregue date.value o use «planned».'
  ]);
});

test('every problem that there is has been produced above', () => {
  const elsewhere: ImportProblemCode[] = ['folder-missing', 'file-outside', 'captions-too-many-cues'];
  const produced = new Set([...ways.map(([code]) => code), ...elsewhere]);
  expect(importProblemCodes.filter((code) => !produced.has(code))).toEqual([]);
});
