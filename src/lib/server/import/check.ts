import { inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { locales } from '#lib/domain/i18n/locale.ts';
import { routePath } from '#lib/domain/i18n/paths.ts';
import { listSections, type ListSection } from '#lib/domain/import/archive.ts';
import { nearest } from '#lib/domain/import/problems.ts';
import { marked } from '#lib/domain/import/shape.ts';
import type { ReferenceKind } from '#lib/domain/import/values.ts';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Queries } from '#lib/server/db/open.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import type { Collected, Collection, Place } from '#lib/server/import/collect.ts';
import type { Report } from '#lib/server/import/folders.ts';
import { Sources, timesOf } from '#lib/server/import/objects/values.ts';
import { durationMs } from '#lib/domain/import/values.ts';

/** What the ids of each section are ids of. */
const kindOfSection = {
  documents: 'document',
  organizations: 'organization',
  institutions: 'institution',
  people: 'person',
  withheldStatements: 'withheldStatement',
  topics: 'topic',
  series: 'series',
  events: 'event',
  recordings: 'recording',
  images: 'image',
  timeline: 'timelineEntry',
  campaigns: 'campaign',
  resources: 'resource',
  sourceLinks: 'sourceLink',
  notices: 'notice',
  pages: 'page'
} as const satisfies Record<ListSection, string>;

const tableOf: Record<ReferenceKind, SQLiteTable & { id: SQLiteColumn }> = {
  organization: tables.organizations,
  institution: tables.institutions,
  person: tables.people,
  topic: tables.topics,
  series: tables.series,
  event: tables.events,
  recording: tables.recordings,
  image: tables.images,
  notice: tables.notices,
  resource: tables.resources,
  campaign: tables.campaigns,
  demand: tables.demands,
  letterTemplate: tables.letterTemplates,
  document: tables.sourceDocuments
};

const sectionNames = Object.keys(listSections).filter((name): name is ListSection =>
  Object.hasOwn(kindOfSection, name)
);

/** Every entry of every list, without its type. */
export function* entriesOf(collection: Collection): Generator<{ section: ListSection; id: string; place: Place }> {
  for (const section of sectionNames) {
    for (const { entry, place } of collection.lists[section]) yield { section, id: entry.id, place };
  }
}

interface Named {
  kind: string;
  id: string;
  place: Place;
  path: (string | number)[];
}

/** Every id that the files give, with where it stands. */
function namedIn(collection: Collection): Named[] {
  const named: Named[] = [...entriesOf(collection)].map(({ section, id, place }) => {
    return { kind: kindOfSection[section], id, place, path: ['id'] };
  });
  for (const { entry, place } of collection.lists.campaigns) {
    const inner = {
      demands: 'demand',
      targets: 'target',
      actions: 'action',
      talkingPoints: 'talkingPoint',
      letterTemplates: 'letterTemplate'
    } as const;
    for (const key of ['demands', 'targets', 'actions', 'talkingPoints', 'letterTemplates'] as const) {
      (entry[key] ?? []).forEach(({ id }, index) =>
        named.push({ kind: inner[key], id, place, path: [key, index, 'id'] })
      );
    }
  }
  const terms = collection.singles.glossary;
  terms?.entry.terms.forEach(({ id }, index) => {
    named.push({ kind: 'glossaryTerm', id, place: terms.place, path: ['terms', index, 'id'] });
  });
  return named;
}

/** Everything that only shows when the files are read together, and with what is here already. */
export async function checkTogether(read: Queries, collection: Collection, report: Report): Promise<Sources> {
  const named = namedIn(collection);
  checkDuplicates(named, report);
  await checkReferences(read, collection, named, report);
  await checkSlugs(read, collection, report);
  const sources = await findSources(read, collection);
  checkSources(collection, sources, report);
  collection.lists.events.forEach((event) => checkEvent(event, report));
  checkPairs(collection, report);
  return sources;
}

function checkDuplicates(named: readonly Named[], report: Report): void {
  const first = new Map<string, Named>();
  for (const each of named) {
    // organizations and institutions share one space: a person belongs to either
    const key = `${each.kind === 'institution' ? 'organization' : each.kind}:${each.id}`;
    const other = first.get(key);
    if (other) {
      const { file, line } = other.place.problem('duplicate-id', other.path);
      report(each.place.problem('duplicate-id', each.path, { id: each.id, first: `${file}:${line ?? 1}` }));
    } else first.set(key, each);
  }
}

async function checkReferences(read: Queries, collection: Collection, named: readonly Named[], report: Report) {
  const ids = new Map<string, Set<string>>();
  const add = (kind: string, id: string) => ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  for (const { kind, id } of named) add(kind, id);
  const references = [...referencesOf(collection)];
  const missing = references.filter(({ id, kinds }) => !kinds.some((kind) => ids.get(kind)?.has(id)));
  for (const kind of new Set(missing.flatMap(({ kinds }) => kinds))) {
    const wanted = [...new Set(missing.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id))];
    for (let at = 0; at < wanted.length; at += 500) {
      const { id } = tableOf[kind];
      const rows = await read
        .select({ id })
        .from(tableOf[kind])
        .where(inArray(id, wanted.slice(at, at + 500)));
      for (const row of rows) add(kind, String(row.id));
    }
  }
  for (const { id, kinds, place, container, key } of missing) {
    if (kinds.some((kind) => ids.get(kind)?.has(id))) continue;
    const meant = nearest(
      id,
      kinds.flatMap((kind) => [...(ids.get(kind) ?? [])])
    );
    report(
      place.problemAt('unknown-reference', container, key, { id, kind: kinds[0] ?? '', ...(meant ? { meant } : {}) })
    );
  }
}

interface Reference {
  id: string;
  kinds: readonly ReferenceKind[];
  place: Place;
  container: object;
  key: string | number;
}

function* referencesOf(collection: Collection): Generator<Reference> {
  for (const { section, place } of entriesOf(collection)) {
    for (const { value, shape, container, key } of marked(listSections[section], place.input)) {
      if (shape.refersTo.length > 0) yield { id: value, kinds: shape.refersTo, place, container, key };
    }
  }
  const { meta } = collection.singles;
  if (meta?.entry.defaultSource) {
    const container = typeof meta.place.input === 'object' && meta.place.input ? meta.place.input : {};
    yield { id: meta.entry.defaultSource, kinds: ['document'], place: meta.place, container, key: 'defaultSource' };
  }
}

type Addressed = { kind: ObjectKind; id: string; slug: { en: string; es: string }; place: Place; path: string[] };

function addressesOf({ lists }: Collection): Addressed[] {
  const found: Addressed[] = [];
  const add = (
    kind: ObjectKind,
    list: readonly { entry: { id: string; slug?: Addressed['slug'] }; place: Place }[]
  ) => {
    for (const { entry, place } of list) {
      if (entry.slug) found.push({ kind, id: entry.id, slug: entry.slug, place, path: ['slug'] });
      else if (kind !== 'person')
        found.push({ kind, id: entry.id, slug: { en: entry.id, es: entry.id }, place, path: ['id'] });
    }
  };
  add('organization', lists.organizations);
  add('person', lists.people);
  add('topic', lists.topics);
  add('series', lists.series);
  add('event', lists.events);
  add('recording', lists.recordings);
  add('campaign', lists.campaigns);
  add('page', lists.pages);
  for (const { entry, place } of lists.campaigns) {
    add(
      'action',
      (entry.actions ?? []).map((action) => ({ entry: action, place }))
    );
  }
  return found;
}

/** A word that the addresses themselves use (`edit`, `nuevo`) cannot be the name of an object. */
const isReserved = (slug: string) =>
  ['new', 'nuevo', 'edit', 'editar'].includes(slug) ||
  locales.some((locale) => routePath(`/${locale}/x/${slug}`) !== `/${locale}/x/${slug}`);

async function checkSlugs(read: Queries, collection: Collection, report: Report): Promise<void> {
  const taken = new Map<string, string>();
  const addresses = addressesOf(collection);
  for (const { kind, id, slug, place, path } of addresses) {
    for (const locale of locales) {
      const word = slug[locale];
      const where = path[0] === 'slug' ? [...path, locale] : path;
      const key = `${kind}/${locale}/${word}`;
      const other = taken.get(key);
      // an id that serves as address is the same word in both languages: one problem is enough
      const say = path[0] === 'slug' || locale === 'en' ? report : () => undefined;
      if (isReserved(word)) say(place.problem('slug-reserved', where, { slug: word }));
      if (other !== undefined && other !== id) say(place.problem('slug-taken', where, { slug: word, other }));
      taken.set(key, other ?? id);
    }
  }
  for (let at = 0; at < addresses.length; at += 200) {
    const some = addresses.slice(at, at + 200);
    const rows = await read
      .select()
      .from(tables.slugs)
      .where(inArray(tables.slugs.slug, [...new Set(some.flatMap(({ slug }) => [slug.en, slug.es]))]));
    for (const { kind, id, slug, place, path } of some) {
      for (const locale of locales) {
        const holder = rows.find((row) => row.kind === kind && row.locale === locale && row.slug === slug[locale]);
        if (holder && holder.objectId !== id) {
          report(place.problem('slug-taken', path, { slug: slug[locale], other: holder.objectId }));
        }
      }
    }
  }
}

async function findSources(read: Queries, collection: Collection): Promise<Sources> {
  const here = await read.select({ id: tables.sourceDocuments.id }).from(tables.sourceDocuments);
  const known = new Set([...here.map((row) => row.id), ...collection.lists.documents.map(({ entry }) => entry.id)]);
  const [only] = known.size === 1 ? known : [];
  return new Sources(collection.singles.meta?.entry.defaultSource ?? only ?? null, known);
}

/** Every `source` list, wherever it stands. */
function checkSources(collection: Collection, sources: Sources, report: Report): void {
  const places = [...entriesOf(collection)].map(({ place }) => place);
  if (collection.singles.site) places.push(collection.singles.site.place);
  for (const place of places) {
    for (const [list, text, index] of sourceTexts(place.input)) {
      if (sources.partsOf(text)) continue;
      const code = text.includes(':') ? 'unknown-document' : 'no-default-source';
      report(place.problemAt(code, list, index, { text }));
    }
  }
}

function* sourceTexts(value: unknown): Generator<[object, string, number]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'source' && Array.isArray(item)) {
      for (const [index, text] of item.entries()) if (typeof text === 'string') yield [item, text, index];
    } else yield* sourceTexts(item);
  }
}

function checkEvent({ entry, place }: Collected<'events'>, report: Report): void {
  const history = entry.statusHistory ?? [];
  const last = history.at(-1)?.status;
  if (last && last !== entry.status)
    report(place.problem('status-differs', ['status'], { status: entry.status, last }));
  if (entry.status === 'scheduled' && entry.date.value?.length !== 10) {
    report(place.problem('scheduled-needs-start', ['date']));
  }
  history.forEach((each, index) => {
    if (each.status === 'rescheduled' && !each.previousStart) {
      report(place.problem('rescheduled-needs-previous-start', ['statusHistory', index]));
    }
    if (each.notBefore && each.notAfter && each.notBefore > each.notAfter) {
      report(place.problem('ends-before-start', ['statusHistory', index, 'notAfter']));
    }
  });
  const { notBefore, notAfter, duration } = entry.date;
  if (notBefore && notAfter && notBefore > notAfter) report(place.problem('ends-before-start', ['date', 'notAfter']));
  const { startsAt, endsAt } = timesOf(entry.date, duration ? durationMs(duration) : null);
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) report(place.problem('ends-before-start', ['date']));
  checkTwice(entry, place, report);
}

/** The same person or organization twice in the same role. */
function checkTwice(
  entry: { people?: { id: string; role: string }[]; organizations?: { id: string; role: string }[] },
  place: Place,
  report: Report
): void {
  for (const key of ['people', 'organizations'] as const) {
    const seen = new Set<string>();
    (entry[key] ?? []).forEach(({ id, role }, index) => {
      if (seen.has(`${id} ${role}`)) report(place.problem('link-twice', [key, index], { id, role }));
      seen.add(`${id} ${role}`);
    });
  }
}

/** Facts that may be said at both ends must agree. */
function checkPairs({ lists, singles }: Collection, report: Report): void {
  const events = new Map(lists.events.map((each) => [each.entry.id, each]));
  const recordings = new Map(lists.recordings.map((each) => [each.entry.id, each]));
  for (const { entry, place } of [...lists.series, ...lists.recordings, ...lists.campaigns])
    checkTwice(entry, place, report);
  for (const { entry, place } of lists.series) {
    entry.stops?.forEach((stop, index) => {
      const event = events.get(stop);
      if (event && event.entry.series !== entry.id) {
        report(place.problem('series-differs', ['stops', index], { event: stop, series: entry.id }));
      }
    });
  }
  for (const { entry, place } of lists.events) {
    entry.recordings?.forEach((id, index) => {
      const recording = recordings.get(id);
      if (recording && recording.entry.event !== entry.id) {
        report(place.problem('event-differs', ['recordings', index], { recording: id, event: entry.id }));
      }
    });
  }
  const { glossary } = singles;
  glossary?.entry.terms.forEach(({ domain }, index) => {
    if (Object.hasOwn(glossary.entry.domains, domain)) return;
    const meant = nearest(domain, Object.keys(glossary.entry.domains));
    report(
      glossary.place.problem('unknown-domain', ['terms', index, 'domain'], { domain, ...(meant ? { meant } : {}) })
    );
  });
}
