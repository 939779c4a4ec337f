import * as v from 'valibot';
import { datePrecisions } from '#lib/domain/archive/types.ts';
import { citationStyles } from '#lib/domain/citations/index.ts';
import {
  attendanceModes,
  eventKinds,
  organizationRoles,
  personRoles,
  seriesKinds,
  statusKinds
} from '#lib/domain/events/types.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { mediaStates, textTrackKinds, trackRoles, voices } from '#lib/domain/recordings/types.ts';

/* What the API answers with. Routes are checked against these in tests; the OpenAPI document is made from them. */

const said = <S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text));
const url = v.pipe(v.string(), v.url());
const instant = v.pipe(v.string(), v.isoTimestamp());
const milliseconds = v.pipe(v.number(), v.integer());

const Text = v.object({
  text: v.string(),
  lang: said(v.picklist(locales), 'The language that the words are really in.')
});
const Link = v.object({ uuid: v.string(), url, title: v.string() });
const ArchiveDate = v.object({
  value: said(
    v.nullable(v.string()),
    'ISO 8601, as long as the precision says; seasons are 21 to 24 in place of a month.'
  ),
  precision: v.picklist(datePrecisions),
  yearInferred: v.boolean(),
  notBefore: v.nullable(v.string()),
  notAfter: v.nullable(v.string()),
  text: said(v.string(), 'The date in words, with what is not known.')
});
const credit = <R extends readonly [string, ...string[]]>(roles: R) =>
  v.object({
    name: said(v.nullable(v.string()), 'Null: the part is known, the name is not shown.'),
    uuid: v.nullable(v.string()),
    url: v.nullable(url),
    role: v.picklist(roles)
  });

const base = {
  uuid: said(v.string(), 'Independent of the archive’s address; /id/{uuid} finds it.'),
  identifier: v.string(),
  url,
  urls: v.object({ en: url, es: url }),
  title: Text,
  summary: v.nullable(Text),
  publishedAt: instant,
  updatedAt: instant
};

export const Event = v.object({
  ...base,
  kind: v.picklist(eventKinds),
  date: ArchiveDate,
  inCalendar: said(v.boolean(), 'False: the day is not known, so the calendar file does not hold it.'),
  startsAt: v.nullable(instant),
  endsAt: v.nullable(instant),
  timeZone: said(v.nullable(v.string()), 'IANA name.'),
  status: v.nullable(v.picklist(statusKinds)),
  statusLog: v.array(
    v.object({
      kind: v.picklist(statusKinds),
      on: v.nullable(v.string()),
      notBefore: v.nullable(v.string()),
      notAfter: v.nullable(v.string()),
      previousStart: v.nullable(v.string()),
      reason: v.nullable(Text)
    })
  ),
  attendance: v.nullable(v.picklist(attendanceModes)),
  place: v.nullable(Text),
  venue: v.nullable(Text),
  series: v.nullable(Link),
  replacedBy: v.array(Link),
  replaces: v.array(Link),
  recordings: v.array(Link),
  people: v.array(credit(personRoles)),
  organizations: v.array(credit(organizationRoles))
});

const Media = v.object({ url, bytes: v.number(), mimeType: v.string() });

export const Recording = v.object({
  ...base,
  mediaState: v.picklist(mediaStates),
  standIn: said(
    v.nullable(v.object({ note: v.string(), madeOn: v.nullable(v.string()) })),
    'Not null: what plays is a stand-in, not the webinar.'
  ),
  date: v.nullable(ArchiveDate),
  durationMs: v.nullable(milliseconds),
  rights: said(v.nullable(v.string()), 'SPDX identifier, rightsstatements.org address or not_cleared.'),
  event: v.nullable(Link),
  series: v.nullable(Link),
  poster: v.nullable(url),
  sounds: v.array(
    v.object({
      id: v.string(),
      role: v.picklist(trackRoles),
      language: v.nullable(v.string()),
      standIn: v.boolean(),
      video: v.nullable(Media),
      audio: v.nullable(Media)
    })
  ),
  texts: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(textTrackKinds),
      role: v.picklist(trackRoles),
      language: v.nullable(v.string()),
      label: v.string(),
      standIn: v.boolean(),
      isReading: said(v.boolean(), 'The one text that page, search and quotes read in its language.'),
      version: v.number(),
      urls: v.object({ vtt: url, srt: url, txt: url, json: url })
    })
  ),
  chapters: v.array(v.object({ startMs: milliseconds, endMs: milliseconds, title: v.string() })),
  people: v.array(credit(personRoles)),
  organizations: v.array(credit(organizationRoles))
});

export const Person = v.object({
  ...base,
  name: said(v.string(), 'As the display policy of this moment has it.'),
  office: v.nullable(Text),
  organization: v.nullable(Link)
});
export const Organization = v.object({
  ...base,
  shortName: v.string(),
  name: said(v.nullable(Text), 'Null: the letters are not expanded in any source.'),
  homepage: v.nullable(v.string())
});
export const Series = v.object({
  ...base,
  kind: v.picklist(seriesKinds),
  status: v.nullable(v.picklist(statusKinds)),
  events: v.array(Link)
});

const spoken = {
  startMs: milliseconds,
  endMs: milliseconds,
  speaker: said(v.nullable(v.string()), 'The label that may be shown now; null: none.'),
  voice: said(
    v.picklist(voices),
    'Whose words these are: the speaker’s, an interpreter’s, a translator’s, or not known.'
  ),
  language: v.string(),
  text: said(v.string(), 'Without markup.')
};
const track = {
  recording: Link,
  standIn: said(v.nullable(v.string()), 'Words to show with it when it is a stand-in.')
};

export const Transcript = v.object({
  ...track,
  trackId: v.string(),
  language: v.string(),
  role: v.picklist(trackRoles),
  version: v.number(),
  languages: said(v.array(v.string()), 'Languages that this recording can be read in.'),
  cues: v.array(v.object(spoken))
});

export const Moment = v.object({
  startMs: milliseconds,
  endMs: milliseconds,
  url,
  texts: v.array(v.object({ ...spoken, version: v.number() }))
});

/** A page of a list. */
export const listOf = <S extends v.GenericSchema>(item: S) =>
  v.object({
    data: v.array(item),
    page: v.number(),
    perPage: v.number(),
    pages: v.number(),
    total: v.number()
  });

const Quoted = { language: v.string(), voice: v.picklist(voices), text: v.string() };
const Run = v.object({ text: v.string(), italic: v.optional(v.literal(true)) });

/** Everything that a citation says, for programs that write it in a style of their own. */
const Cited = v.object({
  identifier: v.string(),
  url,
  locale: v.picklist(locales),
  speaker: v.nullable(v.string()),
  title: v.string(),
  event: v.nullable(v.string()),
  eventKind: v.nullable(v.picklist(eventKinds)),
  archive: v.string(),
  date: v.nullable(v.looseObject({ value: v.nullable(v.string()), precision: v.picklist(datePrecisions) })),
  standInMadeOn: v.nullable(v.string()),
  words: v.nullable(
    v.object({
      ...{ text: v.string(), startMs: milliseconds, endMs: milliseconds, language: v.string() },
      ...{ voice: v.picklist(voices), version: v.number(), versionDate: v.nullable(v.number()) }
    })
  )
});

/** A quote with a link that lasts; the same as its page shows. */
export const Quote = v.object({
  code: v.string(),
  url: said(url, 'Keeps working when the captions are corrected.'),
  landing: said(v.picklist(['same', 'moved', 'changed']), 'What became of the words since they were quoted.'),
  was: v.nullable(v.string()),
  changedOn: v.nullable(v.string()),
  words: v.nullable(v.object({ ...Quoted, startMs: milliseconds, endMs: milliseconds, version: v.number() })),
  speaker: v.nullable(v.string()),
  others: said(v.array(v.object(Quoted)), 'The same passage in the other languages.'),
  recording: v.object({
    title: v.string(),
    lang: v.string(),
    url,
    standInMadeOn: v.nullable(v.string()),
    isStandIn: v.boolean()
  }),
  media: v.nullable(v.object({ url, isVideo: v.boolean(), language: v.nullable(v.string()) })),
  citations: v.object({ apa: v.array(Run), chicago: v.array(Run), mla: v.array(Run), inText: v.string() }),
  files: v.array(v.object({ style: v.picklist(citationStyles), url: said(v.string(), 'Path of the file.') })),
  identifier: v.string(),
  work: Cited
});

/** What the search found; written by lib/server/search/api.ts. */
export const SearchAnswer = v.object({
  total: v.number(),
  page: v.number(),
  perPage: v.number(),
  incomplete: said(v.boolean(), 'True when the index is behind.'),
  notices: v.array(v.unknown()),
  moments: v.array(
    v.object({
      recording: said(v.string(), 'Identifier inside this archive.'),
      startMs: milliseconds,
      endMs: milliseconds,
      url,
      speakers: v.array(v.string()),
      matches: v.array(
        v.object({
          lang: v.string(),
          text: v.string(),
          startMs: milliseconds,
          endMs: milliseconds,
          original: v.boolean(),
          voice: v.string(),
          matched: v.boolean(),
          marks: said(v.array(v.tuple([v.number(), v.number()])), 'UTF-16 offsets of the words that met the query.')
        })
      )
    })
  )
});

/** RFC 9457. */
export const Problem = v.object({
  type: v.string(),
  title: said(v.string(), 'In words.'),
  status: v.number(),
  code: said(v.string(), 'Does not change with the language.'),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.object({ parameter: v.string(), code: v.string(), detail: v.string() })))
});
