import { notInArray, type Column } from 'drizzle-orm';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { missingLocales } from '#lib/domain/i18n/localized.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
  actions,
  campaigns,
  events,
  organizations,
  pages,
  people,
  recordings,
  series,
  topics
} from '#lib/server/db/schema/index.ts';

/** The word below /manage at which things of a kind are edited. */
export const areas = [
  'events',
  'recordings',
  'series',
  'people',
  'organizations',
  'pages',
  'actions',
  'campaigns',
  'topics'
] as const;
export type Area = (typeof areas)[number];

/** Something that an organizer may have to do something about. */
export interface Work {
  area: Area;
  id: string;
  title: Localized;
  state: PublicationState;
  publishAt: number | null;
  updatedAt: number;
  /** Its texts that exist, by the name of the field. */
  texts: Record<string, Localized | null>;
}

const same = (text: string): Localized => ({ en: text, es: text });

// Each kind keeps its name and texts in columns of its own.
async function everything(ctx: Ctx): Promise<Work[]> {
  const live = ({ state }: { state: Column }) => notInArray(state, ['withdrawn', 'deleted']);
  const of = <R extends Omit<Work, 'area' | 'title' | 'texts'>>(
    area: Area,
    rows: R[],
    read: (row: R) => Pick<Work, 'title' | 'texts'>
  ): Work[] =>
    rows.map((row) => {
      const { id, state, publishAt, updatedAt } = row;
      return { area, id, state, publishAt, updatedAt, ...read(row) };
    });
  const { read } = ctx;
  const lists = await Promise.all([
    read
      .select()
      .from(events)
      .where(live(events))
      .then((rows) =>
        of('events', rows, ({ title, summary, description, place, thanks }) => ({
          title,
          texts: { title, summary, description, place, thanks }
        }))
      ),
    read
      .select()
      .from(recordings)
      .where(live(recordings))
      .then((rows) => of('recordings', rows, ({ title, description }) => ({ title, texts: { title, description } }))),
    read
      .select()
      .from(series)
      .where(live(series))
      .then((rows) =>
        of('series', rows, ({ title, description, thanks }) => ({ title, texts: { title, description, thanks } }))
      ),
    read
      .select()
      .from(people)
      .where(live(people))
      .then((rows) => of('people', rows, ({ name, bio, office }) => ({ title: same(name), texts: { bio, office } }))),
    read
      .select()
      .from(organizations)
      .where(live(organizations))
      .then((rows) =>
        of('organizations', rows, ({ shortName, note }) => ({ title: same(shortName), texts: { note } }))
      ),
    read
      .select()
      .from(pages)
      .where(live(pages))
      .then((rows) => of('pages', rows, ({ title }) => ({ title, texts: { title } }))),
    read
      .select()
      .from(actions)
      .where(live(actions))
      .then((rows) =>
        of('actions', rows, ({ title, text, fullText, outcome }) => ({
          title,
          texts: { title, text, fullText, outcome }
        }))
      ),
    read
      .select()
      .from(campaigns)
      .where(live(campaigns))
      .then((rows) => of('campaigns', rows, ({ title }) => ({ title, texts: { title } }))),
    read
      .select()
      .from(topics)
      .where(live(topics))
      .then((rows) => of('topics', rows, ({ name }) => ({ title: name, texts: { name } })))
  ]);
  return lists.flat().sort((a, b) => b.updatedAt - a.updatedAt);
}

export interface MissingText {
  work: Work;
  /** Which fields lack which language. */
  fields: { field: string; locale: Locale }[];
}

const lacks = (work: Work): MissingText['fields'] =>
  Object.entries(work.texts).flatMap(([field, text]) => missingLocales(text).map((locale) => ({ field, locale })));

export interface OpenWork {
  drafts: Work[];
  submitted: Work[];
  scheduled: Work[];
  missing: MissingText[];
}

/** What is not finished: newest changes first, and what is scheduled by its hour. */
export async function openWork(ctx: Ctx): Promise<OpenWork> {
  const all = await everything(ctx);
  const inState = (state: PublicationState) => all.filter((work) => work.state === state);
  return {
    drafts: inState('draft'),
    submitted: inState('submitted'),
    scheduled: inState('scheduled').sort((a, b) => (a.publishAt ?? 0) - (b.publishAt ?? 0)),
    missing: all.map((work) => ({ work, fields: lacks(work) })).filter(({ fields }) => fields.length > 0)
  };
}
