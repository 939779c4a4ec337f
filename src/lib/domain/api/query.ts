import * as v from 'valibot';
import { eventKinds, statusKinds } from '#lib/domain/events/types.ts';
import { locales } from '#lib/domain/i18n/locale.ts';

/*
 * What may be asked of the API. Everything arrives as text; the description of a parameter goes into the OpenAPI
 * document. A parameter that is not here is refused: a misspelled filter that filters nothing would give wrong numbers.
 */

const integer = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, 'not-a-number'),
    v.toNumber(),
    v.minValue(least, 'too-small'),
    v.maxValue(most, 'too-large')
  );
const described = <S extends v.GenericSchema<string | undefined, unknown>>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{1,64}$/, 'bad-identifier'));

const lang = described(
  v.optional(v.picklist(locales, 'unknown-language'), 'en'),
  'Language of titles and texts. A text that is missing in it comes in the other one, and says so in its own lang.'
);
const paging = {
  lang,
  page: described(v.optional(integer(1, 1_000_000), '1'), 'Number of the page, from 1.'),
  perPage: described(v.optional(integer(1, 200), '50'), 'Objects a page, 200 at most.')
};

export const ListQuery = v.strictObject(paging);
export const ObjectQuery = v.strictObject({ lang });

export const EventsQuery = v.strictObject({
  ...paging,
  status: described(v.optional(v.picklist(statusKinds, 'unknown-status')), 'Current status.'),
  kind: described(v.optional(v.picklist(eventKinds, 'unknown-kind')), 'Kind of event.'),
  year: described(
    v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/, 'not-a-year'))),
    'Year of the event. Events whose year is not known, or was inferred, are in no year.'
  ),
  series: described(v.optional(uuid), 'UUID of a series.')
});

export const RecordingsQuery = v.strictObject({
  ...paging,
  event: described(v.optional(uuid), 'UUID of an event.'),
  language: described(
    v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/, 'unknown-language'))),
    'BCP 47 tag of a language that it can be read in.'
  ),
  standIns: described(
    v.optional(v.picklist(['include', 'exclude'], 'unknown-choice'), 'exclude'),
    'Stand-ins are not the recordings; they are left out unless asked for.'
  )
});

export const TranscriptQuery = v.strictObject({
  lang,
  language: described(
    v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/, 'unknown-language'))),
    'BCP 47 tag of the transcript. Left out: the original.'
  )
});

export const MomentsQuery = v.strictObject({
  ...paging,
  from: described(v.optional(integer(0, 604_800_000)), 'Media time in milliseconds: moments that end after it.'),
  to: described(v.optional(integer(0, 604_800_000)), 'Media time in milliseconds: moments that begin before it.')
});

export const QuoteQuery = v.strictObject({
  lang,
  recording: v.pipe(uuid, v.description('UUID of a recording.')),
  language: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9-]{2,35}$/, 'unknown-language'),
    v.description('BCP 47 tag of the transcript in which the words stand.')
  ),
  text: v.pipe(
    v.string(),
    v.minLength(1, 'too-small'),
    v.maxLength(6000, 'too-large'),
    v.description('The words, 400 at most, as the transcript has them.')
  ),
  t: described(v.optional(integer(0, 604_800_000), '0'), 'Media time in milliseconds near which they stand.')
});

/** Read by lib/server/http/search-api.ts, which this describes; the contract test compares them. */
export const SearchQuery = v.strictObject({
  q: v.pipe(v.string(), v.description('What was said: words, "phrases", a star at the end of a word.')),
  lang: described(v.optional(v.string()), 'BCP 47 tag of the language to search in, may be repeated; all: every one.'),
  voice: described(v.optional(v.string()), 'original, interpretation, translation or unknown; may be repeated.'),
  year: described(v.optional(v.string()), 'Year of the event; may be repeated.'),
  speaker: described(v.optional(v.string()), 'A speaker, as the answer names them; may be repeated.'),
  series: described(v.optional(v.string()), 'A series; may be repeated.'),
  order: described(v.optional(v.picklist(['best', 'newest', 'oldest']), 'best'), 'Order of the moments.'),
  page: paging.page,
  perPage: paging.perPage
});
