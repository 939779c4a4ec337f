import { glossary, images, notices, site, sourceDocuments, sourceLinks } from '#lib/server/db/schema/index.ts';
import type { Collected, Collection, Place } from '#lib/server/import/collect.ts';
import { putFile, recordFiles, type NewFile } from '#lib/server/files/index.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import { plainObject, publishedObject, type Mapping } from '#lib/server/import/objects/context.ts';
import { vocabularyPart } from '#lib/server/import/objects/parts.ts';
import { rightsOf } from '#lib/server/import/objects/values.ts';

type Insert<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

type GlossaryEntries = NonNullable<Collection['singles']['glossary']>['entry']['terms'];

/** Site, vocabulary, glossary domains and meta are one row, and can come from different files. */
export function siteObject(mapping: Mapping, { singles }: Collection): ImportObject[] {
  const { site: own, meta, vocabulary, glossary: terms } = singles;
  const place: Place | undefined = (own ?? meta ?? vocabulary ?? terms)?.place;
  if (!place) return [];
  const columns = {
    title: own?.entry.title,
    shortTitle: own?.entry.shortTitle,
    tagline: own?.entry.tagline,
    description: own?.entry.description,
    license: own?.entry.license,
    contact: own?.entry.contact,
    sources: mapping.sources.refs(own?.entry.source),
    textStatus: meta?.entry.textStatus,
    defaultLocale: meta?.entry.defaultLanguage
  };
  const parts = Object.entries(vocabulary?.entry ?? {}).map(([group, words]) => vocabularyPart(group, words));
  if (terms) parts.push(vocabularyPart('glossary_domain', terms.entry.domains));
  // a glossary may come before the site has its name
  const name = { en: 'Archive', es: 'Archivo' };
  const placeholders = { title: name, shortTitle: name };
  return [{ ...plainObject({ kind: 'site', id: 'site', place, table: site, columns, parts }), placeholders }];
}

/** Files that the entries of the frame name, looked at beforehand. */
export interface FrameFiles {
  /** By image id. */
  images: ReadonlyMap<string, FoundImage>;
  /** By document id: the lines of its text. */
  documents: ReadonlyMap<string, string[]>;
}

export interface FoundImage {
  file: NewFile;
  /** Null where the file does not say it simply. */
  width: number | null;
  height: number | null;
}

export function imageObject(mapping: Mapping, { entry, place }: Collected<'images'>, found?: FoundImage): ImportObject {
  const columns = {
    fileKey: found?.file.key ?? entry.file,
    width: found?.width,
    height: found?.height,
    creditOrganizationId: entry.credit,
    credit: entry.creditLine,
    alt: entry.alt,
    textInImage: entry.textInImage,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof images>;
  const object = publishedObject(mapping, {
    kind: 'image',
    id: entry.id,
    place,
    table: images,
    columns,
    slug: undefined
  });
  if (!found) return object;
  return {
    ...object,
    prepare: (ctx) => putFile(ctx, found.file),
    changed: (tx) => recordFiles(tx, [found.file])
  };
}

function documentObject(mapping: Mapping, { entry, place }: Collected<'documents'>, lines?: string[]): ImportObject {
  const columns = {
    title: entry.title,
    label: entry.label,
    url: entry.url,
    publisher: entry.publisher,
    language: entry.language,
    copiedOn: entry.copiedOn,
    lines: lines ?? (entry.file === null ? null : undefined),
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof sourceDocuments>;
  return plainObject({ kind: 'document', id: entry.id, place, table: sourceDocuments, columns });
}

export function frameObjects(mapping: Mapping, collection: Collection, found: FrameFiles): ImportObject[] {
  const { lists, singles } = collection;
  const { glossary: terms } = singles;
  return [
    ...lists.documents.map((each) => documentObject(mapping, each, found.documents.get(each.entry.id))),
    ...siteObject(mapping, collection),
    ...lists.notices.map(({ entry, place }) => {
      const { id, source, ...rest } = entry;
      const columns = { ...rest, sources: mapping.sources.refs(source) };
      return plainObject({ kind: 'notice', id, place, table: notices, columns });
    }),
    ...lists.images.map((each) => imageObject(mapping, each, found.images.get(each.entry.id))),
    ...lists.sourceLinks.map(({ entry, place }, position) => {
      const { id, source, ...rest } = entry;
      const columns = { ...rest, position, sources: mapping.sources.refs(source) };
      return plainObject({ kind: 'sourceLink', id, place, table: sourceLinks, columns });
    }),
    ...(terms ? glossaryObjects(terms.entry.terms, terms.place) : [])
  ];
}

export function glossaryObjects(terms: GlossaryEntries, place: Place): ImportObject[] {
  return terms.map(({ id, domain, note, en, es }, position) => {
    const columns = {
      position,
      domain,
      note,
      enTerm: en.term,
      enVariants: en.variants,
      enNotOurWord: en.notOurWord,
      esTerm: es.term,
      esVariants: es.variants,
      esNotOurWord: es.notOurWord
    } satisfies Insert<typeof glossary>;
    return plainObject({ kind: 'glossaryTerm', id, place, table: glossary, columns });
  });
}
