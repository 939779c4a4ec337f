import * as v from 'valibot';
import {
  EventsQuery,
  ListQuery,
  MomentsQuery,
  ObjectQuery,
  QuoteQuery,
  RecordingsQuery,
  SearchQuery,
  TranscriptQuery
} from '#lib/domain/api/query.ts';
import {
  Event,
  listOf,
  Moment,
  Organization,
  Person,
  Quote,
  Recording,
  SearchAnswer,
  Series,
  Transcript
} from '#lib/domain/api/resources.ts';
import type { ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';

export interface Endpoint {
  /** Key of its words, and its operationId. */
  name: keyof ApiMessages['endpoints'];
  /** With `{uuid}` where an object is named. */
  path: string;
  query: v.ObjectSchema<v.ObjectEntries, undefined> | v.StrictObjectSchema<v.ObjectEntries, undefined>;
  answer: v.GenericSchema;
}

/** Everything that can be asked, once: routes, tests, the OpenAPI document and its page read this list. */
export const endpoints: readonly Endpoint[] = [
  { name: 'events', path: '/events', query: EventsQuery, answer: listOf(Event) },
  { name: 'event', path: '/events/{uuid}', query: ObjectQuery, answer: Event },
  { name: 'recordings', path: '/recordings', query: RecordingsQuery, answer: listOf(Recording) },
  { name: 'recording', path: '/recordings/{uuid}', query: ObjectQuery, answer: Recording },
  { name: 'transcript', path: '/recordings/{uuid}/transcript', query: TranscriptQuery, answer: Transcript },
  { name: 'moments', path: '/recordings/{uuid}/moments', query: MomentsQuery, answer: listOf(Moment) },
  { name: 'search', path: '/search', query: SearchQuery, answer: SearchAnswer },
  { name: 'quotes', path: '/quotes', query: QuoteQuery, answer: Quote },
  { name: 'people', path: '/people', query: ListQuery, answer: listOf(Person) },
  { name: 'person', path: '/people/{uuid}', query: ObjectQuery, answer: Person },
  { name: 'organizations', path: '/organizations', query: ListQuery, answer: listOf(Organization) },
  { name: 'organization', path: '/organizations/{uuid}', query: ObjectQuery, answer: Organization },
  { name: 'series', path: '/series', query: ListQuery, answer: listOf(Series) },
  { name: 'oneSeries', path: '/series/{uuid}', query: ObjectQuery, answer: Series }
];

/** Parameters as they came, to what the schema makes of them; else what is wrong with which. */
export type ReadQuery<T> =
  { ok: true; query: T } | { ok: false; errors: { parameter: string; code: keyof ApiMessages['parameters'] }[] };

const nameOf = (key: unknown) => (typeof key === 'string' ? key : '');
const isCode = (code: string, codes: object): code is keyof ApiMessages['parameters'] => code in codes;

/** @param codes the words for parameter errors: a message that is not one of them means that the parameter is unknown */
export function readQuery<S extends v.GenericSchema>(
  schema: S,
  search: URLSearchParams,
  codes: ApiMessages['parameters']
): ReadQuery<v.InferOutput<S>> {
  const result = v.safeParse(schema, Object.fromEntries(search));
  if (result.success) return { ok: true, query: result.output };
  return {
    ok: false,
    errors: result.issues.map(({ path, message }) => ({
      parameter: nameOf(path?.[0]?.key),
      code: isCode(message, codes) ? message : 'unknown-parameter'
    }))
  };
}
