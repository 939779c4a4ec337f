import { atomOf, type Query } from '#lib/domain/search/query.ts';
import { findHits, prepareTrack, type PreparedTrack } from '#lib/domain/search/match.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { shownName } from '#lib/domain/people/shown-name.ts';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import { may } from '#lib/server/access/index.ts';
import { slugsOf } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/open.ts';
import { events, organizations, pages, people, recordings } from '#lib/server/db/schema/index.ts';

export const besideKinds = ['recording', 'person', 'organization', 'event', 'page'] as const;
export type BesideKind = (typeof besideKinds)[number];

/** Something of the archive that is called so. */
export interface Beside {
  kind: BesideKind;
  text: string;
  href: string;
}

interface Named {
  kind: BesideKind;
  id: string;
  names: Localized;
}

const words = {
  recording: 'recordings',
  person: 'people',
  organization: 'organizations',
  event: 'events',
  page: 'pages'
} as const;

/** Everything with a name that the viewer may find in lists. */
async function named(ctx: Ctx): Promise<Named[]> {
  const [recordingRows, peopleRows, organizationRows, eventRows, pageRows] = await Promise.all([
    ctx.read.select().from(recordings),
    ctx.read.select().from(people),
    ctx.read.select().from(organizations),
    ctx.read.select().from(events),
    ctx.read.select().from(pages)
  ]);
  const both = (text: string | null): Localized => (text === null ? {} : { en: text, es: text });
  return [
    ...recordingRows
      .filter((row) => may(ctx, 'recording:list', row))
      .map(({ id, title }): Named => ({ kind: 'recording', id, names: title })),
    ...peopleRows
      .filter((row) => may(ctx, 'person:list', row))
      .map((row): Named => {
        const nameIn = (locale: Locale) => shownName(row, true, locale) ?? undefined;
        const [en, es] = [nameIn('en'), nameIn('es')];
        return { kind: 'person', id: row.id, names: { ...(en ? { en } : {}), ...(es ? { es } : {}) } };
      }),
    ...organizationRows
      .filter((row) => may(ctx, 'organization:list', row))
      .map(({ id, shortName, name }): Named => ({
        kind: 'organization',
        id,
        names:
          name === null ? both(shortName) : { en: `${shortName} ${name.en ?? ''}`, es: `${shortName} ${name.es ?? ''}` }
      })),
    ...eventRows
      .filter((row) => may(ctx, 'event:list', row))
      .map(({ id, title }): Named => ({ kind: 'event', id, names: title })),
    ...pageRows
      .filter((row) => may(ctx, 'page:list', row))
      .map(({ id, title }): Named => ({ kind: 'page', id, names: title }))
  ];
}

const fewBesides = 6;

interface Names {
  revision: number;
  all: Named[];
  tracks: PreparedTrack[];
}

// lists are the same for every viewer, and prepared anew only when something that visitors see was changed
const kept = new WeakMap<Database, Names>();

async function namesOf(ctx: Ctx): Promise<Names> {
  const revision = ctx.db.contentRevision();
  const known = kept.get(ctx.db);
  if (known?.revision === revision) return known;
  const all = await named(ctx);
  const tracks = locales.map((language) =>
    prepareTrack({
      language,
      // a name is a moment; the silence between two keeps phrases inside one
      cues: all.map(({ names }, moment) => ({
        startMs: moment * 60_000,
        endMs: moment * 60_000,
        text: names[language] ?? '',
        moment
      }))
    })
  );
  const made = { revision, all, tracks };
  kept.set(ctx.db, made);
  return made;
}

/** Titles, people, organizations, events and pages in whose name the query is met, by the same word rules; a few. */
export async function findBesides(ctx: Ctx, query: Query, locale: Locale): Promise<Beside[]> {
  if (query.clauses.length === 0) return [];
  const { all, tracks } = await namesOf(ctx);
  const met = findHits(query, tracks).flatMap(({ moment }) => all[moment] ?? []);
  return link(ctx, met.slice(0, fewBesides), locale);
}

async function link(ctx: Ctx, found: readonly Named[], locale: Locale): Promise<Beside[]> {
  const linked: Beside[] = [];
  for (const { kind, id, names } of found) {
    const slugs = await slugsOf(ctx, kind satisfies ObjectKind, [id]);
    linked.push({
      kind,
      text: textIn(names, locale),
      href: pathIn(locale, words[kind], slugs.get(id)?.[locale] ?? id)
    });
  }
  return linked;
}

/** Names that begin with what was typed, or have a word that does; for suggestions. */
export async function namesBeginning(ctx: Ctx, typed: string, locale: Locale, most: number): Promise<Beside[]> {
  const atom = atomOf(`${typed}*`);
  if (atom === null) return [];
  const query: Query = {
    clauses: [[atom]],
    excluded: [],
    filters: { languages: [], speakers: [], series: [], years: [], voices: [] },
    notices: [],
    refused: null
  };
  return (await findBesides(ctx, query, locale)).slice(0, most);
}
