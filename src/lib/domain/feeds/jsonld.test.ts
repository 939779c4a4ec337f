import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { dublinCore, highwire } from '#lib/domain/feeds/highwire.ts';
import { jsonInHtml } from '#lib/domain/feeds/json-in-html.ts';
import { breadcrumbs, entryJsonLd, eventJsonLd, jsonLdDocument, recordingJsonLd } from '#lib/domain/feeds/jsonld.ts';
import { canaries } from '../../../../tests/support/canaries.ts';
import { archiveEntry, eventEntry, recordingEntry } from '../../../../tests/support/entries.ts';
import { day } from '../../../../tests/support/factories.ts';

// schema.org's own context is fetched by nobody in a test: this one says the same of the terms that we use
const documentLoader = async (documentUrl: string) => ({
  contextUrl: null,
  documentUrl,
  document: { '@context': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, item: { '@type': '@id' } } }
});
const expand = async (html: string) => {
  const document: unknown = JSON.parse(html);
  return JSON.stringify(await jsonld.expand(document as object, { documentLoader }));
};

describe.each(Object.entries(canaries))('%s comes back as words', (_, canary) => {
  const html = jsonInHtml(jsonLdDocument(entryJsonLd(eventEntry(canary)), entryJsonLd(recordingEntry(canary))));
  test('from JSON-LD, and cannot end its script element', async () => {
    expect(html).not.toMatch(/[<>&\u2028\u2029]/);
    expect(await expand(html)).toContain(`"https://schema.org/name":[{"@value":${JSON.stringify(canary)}}]`);
  });
});

test('a cancelled event says so, with the start that it had', () => {
  expect(eventJsonLd(eventEntry('Stop'))).toMatchObject({
    '@type': 'Event',
    '@id': 'urn:uuid:0b0c3f5e-8a55-4d8e-9a53-3f1f0a9f7a01',
    eventStatus: 'https://schema.org/EventCancelled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    startDate: '2020-06-10',
    previousStartDate: '2020-04-01',
    location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }]
  });
});

test('a season is not a date of schema.org and is left out', () => {
  const entry = eventEntry('x', { date: { ...day('2020-21'), precision: 'season' }, log: [] });
  expect(eventJsonLd(entry)).toMatchObject({
    startDate: undefined,
    previousStartDate: undefined,
    eventStatus: undefined
  });
});

test('a held recording is a VideoObject with captions, transcript and a clip for each chapter', () => {
  expect(recordingJsonLd(recordingEntry('June'))).toMatchObject({
    '@type': 'VideoObject',
    contentUrl: 'https://archive.example/media/es.mp4',
    duration: 'PT1H0S',
    caption: [{ encodingFormat: 'text/vtt', inLanguage: 'es' }],
    transcript: 'https://archive.example/captions/x/cap-es.txt',
    hasPart: [{ '@type': 'Clip', startOffset: 0, endOffset: 60, url: 'https://archive.example/en/recordings/x?t=0' }]
  });
});

test('a stand-in claims no video, and is dated by the day on which it was made', () => {
  const entry = recordingEntry('June', { mediaState: 'stand_in', standInMadeOn: '2026-11-24' });
  const thing = recordingJsonLd(entry);
  expect(thing['@type']).toBe('CreativeWork');
  expect(JSON.stringify(thing)).not.toMatch(/contentUrl|VideoObject|dateCreated|Clip/);
  expect(highwire(entry, archiveEntry, 'June')).toContainEqual({
    name: 'citation_publication_date',
    content: '2026/11/24'
  });
  expect(dublinCore(entry, archiveEntry, 'June')).toContainEqual({ name: 'DC.date', content: '2026-11-24' });
});

test('a person whose name may not be shown is in no output', () => {
  const hidden = [{ name: null, uuid: null, url: null, role: 'speaker' as const }];
  const entry = eventEntry('x', { people: hidden });
  expect(eventJsonLd(entry).performer).toBeUndefined();
  expect(dublinCore(entry, archiveEntry, 'x').some(({ name }) => name === 'DC.creator')).toBe(false);
});

test('breadcrumbs count from 1', () => {
  const { itemListElement } = breadcrumbs([
    { name: 'Archive', url: 'https://a/en' },
    { name: 'Events', url: 'https://a/en/events' }
  ]);
  expect(itemListElement?.map(({ position, item }) => [position, item])).toEqual([
    [1, 'https://a/en'],
    [2, 'https://a/en/events']
  ]);
});
