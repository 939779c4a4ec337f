import type {
  BreadcrumbList,
  Clip,
  CreativeWork,
  EntryPoint,
  Event,
  EventSeries,
  ListItem,
  MediaObject,
  Organization,
  Person,
  SearchAction,
  VideoObject,
  VirtualLocation,
  WebPage,
  WebSite
} from 'schema-dts';

/*
 * The part of schema.org that we write, narrower than schema.org itself: a property that is not here is a type error, and
 * so is one here that schema-dts, made from schema.org's own vocabulary, does not know.
 * Undefined properties are left out by JSON.stringify.
 */

export interface Place {
  '@type': 'Place' | 'VirtualLocation';
  name?: string;
  address?: string;
  url?: string;
}

type Maybe<T> = T | undefined;

export interface Thing {
  '@type':
    | 'Event'
    | 'EventSeries'
    | 'VideoObject'
    | 'CreativeWork'
    | 'MediaObject'
    | 'Clip'
    | 'Person'
    | 'Organization'
    | 'WebPage'
    | 'WebSite'
    | 'SearchAction'
    | 'EntryPoint'
    | 'BreadcrumbList'
    | 'ListItem';
  '@id'?: Maybe<string>;
  name?: Maybe<string>;
  alternateName?: Maybe<string>;
  description?: Maybe<string>;
  url?: Maybe<string>;
  sameAs?: Maybe<string>;
  inLanguage?: Maybe<string>;
  // Event
  startDate?: Maybe<string>;
  endDate?: Maybe<string>;
  previousStartDate?: Maybe<string>;
  eventStatus?: Maybe<string>;
  eventAttendanceMode?: Maybe<string>;
  location?: Maybe<Place[]>;
  superEvent?: Maybe<Thing>;
  subEvent?: Maybe<Thing[]>;
  performer?: Maybe<Thing[]>;
  organizer?: Maybe<Thing[]>;
  sponsor?: Maybe<Thing[]>;
  recordedIn?: Maybe<Thing[]>;
  // CreativeWork, VideoObject, Clip
  recordedAt?: Maybe<Thing>;
  dateCreated?: Maybe<string>;
  uploadDate?: Maybe<string>;
  duration?: Maybe<string>;
  thumbnailUrl?: Maybe<string>;
  contentUrl?: Maybe<string>;
  encodingFormat?: Maybe<string>;
  caption?: Maybe<Thing[]>;
  transcript?: Maybe<string>;
  hasPart?: Maybe<Thing[]>;
  contributor?: Maybe<Thing[]>;
  startOffset?: Maybe<number>;
  endOffset?: Maybe<number>;
  // Person
  jobTitle?: Maybe<string>;
  affiliation?: Maybe<Thing>;
  // WebSite, SearchAction
  potentialAction?: Maybe<Thing>;
  target?: Maybe<Thing>;
  urlTemplate?: Maybe<string>;
  'query-input'?: Maybe<string>;
  // BreadcrumbList
  itemListElement?: Maybe<Thing[]>;
  position?: Maybe<number>;
  item?: Maybe<string>;
}

type SchemaOrg =
  | BreadcrumbList
  | Clip
  | CreativeWork
  | EntryPoint
  | Event
  | EventSeries
  | ListItem
  | MediaObject
  | Organization
  | Person
  | SearchAction
  | VideoObject
  | VirtualLocation
  | WebPage
  | WebSite;
type Typed = Extract<SchemaOrg, { '@type': string }>;
type PropertyOf<T> = T extends unknown ? keyof T : never;
// Google's own word for the field of a search action; it is not of schema.org
type MisspeltProperty = Exclude<keyof Thing, PropertyOf<Typed> | 'query-input'>;
type MisspeltType = Exclude<Thing['@type'], Typed['@type']>;

/** Compiles only as long as every type and property above is schema.org's. */
export const isSchemaOrg: [MisspeltProperty, MisspeltType] extends [never, never]
  ? true
  : [MisspeltProperty, MisspeltType] = true;
