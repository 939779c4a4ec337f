import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints, readQuery } from '#lib/domain/api/endpoints.ts';
import { openApi } from '#lib/domain/api/openapi.ts';
import { EventsQuery, ListQuery, MomentsQuery, RecordingsQuery, TranscriptQuery } from '#lib/domain/api/query.ts';
import { Event, listOf, Moment, Person, Recording, Transcript } from '#lib/domain/api/resources.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { apiMessages } from '#lib/domain/i18n/messages/api.ts';
import {
  eventFilter,
  listResources,
  momentResources,
  oneResource,
  recordingFilter,
  transcriptResource
} from '#lib/server/feeds/index.ts';
import {
  insertEvent,
  insertPerson,
  insertRecording,
  openTestArchive,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  for (let n = 1; n <= 5; n++) {
    await insertEvent(archive, {
      id: `event-${String(n)}`,
      title: { en: `Event ${String(n)}`, es: `Actividad ${String(n)}` }
    });
  }
  await insertEvent(archive, { id: 'draft', state: 'draft', title: { en: 'Draft', es: 'Borrador' } });
  await insertEvent(archive, { id: 'gone', state: 'withdrawn', title: { en: 'Gone', es: 'Retirada' } });
  await insertPerson(archive, { id: 'ana', name: 'Ana Shown' }, ['event', 'event-1']);
  await insertPerson(archive, { id: 'rosa', name: 'Rosa Hidden', display: 'hidden' }, ['event', 'event-1']);
  const cues = (words: string[]) =>
    words.map((text, i) => ({ startMs: i * 4000, endMs: i * 4000 + 3000, text, speakerId: i % 2 ? 'r' : 'a' }));
  for (const [id, mediaState] of [
    ['real', 'held'],
    ['fake', 'stand_in']
  ] as const) {
    await insertRecording(archive, {
      id,
      slug: { en: id, es: id },
      title: { en: `Recording ${id}` },
      more: { eventId: 'event-1', mediaState },
      sounds: [{ id: 'floor', role: 'original', language: 'es' }],
      media: [{ id: 'v', kind: 'video', audioTrackId: 'floor', file: `${id}/v.mp4`, body: 'v', mimeType: 'video/mp4' }],
      speakers: [
        { id: 'a', labels: { es: 'Ana S.' }, personId: 'ana' },
        { id: 'r', labels: { es: 'Rosa H.' }, personId: 'rosa' }
      ],
      texts: [
        { id: 'es', language: 'es', reading: true, cues: cues(['<i>Buenas</i> tardes.', 'Sí &amp; no.', 'Gracias.']) },
        {
          id: 'en',
          language: 'en',
          role: 'interpretation',
          reading: true,
          cues: cues(['Good evening.', 'Yes.', 'Thanks.'])
        }
      ]
    });
  }
});
afterAll(() => archive.close());

const words = apiMessages('en').parameters;
function ask<S extends v.GenericSchema>(schema: S, query = ''): v.InferOutput<S> {
  const read = readQuery(schema, new URLSearchParams(query), words);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.query;
}
/** What a program gets, held against the schema; a field that the schema does not know would be lost here. */
function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const sent: unknown = JSON.parse(JSON.stringify(value));
  const read = v.parse(schema, sent);
  expect(read).toEqual(sent);
  return read;
}

describe('lists', () => {
  test('come in pages that fit together, and hold nothing that is not public', async () => {
    const pages = [];
    for (const page of [1, 2, 3]) {
      const query = ask(EventsQuery, `page=${String(page)}&perPage=2`);
      pages.push(
        checked(listOf(Event), await listResources(archive.ctx, 'events', query, eventFilter(archive.ctx, query)))
      );
    }
    expect(pages.map(({ data }) => data.length)).toEqual([2, 2, 1]);
    expect(pages[0]).toMatchObject({ total: 5, pages: 3, perPage: 2 });
    const titles = pages.flatMap(({ data }) => data.map(({ title }) => title.text));
    expect(titles.toSorted()).toEqual(['Event 1', 'Event 2', 'Event 3', 'Event 4', 'Event 5']);
    expect(await listResources(archive.ctx, 'events', ask(EventsQuery, 'page=4&perPage=2'))).toBeNull();
  });

  test.each([
    ['year=2020', 5],
    ['year=2019', 0],
    ['kind=webinar', 5],
    ['kind=protest', 0],
    ['status=cancelled', 0],
    ['series=unknown', 0]
  ])('events?%s: %i', async (search, total) => {
    const query = ask(EventsQuery, search);
    expect(await listResources(archive.ctx, 'events', query, eventFilter(archive.ctx, query))).toMatchObject({ total });
  });

  test.each([
    ['', ['real']],
    ['standIns=include', ['fake', 'real']],
    ['language=quc', []],
    ['event=uuid-event-1', ['real']],
    ['event=uuid-event-2', []]
  ])('recordings?%s: %j', async (search, expected) => {
    const query = ask(RecordingsQuery, search);
    const list = checked(
      listOf(Recording),
      await listResources(archive.ctx, 'recordings', query, recordingFilter(archive.ctx, query))
    );
    expect(list.data.map(({ title }) => title.text.replace('Recording ', '')).toSorted()).toEqual(expected);
    expect(list.data.every(({ mediaState, standIn }) => (mediaState === 'stand_in') === (standIn !== null))).toBe(true);
  });

  test('of people: whoever may not be named is not counted', async () => {
    const list = checked(listOf(Person), await listResources(archive.ctx, 'people', ask(ListQuery)));
    expect([list.total, list.data.map(({ name }) => name)]).toEqual([1, ['Ana Shown']]);
  });
});

test('an object: by its UUID; a draft is missing, a withdrawn one gone', async () => {
  const event = checked(Event, await oneResource(archive.ctx, 'events', 'uuid-event-1', 'es'));
  expect(event.title).toEqual({ text: 'Actividad 1', lang: 'es' });
  expect(event.people).toEqual([
    { name: 'Ana Shown', uuid: 'uuid-ana', url: 'http://localhost:3000/es/personas/ana', role: 'speaker' },
    { name: null, uuid: null, url: null, role: 'speaker' }
  ]);
  expect(event.inCalendar).toBe(true);
  expect(await oneResource(archive.ctx, 'events', 'nothing', 'en')).toBeNull();
  await expect(oneResource(archive.ctx, 'events', 'uuid-draft', 'en')).rejects.toMatchObject({ kind: 'missing' });
  await expect(oneResource(archive.ctx, 'events', 'uuid-gone', 'en')).rejects.toMatchObject({ kind: 'gone' });
});

test('a transcript: plain words, the voice of each, names only as they may be shown', async () => {
  const transcript = checked(Transcript, await transcriptResource(archive.ctx, 'uuid-real', ask(TranscriptQuery)));
  expect(transcript).toMatchObject({ language: 'es', languages: ['es', 'en'], standIn: null, version: 1 });
  expect(transcript.cues.map(({ text, speaker, voice }) => [text, speaker, voice])).toEqual([
    ['Buenas tardes.', 'Ana S.', 'original'],
    ['Sí & no.', null, 'original'],
    ['Gracias.', 'Ana S.', 'original']
  ]);
  const english = await transcriptResource(archive.ctx, 'uuid-fake', ask(TranscriptQuery, 'language=en&lang=es'));
  expect(english?.cues[0]?.voice).toBe('interpretation');
  expect(english?.standIn).toBe('material provisional, no el seminario web');
  expect(await transcriptResource(archive.ctx, 'uuid-real', ask(TranscriptQuery, 'language=quc'))).toBeNull();
});

test('moments: the same stretch in each language, by page and by time', async () => {
  const all = checked(listOf(Moment), await momentResources(archive.ctx, 'uuid-real', ask(MomentsQuery)));
  expect(all.total).toBe(3);
  expect(all.data[0]?.texts.map(({ language, text }) => `${language} ${text}`)).toEqual([
    'es Buenas tardes.',
    'en Good evening.'
  ]);
  expect(all.data[1]?.url).toBe('http://localhost:3000/en/recordings/real?t=4#m-1');
  const part = await momentResources(archive.ctx, 'uuid-real', ask(MomentsQuery, 'from=3000&to=8000'));
  expect(part?.data.map(({ startMs }) => startMs)).toEqual([4000]);
  expect(await momentResources(archive.ctx, 'uuid-real', ask(MomentsQuery, 'page=2'))).toBeNull();
});

test.each([
  ['page=0', [{ parameter: 'page', code: 'too-small' }]],
  ['page=-1', [{ parameter: 'page', code: 'not-a-number' }]],
  ['perPage=201', [{ parameter: 'perPage', code: 'too-large' }]],
  ['lang=fr', [{ parameter: 'lang', code: 'unknown-language' }]],
  ['status=maybe', [{ parameter: 'status', code: 'unknown-status' }]],
  ['year=20', [{ parameter: 'year', code: 'not-a-year' }]],
  ['stauts=held', [{ parameter: 'stauts', code: 'unknown-parameter' }]]
])('events?%s is told what is wrong', (search, errors) => {
  expect(readQuery(EventsQuery, new URLSearchParams(search), words)).toEqual({ ok: false, errors });
});

test.each(locales)(
  'the OpenAPI 3.1 document is valid (%s) and names every endpoint with its parameters',
  async (locale) => {
    const document = openApi({ origin: 'https://archive.example', title: 'Archive' }, apiMessages(locale));
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)) as object);
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
    expect(Object.keys(document.paths)).toEqual(endpoints.map(({ path }) => path));
    const events = document.paths['/events']?.get.parameters.map(({ name }) => name);
    expect(events).toEqual(['lang', 'page', 'perPage', 'status', 'kind', 'year', 'series']);
  }
);
