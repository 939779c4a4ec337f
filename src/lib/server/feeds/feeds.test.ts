import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import ical from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import { recordings, statusChanges } from '#lib/server/db/schema/index.ts';
import {
  calendar,
  entriesById,
  everything,
  metaOf,
  newsFeed,
  oEmbedOf,
  pathsByUuid,
  scopeBySlug,
  sitemapFile,
  sitemapIndexFile
} from '#lib/server/feeds/index.ts';
import { asViewer } from '#lib/server/context.ts';
import {
  insertEvent,
  insertPerson,
  insertRecording,
  insertSponsors,
  openTestArchive,
  testNow,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
const states: PublicationState[] = ['draft', 'submitted', 'unlisted', 'withdrawn', 'deleted'];

beforeAll(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'june', title: { en: 'June webinar', es: 'Seminario de junio' } });
  for (const state of states) {
    await insertEvent(archive, {
      id: `event-${state}`,
      state,
      title: { en: `Secret ${state}`, es: `Secreto ${state}` }
    });
  }
  await insertSponsors(archive, 'june', ['NISGUA']);
  await insertPerson(archive, { id: 'ana', name: 'Ana Shown', consent: 'confirmed' }, ['event', 'june']);
  await insertPerson(archive, { id: 'rosa', name: 'Rosa Hidden', display: 'hidden' }, ['event', 'june']);
  await insertPerson(
    archive,
    { id: 'luz', name: 'Luz Realname', display: 'pseudonym', pseudonym: { en: 'Star', es: 'Estrella' } },
    ['event', 'june']
  );
  await insertPerson(archive, { id: 'eva', name: 'Eva Draft', state: 'draft' }, ['event', 'june']);
  await archive.ctx.db.write(async (tx) => {
    for (const [position, kind] of (['scheduled', 'cancelled'] as const).entries()) {
      await tx.insert(statusChanges).values({
        eventId: 'june',
        position,
        kind,
        changed: { on: null, notBefore: null, notAfter: null },
        reason: { en: 'Because', es: 'Porque' },
        recordedAt: testNow
      });
    }
  });
  const media = (id: string) => [
    { id: 'v', kind: 'video' as const, audioTrackId: 'floor', file: `${id}/v.mp4`, body: 'v', mimeType: 'video/mp4' },
    { id: 'p', kind: 'poster' as const, file: `${id}/p.png`, body: 'p', mimeType: 'image/png' }
  ];
  const texts = [{ id: 'cap', language: 'es', reading: true, cues: [{ startMs: 0, endMs: 1, text: 'Hola' }] }];
  for (const [id, mediaState] of [
    ['real', 'held'],
    ['fake', 'stand_in']
  ] as const) {
    await insertRecording(archive, {
      id,
      slug: { en: `${id}-recording`, es: `${id}-grabacion` },
      title: { en: `The ${id} recording`, es: `La grabación ${id}` },
      more: { eventId: 'june', mediaState, durationMs: 60_000, standInMadeOn: id === 'fake' ? '2026-11-24' : null },
      sounds: [{ id: 'floor', role: 'original', language: 'es', standIn: id === 'fake' }],
      texts,
      chapters: [{ startMs: 0, endMs: 60_000, title: { en: 'Welcome', es: 'Bienvenida' } }],
      media: media(id)
    });
  }
});
afterAll(() => archive.close());

async function whole(pieces: AsyncGenerator<string, void> | null): Promise<string> {
  let text = '';
  for await (const piece of pieces ?? []) text += piece;
  return text;
}

/** Every output of a viewer, to look for what must not be there. */
async function outputs(ctx: TestArchive['ctx']): Promise<Record<string, string>> {
  const self = 'https://a.example/feed';
  const texts: Record<string, string> = {
    rss: await whole(newsFeed(ctx, 'en', everything, 'rss', self)),
    atom: await whole(newsFeed(ctx, 'es', everything, 'atom', self)),
    ics: await calendar(ctx, 'es', everything, self),
    index: await sitemapIndexFile(ctx)
  };
  for (const part of ['lists', 'event', 'recording', 'person', 'organization'] as const) {
    texts[`sitemap ${part}`] = await whole(await sitemapFile(ctx, part, 1));
  }
  for (const [kind, id] of [
    ['event', 'june'],
    ['recording', 'real'],
    ['recording', 'fake'],
    ['person', 'luz']
  ] as const) {
    texts[`meta ${id}`] = JSON.stringify(await metaOf(ctx, 'en', kind, id));
  }
  return texts;
}

test('nothing that is not public, and no name that may not be shown, is in any output', async () => {
  for (const [name, text] of Object.entries(await outputs(archive.ctx))) {
    expect(text, name).not.toMatch(/Secre|Rosa|Realname|Eva|event-(draft|submitted|unlisted|withdrawn|deleted)/);
  }
});

test('an organizer who is signed in gets the same page metadata as a visitor', async () => {
  const organizer = archive.as({ kind: 'organizer', userId: 'u', role: 'admin' });
  expect(await metaOf(organizer, 'en', 'event', 'june')).toEqual(await metaOf(archive.ctx, 'en', 'event', 'june'));
  expect(await metaOf(organizer, 'en', 'event', 'event-draft')).toBeNull();
});

describe('as a second parser reads it', () => {
  test('RSS: what is public, the newest first, with the names that may be shown', async () => {
    const { items = [] } = parseRssFeed((await outputs(archive.ctx)).rss ?? '');
    expect(items.map(({ title }) => title).sort()).toEqual([
      'Cancelled: June webinar',
      'The fake recording (stand-in, not the webinar)',
      'The real recording'
    ]);
    const june = items.find(({ title }) => title?.includes('June'));
    expect(june?.dc?.creators).toEqual(['Ana Shown', 'Star']);
    expect(june?.guid?.value).toBe('urn:uuid:uuid-june');
    expect(june?.link).toBe('http://localhost:3000/en/events/june');
  });

  test('Atom in Spanish', async () => {
    const { entries = [] } = parseAtomFeed((await outputs(archive.ctx)).atom ?? '');
    const june = entries.find(({ id }) => id === 'urn:uuid:uuid-june');
    expect(june?.links?.[0]?.href).toBe('http://localhost:3000/es/actividades/june');
    expect(JSON.stringify(june)).toContain('Motivo: Porque');
  });

  test('the calendar: cancelled, with the sequence of its log', async () => {
    const [event, ...more] = new ical.Component(ical.parse((await outputs(archive.ctx)).ics ?? '')).getAllSubcomponents(
      'vevent'
    );
    expect(more).toEqual([]);
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getFirstPropertyValue('sequence')).toBe(2);
    expect(event?.getFirstPropertyValue('uid')).toBe('uuid-june@acervo');
  });

  test('sitemaps: both languages, no stand-in, nobody who has not agreed; the index names the files that are not empty', async () => {
    const all = await outputs(archive.ctx);
    const parser = new XMLParser({ ignoreAttributes: false });
    for (const [name, xml] of Object.entries(all).filter(([key]) => key.startsWith('sitemap') || key === 'index')) {
      expect(XMLValidator.validate(xml), name).toBe(true);
    }
    expect(all['sitemap recording']).toContain('/es/grabaciones/real-grabacion');
    expect(all['sitemap recording']).toContain('<video:content_loc>http://localhost:3000/media/real/v.mp4');
    expect(all['sitemap recording']).not.toContain('fake');
    expect(all['sitemap person']?.match(/<loc>[^<]*/g)).toEqual([
      '<loc>http://localhost:3000/en/people/ana',
      '<loc>http://localhost:3000/es/personas/ana'
    ]);
    const index = parser.parse(all.index ?? '') as { sitemapindex: { sitemap: { loc: string }[] } };
    expect(index.sitemapindex.sitemap.map(({ loc }) => loc.replace(/.*\//, ''))).toEqual([
      'lists-1.xml',
      'event-1.xml',
      'recording-1.xml',
      'person-1.xml',
      'organization-1.xml'
    ]);
    expect(await sitemapFile(archive.ctx, 'recording', 2)).toBeNull();
  });

  test('JSON-LD: the real recording is a VideoObject, the stand-in is not', async () => {
    const { 'meta real': real, 'meta fake': fake } = await outputs(archive.ctx);
    expect(real).toContain('VideoObject');
    expect(fake).toContain('CreativeWork');
    expect(fake).not.toContain('VideoObject');
    expect(fake).toContain('stand-in, not the webinar');
  });
});

test('a withdrawn event’s calendar is gone, an unlisted one’s is there for whoever has the address', async () => {
  await expect(scopeBySlug(archive.ctx, 'en', 'event', 'event-withdrawn')).rejects.toMatchObject({ kind: 'gone' });
  await expect(scopeBySlug(archive.ctx, 'en', 'event', 'event-draft')).rejects.toMatchObject({ kind: 'missing' });
  expect(await scopeBySlug(archive.ctx, 'en', 'event', 'nothing')).toBeNull();
  const scope = await scopeBySlug(archive.ctx, 'en', 'event', 'event-unlisted');
  expect(scope && (await calendar(archive.ctx, 'en', scope, 'https://a.example'))).toContain(
    'SUMMARY;LANGUAGE=en:Secret unlisted'
  );
});

test.each([
  ['http://localhost:3000/en/recordings/real-recording', 'The real recording'],
  ['http://localhost:3000/es/grabaciones/real-grabacion?t=3', 'La grabación real'],
  ['https://elsewhere.example/en/recordings/real-recording', null],
  ['http://localhost:3000/en/events/event-draft', null],
  ['http://localhost:3000/en', null],
  ['javascript:alert(1)', null],
  ['', null]
])('oEmbed of %s', async (url, title) => {
  expect((await oEmbedOf(archive.ctx, url))?.title ?? null).toBe(title);
});

test('an identifier leads to the page, unless it may not be read', async () => {
  expect(await pathsByUuid(archive.ctx, 'uuid-real')).toEqual({
    en: '/en/recordings/real-recording',
    es: '/es/grabaciones/real-grabacion'
  });
  expect(await pathsByUuid(archive.ctx, 'uuid-event-draft')).toBeNull();
  expect(await pathsByUuid(archive.ctx, 'x')).toBeNull();
});

test('entries come in the order asked for, and lists leave out what is only addressed', async () => {
  const ids = ['june', 'event-unlisted', 'event-draft'];
  const titles = async (reach: 'list' | 'read') =>
    (await entriesById(archive.ctx, 'en', 'event', ids, reach)).map(({ title }) => title.text);
  expect(await titles('list')).toEqual(['June webinar']);
  expect(await titles('read')).toEqual(['June webinar', 'Secret unlisted']);
});

test('what becomes a stand-in leaves the sitemap at once', async () => {
  const before = await whole(await sitemapFile(archive.ctx, 'recording', 1));
  await archive.ctx.db.write((tx) =>
    tx
      .update(recordings)
      .set({ mediaState: 'stand_in' })
      .then(() => undefined)
  );
  expect(before).toContain('real-recording');
  expect(await sitemapFile(asViewer(archive.ctx, { kind: 'anonymous' }), 'recording', 1)).toBeNull();
});
