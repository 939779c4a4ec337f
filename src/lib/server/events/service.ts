import type { ArchiveDate, Figure, Rights, SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import { isPast, passes, type EventFilter } from '#lib/domain/events/filter.ts';
import type {
  AccessOffer,
  AttendanceMode,
  EventKind,
  Panel,
  Registration,
  StatusChange,
  StatusKind
} from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import {
  findBySlug,
  picturesById,
  picturesOf,
  resourcesOf,
  slugsOf,
  topicsOf,
  type Picture,
  type Resource,
  type Slugs,
  type TopicLink
} from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import * as store from '#lib/server/events/store.ts';
import { sponsorsOf, type Sponsor } from '#lib/server/organizations/index.ts';
import { creditsOf, type Credit } from '#lib/server/people/index.ts';

export interface EventCard {
  id: string;
  slugs: Slugs;
  kind: EventKind;
  title: Localized;
  summary: Localized | null;
  date: ArchiveDate;
  sortDate: string | null;
  startsAt: number | null;
  timeZone: string | null;
  place: Localized | null;
  attendance: AttendanceMode | null;
  /** The last entry of the log; null: the log is empty. */
  status: StatusKind | null;
  past: boolean;
  background: boolean;
  seriesId: string | null;
  /** Place in the series; null: none was given. */
  seriesPosition: number | null;
  publishedAt: number | null;
}

/** An entry of the log with the event that took over, where it may be shown. */
export interface HistoryEntry extends StatusChange {
  replacement: EventCard | null;
}

export interface EventPage extends EventCard {
  titleOrigin: TitleOrigin | null;
  description: Localized | null;
  endsAt: number | null;
  durationMs: number | null;
  venue: Localized | null;
  onlineUrl: string | null;
  /** Null once the event is over: an address to register at is of no use then. */
  registration: Registration | null;
  cost: Localized | null;
  access: AccessOffer | null;
  contact: Localized | null;
  flyer: Picture | null;
  thanks: Localized | null;
  panel: Panel | null;
  organizationsNote: Localized | null;
  localHosts: Localized | null;
  figures: Figure[];
  history: HistoryEntry[];
  replacedBy: EventCard[];
  replaces: EventCard[];
  credits: Credit[];
  sponsors: Sponsor[];
  pictures: Picture[];
  topics: TopicLink[];
  resources: Resource[];
  rights: Rights | null;
  noindex: boolean;
  sources: SourceRef[];
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The last day on which it may have begun: its date, else the later bound. A first bound alone says nothing of the end. */
export const latestDateOf = ({ date, startsAt }: store.EventRow): string | null =>
  startsAt === null ? (date.precision === 'season' ? date.notAfter : (date.value ?? date.notAfter)) : dayOf(startsAt);

function cardOf(row: store.EventRow, slugs: Slugs, status: StatusKind | null, today: string): EventCard {
  const { id, kind, title, summary, date, sortDate, startsAt, timeZone, place, attendance } = row;
  const past = isPast({ status, attendance, latestDate: latestDateOf(row) }, today);
  const { background, seriesId, seriesPosition, publishedAt } = row;
  return {
    ...{ id, slugs, kind, title, summary, date, sortDate, startsAt, timeZone, place, attendance },
    ...{ status, past, background, seriesId, seriesPosition, publishedAt }
  };
}

/** Cards of those events that lists may name, in the order given. */
async function cardsOf(ctx: Ctx, rows: store.EventRow[]): Promise<EventCard[]> {
  const open = listed(ctx, 'event:list', rows);
  const ids = open.map(({ id }) => id);
  const [slugs, current] = await Promise.all([slugsOf(ctx, 'event', ids), store.currentEntries(ctx, ids)]);
  const today = dayOf(ctx.now());
  return open.map((row) =>
    cardOf(row, slugs.get(row.id) ?? { en: row.id, es: row.id }, current.get(row.id)?.kind ?? null, today)
  );
}

export async function eventCardsById(ctx: Ctx, ids: readonly string[]): Promise<EventCard[]> {
  const cards = await cardsOf(ctx, await store.eventsById(ctx, ids));
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const eventCardsOfSeries = async (ctx: Ctx, seriesId: string): Promise<EventCard[]> =>
  cardsOf(ctx, await store.eventsOfSeries(ctx, seriesId));

/** Newest first; what has no date at all stands at the end. Equal dates keep the order of their series. */
export const newestFirst = (a: EventCard, b: EventCard) =>
  (b.sortDate ?? '').localeCompare(a.sortDate ?? '') ||
  (a.seriesPosition ?? 0) - (b.seriesPosition ?? 0) ||
  a.id.localeCompare(b.id);

/** What is to come is read from the next day on, what has been from the last. */
export async function listEvents(ctx: Ctx, filter: EventFilter): Promise<EventCard[]> {
  const today = dayOf(ctx.now());
  const rows = await store.allEvents(ctx);
  const latest = new Map(rows.map((row) => [row.id, latestDateOf(row)]));
  const cards = (await cardsOf(ctx, rows)).filter((card) =>
    passes(filter, { ...card, latestDate: latest.get(card.id) ?? null }, today)
  );
  const upcoming = cards.filter(({ past }) => !past).sort((a, b) => newestFirst(b, a));
  return [...upcoming, ...cards.filter(({ past }) => past).sort(newestFirst)];
}

async function historyOf(ctx: Ctx, eventId: string): Promise<HistoryEntry[]> {
  const rows = await store.logOf(ctx, eventId);
  const replacements = await eventCardsById(
    ctx,
    rows.flatMap(({ replacedById }) => replacedById ?? [])
  );
  return rows.map(({ kind, changed, previousStart, reason, note, replacedById, inferred, sources }) => ({
    ...{ kind, changed, previousStart, reason, note, inferred, sources },
    replacedBy: replacedById,
    replacement: replacements.find(({ id }) => id === replacedById) ?? null
  }));
}

async function linksOf(ctx: Ctx, row: store.EventRow) {
  const replacements = await store.replacementsOf(ctx, row.id);
  const [history, replacedBy, replaces, credits, sponsors, pictures, topics, resources, flyer] = await Promise.all([
    historyOf(ctx, row.id),
    eventCardsById(
      ctx,
      replacements.filter(({ eventId }) => eventId === row.id).map(({ replacedById }) => replacedById)
    ),
    eventCardsById(
      ctx,
      replacements.filter(({ replacedById }) => replacedById === row.id).map(({ eventId }) => eventId)
    ),
    creditsOf(ctx, 'event', row.id),
    sponsorsOf(ctx, 'event', row.id),
    picturesOf(ctx, 'event', row.id),
    topicsOf(ctx, 'event', row.id),
    resourcesOf(ctx, 'event', row.id),
    row.flyerImageId ? picturesById(ctx, [row.flyerImageId]) : []
  ]);
  return {
    ...{ history, replacedBy, replaces, credits, sponsors, pictures, topics, resources },
    flyer: flyer[0] ?? null
  };
}

/** An event's page; null when there is none. Throws when it may not be read. */
export async function getEvent(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ event: EventPage; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'event', locale, slug);
  const row = found && (await store.eventById(ctx, found.id));
  if (!found || !row) return null;
  assertCan(ctx, 'event:read', row);
  const links = await linksOf(ctx, row);
  const card = cardOf(row, found.slugs, links.history.at(-1)?.kind ?? null, dayOf(ctx.now()));
  const { titleOrigin, description, endsAt, durationMs, venue, onlineUrl, cost, access, contact, thanks } = row;
  const { panel, organizationsNote, localHosts, figures, rights, noindex, sources } = row;
  const event: EventPage = {
    ...card,
    ...links,
    ...{ titleOrigin, description, endsAt, durationMs, venue, onlineUrl, cost, access, contact, thanks },
    ...{ panel, organizationsNote, localHosts, figures, rights, noindex, sources },
    registration: card.past ? null : row.registration
  };
  return { event, moved: found.moved };
}
