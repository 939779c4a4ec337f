import * as v from 'valibot';
import { attendanceModes, eventKinds, seriesKinds, statusKinds } from '#lib/domain/events/types.ts';
import { OrganizationInRole, PersonInRole } from '#lib/domain/import/people.ts';
import {
  DateValue,
  Day,
  EventDate,
  FigureValue,
  Id,
  LanguageTag,
  Line,
  refTo,
  Rights,
  Slugs,
  Source,
  TitleOrigin,
  WebAddress,
  Words
} from '#lib/domain/import/values.ts';

export const Topic = v.strictObject({
  id: Id,
  slug: v.exactOptional(Slugs),
  name: Words,
  abbreviation: v.exactOptional(v.nullable(Words)),
  alsoKnownAs: v.exactOptional(
    v.nullable(v.strictObject({ en: v.exactOptional(v.array(Line)), es: v.exactOptional(v.array(Line)) }))
  ),
  parties: v.exactOptional(
    v.array(
      v.strictObject({
        id: Id,
        with: Words,
        signed: DateValue,
        implemented: v.picklist(['yes_so_far', 'no_so_far', 'unknown'])
      })
    )
  ),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const Series = v.strictObject({
  id: Id,
  kind: v.picklist(seriesKinds),
  slug: v.exactOptional(Slugs),
  title: Words,
  titleOrigin: v.exactOptional(v.nullable(TitleOrigin)),
  description: v.exactOptional(v.nullable(Words)),
  status: v.exactOptional(v.nullable(v.picklist(statusKinds))),
  /** The events of the series that were to take place somewhere, in order; each of them names the series too. */
  stops: v.exactOptional(v.array(refTo('event'))),
  replacedBy: v.exactOptional(v.nullable(refTo('event'))),
  people: v.exactOptional(v.array(PersonInRole)),
  organizations: v.exactOptional(v.array(OrganizationInRole)),
  thanks: v.exactOptional(v.nullable(Words)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const StatusEntry = v.strictObject({
  status: v.picklist(statusKinds),
  changedOn: v.exactOptional(v.nullable(Day)),
  notBefore: v.exactOptional(v.nullable(Day)),
  notAfter: v.exactOptional(v.nullable(Day)),
  previousStart: v.exactOptional(v.nullable(EventDate)),
  reason: v.exactOptional(v.nullable(Words)),
  note: v.exactOptional(v.nullable(Words)),
  replacedBy: v.exactOptional(v.nullable(refTo('event'))),
  inferred: v.exactOptional(v.array(Line)),
  source: v.exactOptional(Source)
});

const languages = v.exactOptional(v.nullable(v.array(LanguageTag)));

export const Event = v.strictObject({
  id: Id,
  kind: v.picklist(eventKinds),
  background: v.exactOptional(v.boolean()),
  series: v.exactOptional(v.nullable(refTo('series'))),
  seriesOrder: v.exactOptional(v.nullable(v.number())),
  slug: v.exactOptional(Slugs),
  title: Words,
  titleOrigin: v.exactOptional(v.nullable(TitleOrigin)),
  summary: v.exactOptional(v.nullable(Words)),
  description: v.exactOptional(v.nullable(Words)),
  date: EventDate,
  place: v.exactOptional(
    v.nullable(
      v.strictObject({
        label: v.exactOptional(v.nullable(Words)),
        venue: v.exactOptional(v.nullable(Words)),
        url: v.exactOptional(v.nullable(WebAddress))
      })
    )
  ),
  attendance: v.exactOptional(v.nullable(v.picklist(attendanceModes))),
  registration: v.exactOptional(
    v.nullable(
      v.strictObject({
        url: v.exactOptional(v.nullable(WebAddress)),
        joinUrl: v.exactOptional(v.nullable(WebAddress)),
        note: v.exactOptional(v.nullable(Words))
      })
    )
  ),
  cost: v.exactOptional(v.nullable(Words)),
  access: v.exactOptional(
    v.nullable(
      v.strictObject({
        languages,
        interpretation: languages,
        captions: languages,
        signLanguage: v.exactOptional(v.nullable(v.array(Line))),
        stepFree: v.exactOptional(v.nullable(v.boolean())),
        note: v.exactOptional(v.nullable(Words))
      })
    )
  ),
  contact: v.exactOptional(v.nullable(Words)),
  flyer: v.exactOptional(v.nullable(refTo('image'))),
  thanks: v.exactOptional(v.nullable(Words)),
  /** The status that follows from the history: says it again, and is checked against it. */
  status: v.picklist(statusKinds),
  statusHistory: v.exactOptional(v.pipe(v.array(StatusEntry), v.minLength(1, 'empty-list'))),
  replacedBy: v.exactOptional(v.nullable(refTo('event'))),
  replaces: v.exactOptional(v.array(refTo('event'))),
  people: v.exactOptional(v.array(PersonInRole)),
  panel: v.exactOptional(
    v.nullable(
      v.strictObject({
        expected: v.number(),
        known: v.exactOptional(v.number()),
        note: v.exactOptional(v.nullable(Words))
      })
    )
  ),
  organizations: v.exactOptional(v.array(OrganizationInRole)),
  organizationsNote: v.exactOptional(v.nullable(Words)),
  speakerOrganizations: v.exactOptional(v.array(refTo('organization'))),
  localHosts: v.exactOptional(v.nullable(Words)),
  figures: v.exactOptional(v.array(FigureValue)),
  recordings: v.exactOptional(v.array(refTo('recording'))),
  images: v.exactOptional(v.array(refTo('image'))),
  topics: v.exactOptional(v.array(refTo('topic'))),
  resources: v.exactOptional(v.array(refTo('resource'))),
  notices: v.exactOptional(v.array(refTo('notice'))),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const TimelineEntry = v.strictObject({
  id: Id,
  order: v.number(),
  date: DateValue,
  text: Words,
  basis: v.exactOptional(v.nullable(Words)),
  event: v.exactOptional(v.nullable(refTo('event'))),
  series: v.exactOptional(v.nullable(refTo('series'))),
  people: v.exactOptional(v.array(refTo('person'))),
  figures: v.exactOptional(v.array(FigureValue)),
  source: v.exactOptional(Source)
});
