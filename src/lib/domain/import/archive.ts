import * as v from 'valibot';
import { locales } from '#lib/domain/i18n/locale.ts';
import { Campaign, Page, Resource } from '#lib/domain/import/campaigns.ts';
import { Event, Series, TimelineEntry, Topic } from '#lib/domain/import/events.ts';
import { Institution, Organization, Person, WithheldStatement } from '#lib/domain/import/people.ts';
import { Recording } from '#lib/domain/import/recordings.ts';
import {
  Day,
  FileName,
  Id,
  LanguageTag,
  Line,
  refTo,
  Rights,
  Source,
  WebAddress,
  Words
} from '#lib/domain/import/values.ts';

export const formatName = 'acervo/1';

export const Meta = v.strictObject({
  format: v.literal(formatName),
  /** `written_for_archive` until an organizer has read the texts, then `reviewed`. */
  textStatus: v.exactOptional(v.picklist(['written_for_archive', 'reviewed'])),
  defaultLanguage: v.exactOptional(v.picklist(locales)),
  /** The document that a bare "L53" stands in. */
  defaultSource: v.exactOptional(refTo('document'))
});

/** A text that facts are taken from. Its lines may be here, in a file, or missing. */
export const SourceDocument = v.strictObject({
  id: Id,
  title: Line,
  label: Words,
  url: v.exactOptional(v.nullable(WebAddress)),
  publisher: v.exactOptional(v.nullable(Line)),
  language: v.exactOptional(v.nullable(LanguageTag)),
  copiedOn: v.exactOptional(v.nullable(Day)),
  /** A text file, one line of the document a line. */
  file: v.exactOptional(v.nullable(FileName)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const SourceLink = v.strictObject({
  id: Id,
  kind: Line,
  url: v.exactOptional(v.nullable(WebAddress)),
  /** The id of what stands for it here, or words. */
  representedBy: Line,
  source: v.exactOptional(Source)
});

export const Site = v.strictObject({
  title: Words,
  shortTitle: Words,
  tagline: v.exactOptional(v.nullable(Words)),
  description: v.exactOptional(v.nullable(Words)),
  license: v.exactOptional(v.nullable(Words)),
  contact: v.exactOptional(v.nullable(Words)),
  source: v.exactOptional(Source)
});

export const Notice = v.strictObject({
  id: Id,
  /** Kinds of page that show it: home, campaign, recording … */
  places: v.array(Line),
  text: Words,
  source: v.exactOptional(Source)
});

export const Image = v.strictObject({
  id: Id,
  /** Null: the picture is only described. */
  file: v.exactOptional(v.nullable(FileName)),
  credit: v.exactOptional(v.nullable(refTo('organization'))),
  creditLine: v.exactOptional(v.nullable(Words)),
  alt: Words,
  textInImage: v.exactOptional(v.nullable(Words)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

const Term = v.strictObject({
  term: Line,
  variants: v.array(Line),
  notOurWord: v.exactOptional(v.array(Line))
});
export const GlossaryTerm = v.strictObject({
  id: Id,
  domain: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'bad-code')),
  note: v.exactOptional(v.nullable(Words)),
  en: Term,
  es: Term
});
export const Glossary = v.strictObject({
  domains: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'bad-code')), Words),
  terms: v.array(GlossaryTerm)
});

const Code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'bad-code'));
/** Group of codes → code → its words. */
export const Vocabulary = v.record(Code, v.record(Code, Words));

/** The sections that are lists; each may also be a file of its own, or a folder with one file an entry. */
export const listSections = {
  documents: SourceDocument,
  organizations: Organization,
  institutions: Institution,
  people: Person,
  withheldStatements: WithheldStatement,
  topics: Topic,
  series: Series,
  events: Event,
  recordings: Recording,
  images: Image,
  timeline: TimelineEntry,
  campaigns: Campaign,
  resources: Resource,
  sourceLinks: SourceLink,
  notices: Notice,
  pages: Page
};
export type ListSection = keyof typeof listSections;

/** The sections of which there is one. */
export const singleSections = { meta: Meta, site: Site, vocabulary: Vocabulary, glossary: Glossary };
export type SingleSection = keyof typeof singleSections;

const lists = {
  documents: v.exactOptional(v.array(SourceDocument)),
  organizations: v.exactOptional(v.array(Organization)),
  institutions: v.exactOptional(v.array(Institution)),
  people: v.exactOptional(v.array(Person)),
  withheldStatements: v.exactOptional(v.array(WithheldStatement)),
  topics: v.exactOptional(v.array(Topic)),
  series: v.exactOptional(v.array(Series)),
  events: v.exactOptional(v.array(Event)),
  recordings: v.exactOptional(v.array(Recording)),
  images: v.exactOptional(v.array(Image)),
  timeline: v.exactOptional(v.array(TimelineEntry)),
  campaigns: v.exactOptional(v.array(Campaign)),
  resources: v.exactOptional(v.array(Resource)),
  sourceLinks: v.exactOptional(v.array(SourceLink)),
  notices: v.exactOptional(v.array(Notice)),
  pages: v.exactOptional(v.array(Page))
};

/** A whole archive in one file. */
export const Archive = v.strictObject({
  meta: v.exactOptional(Meta),
  site: v.exactOptional(Site),
  vocabulary: v.exactOptional(Vocabulary),
  glossary: v.exactOptional(Glossary),
  ...lists
});
export type ArchiveFile = v.InferOutput<typeof Archive>;
export type Entry<S extends ListSection> = v.InferOutput<(typeof listSections)[S]>;

/** What a generator of recordings without media writes: one `recording.json` beside `en.vtt` and `es.vtt`. */
export const CorpusRecording = v.strictObject({
  slug: Id,
  title: Words,
  date: Day,
  series: Words,
  speakers: v.array(Line),
  original: v.picklist(locales),
  durationMs: v.number()
});
