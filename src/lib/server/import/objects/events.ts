import { durationMs } from '#lib/domain/import/values.ts';
import type { StatusChange } from '#lib/domain/events/types.ts';
import { events, series, timelineEntries, topics } from '#lib/server/db/schema/index.ts';
import type { Collected, Lists } from '#lib/server/import/collect.ts';
import type { ImportObject, Part } from '#lib/server/import/import-object.ts';
import { plainObject, publishedObject, type Mapping } from '#lib/server/import/objects/context.ts';
import {
  linksPart,
  organizationsPart,
  peoplePart,
  replacementsPart,
  statusHistoryPart,
  type Replacement
} from '#lib/server/import/objects/parts.ts';
import { dateOf, mapped, previousStartOf, rightsOf, sortDateOf, timesOf } from '#lib/server/import/objects/values.ts';

type Insert<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;
type EventEntry = Collected<'events'>['entry'];

export function topicObject(mapping: Mapping, { entry, place }: Collected<'topics'>): ImportObject {
  const columns = {
    name: entry.name,
    abbreviation: entry.abbreviation,
    alsoKnownAs: entry.alsoKnownAs,
    parties: entry.parties?.map((party) => ({ ...party, signed: dateOf(party.signed) })),
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof topics>;
  return publishedObject(mapping, { kind: 'topic', id: entry.id, place, table: topics, columns, slug: entry.slug });
}

export function seriesObject(mapping: Mapping, { entry, place }: Collected<'series'>): ImportObject {
  const columns = {
    kind: entry.kind,
    title: entry.title,
    titleOrigin: entry.titleOrigin,
    description: entry.description,
    thanks: entry.thanks,
    status: entry.status,
    replacedById: entry.replacedBy,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof series>;
  const parts = [
    ...(entry.people ? [peoplePart('series', entry.id, entry.people)] : []),
    ...(entry.organizations ? [organizationsPart('series', entry.id, entry.organizations)] : [])
  ];
  const { id, slug } = entry;
  return publishedObject(mapping, { kind: 'series', id, place, table: series, columns, parts, slug });
}

export function statusHistoryOf(entry: EventEntry, mapping: Mapping): StatusChange[] {
  const unknown = { on: null, notBefore: null, notAfter: null };
  if (!entry.statusHistory) {
    const empty = { previousStart: null, reason: null, note: null, replacedBy: null, inferred: [], sources: [] };
    return [{ kind: entry.status, changed: unknown, ...empty }];
  }
  return entry.statusHistory.map((each) => ({
    kind: each.status,
    changed: { on: each.changedOn ?? null, notBefore: each.notBefore ?? null, notAfter: each.notAfter ?? null },
    previousStart: each.previousStart ? previousStartOf(each.previousStart) : null,
    reason: each.reason ?? null,
    note: each.note ?? null,
    replacedBy: each.replacedBy ?? null,
    inferred: each.inferred ?? [],
    sources: mapping.sources.refs(each.source) ?? []
  }));
}

/** All that took the place of each event of these files, said from either side. */
export function replacementsOf(entries: readonly EventEntry[]): Map<string, Replacement[]> {
  const found = new Map<string, Map<string, boolean>>(entries.map((entry) => [entry.id, new Map()]));
  const say = (eventId: string, by: string, inferred: boolean) => {
    const own = found.get(eventId);
    own?.set(by, inferred || own.get(by) === true);
  };
  for (const entry of entries) {
    if (entry.replacedBy) say(entry.id, entry.replacedBy, false);
    for (const each of entry.statusHistory ?? []) {
      if (each.replacedBy) say(entry.id, each.replacedBy, each.inferred?.includes('replaced_by') === true);
    }
    for (const replaced of entry.replaces ?? []) say(replaced, entry.id, false);
  }
  const ordered = (pairs: Map<string, boolean>) =>
    [...pairs].map(([id, inferred]) => ({ id, inferred })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map([...found].map(([id, pairs]) => [id, ordered(pairs)]));
}

function placeColumns({ place }: EventEntry) {
  if (place === undefined) return {};
  return { place: place?.label ?? null, venue: place?.venue ?? null, onlineUrl: place?.url ?? null };
}

function eventColumns(entry: EventEntry, mapping: Mapping) {
  const length = entry.date.duration ? durationMs(entry.date.duration) : null;
  return {
    kind: entry.kind,
    background: entry.background,
    seriesId: entry.series,
    seriesPosition: entry.seriesOrder,
    title: entry.title,
    titleOrigin: entry.titleOrigin,
    summary: entry.summary,
    description: entry.description,
    date: dateOf(entry.date),
    sortDate: sortDateOf(entry.date, entry.statusHistory ?? []),
    ...timesOf(entry.date, length),
    timeZone: entry.date.timeZone ?? null,
    durationMs: length,
    ...placeColumns(entry),
    attendance: entry.attendance,
    registration: mapped(entry.registration, ({ url, joinUrl, note }) => ({
      url: url ?? null,
      joinUrl: joinUrl ?? null,
      note: note ?? null
    })),
    cost: entry.cost,
    access: mapped(entry.access, (access) => ({
      languages: access.languages ?? null,
      interpretation: access.interpretation ?? null,
      captions: access.captions ?? null,
      signLanguage: access.signLanguage ?? null,
      stepFree: access.stepFree ?? null,
      note: access.note ?? null
    })),
    contact: entry.contact,
    flyerImageId: entry.flyer,
    thanks: entry.thanks,
    panel: mapped(entry.panel, ({ expected, note }) => ({ expected, note: note ?? null })),
    organizationsNote: entry.organizationsNote,
    localHosts: entry.localHosts,
    figures: mapping.sources.figures(entry.figures),
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof events>;
}

function eventParts(entry: EventEntry, mapping: Mapping): Part[] {
  const { id } = entry;
  const speakers = entry.speakerOrganizations?.map((each) => ({ id: each, role: 'speaker_organization' as const }));
  const all = entry.organizations || speakers ? [...(entry.organizations ?? []), ...(speakers ?? [])] : undefined;
  return [
    statusHistoryPart(id, statusHistoryOf(entry, mapping)),
    ...(entry.people ? [peoplePart('event', id, entry.people)] : []),
    ...(all ? [organizationsPart('event', id, all)] : []),
    ...(entry.topics ? [linksPart('event', id, 'topic', entry.topics)] : []),
    ...(entry.images ? [linksPart('event', id, 'image', entry.images)] : []),
    ...(entry.resources ? [linksPart('event', id, 'resource', entry.resources)] : []),
    ...(entry.notices ? [linksPart('event', id, 'notice', entry.notices)] : [])
  ];
}

export function eventObjects(mapping: Mapping, collected: readonly Collected<'events'>[]): ImportObject[] {
  const replacements = replacementsOf(collected.map(({ entry }) => entry));
  return collected.map(({ entry, place }) => {
    const elsewhere = (entry.replaces ?? []).filter((id) => !replacements.has(id));
    const parts = [
      ...eventParts(entry, mapping),
      replacementsPart(entry.id, 'replacedBy', replacements.get(entry.id) ?? []),
      // of an event that these files do not hold, the pair can only be written from this end
      ...(elsewhere.length > 0
        ? [
            replacementsPart(
              entry.id,
              'replaces',
              elsewhere.sort().map((id) => ({ id, inferred: false }))
            )
          ]
        : [])
    ];
    const columns = eventColumns(entry, mapping);
    const { id, slug } = entry;
    return publishedObject(mapping, { kind: 'event', id, place, table: events, columns, parts, slug });
  });
}

export function timelineObject(mapping: Mapping, { entry, place }: Collected<'timeline'>): ImportObject {
  const columns = {
    position: entry.order,
    date: dateOf(entry.date),
    text: entry.text,
    basis: entry.basis,
    eventId: entry.event,
    seriesId: entry.series,
    personIds: entry.people,
    figures: mapping.sources.figures(entry.figures),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof timelineEntries>;
  return plainObject({ kind: 'timelineEntry', id: entry.id, place, table: timelineEntries, columns });
}

export function happeningObjects(mapping: Mapping, lists: Lists): ImportObject[] {
  return [
    ...lists.topics.map((each) => topicObject(mapping, each)),
    ...lists.series.map((each) => seriesObject(mapping, each)),
    ...eventObjects(mapping, lists.events),
    ...lists.timeline.map((each) => timelineObject(mapping, each))
  ];
}
