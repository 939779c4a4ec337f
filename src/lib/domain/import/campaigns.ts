import * as v from 'valibot';
import { actionKinds, actionStates, chambers } from '#lib/domain/campaigns/types.ts';
import { OrganizationInRole, PersonInRole } from '#lib/domain/import/people.ts';
import {
  BothLists,
  BothWords,
  DateValue,
  Email,
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

export const Demand = v.strictObject({
  id: Id,
  order: v.exactOptional(v.number()),
  title: Words,
  text: Words,
  addressedTo: v.array(refTo('institution')),
  source: v.exactOptional(Source)
});

export const Target = v.strictObject({
  id: Id,
  institution: refTo('institution'),
  chamber: v.exactOptional(v.nullable(v.picklist(chambers))),
  /** Null: the list is missing in the source. */
  members: v.exactOptional(v.nullable(v.array(Line))),
  demands: v.array(refTo('demand')),
  source: v.exactOptional(Source)
});

export const Action = v.strictObject({
  id: Id,
  order: v.exactOptional(v.number()),
  kind: v.picklist(actionKinds),
  slug: v.exactOptional(Slugs),
  title: Words,
  text: Words,
  platformOrganization: v.exactOptional(v.nullable(refTo('organization'))),
  url: v.exactOptional(v.nullable(WebAddress)),
  email: v.exactOptional(v.nullable(Email)),
  letterTemplate: v.exactOptional(v.nullable(refTo('letterTemplate'))),
  resources: v.exactOptional(v.array(refTo('resource'))),
  state: v.picklist(actionStates),
  closedOn: v.exactOptional(v.nullable(DateValue)),
  signatures: v.exactOptional(v.nullable(FigureValue)),
  /** Does the archive hold the names of those who signed? */
  namesHeld: v.exactOptional(v.nullable(v.boolean())),
  fullText: v.exactOptional(v.nullable(Words)),
  outcome: v.exactOptional(v.nullable(Words)),
  outcomeEvent: v.exactOptional(v.nullable(refTo('event'))),
  notices: v.exactOptional(v.array(refTo('notice'))),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const TalkingPoint = v.strictObject({ id: Id, text: Words, source: v.exactOptional(Source) });

const PlaceholderId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,59}$/, 'bad-placeholder'));

export const LetterTemplate = v.strictObject({
  id: Id,
  title: Words,
  factsAsOf: v.exactOptional(v.nullable(Line)),
  checkBeforeUse: v.exactOptional(v.boolean()),
  advice: v.exactOptional(v.array(v.strictObject({ id: Id, text: Words }))),
  placeholders: v.exactOptional(
    v.array(
      v.strictObject({
        id: PlaceholderId,
        required: v.boolean(),
        private: v.exactOptional(v.boolean()),
        label: Words
      })
    )
  ),
  versions: v.array(
    v.strictObject({
      id: Id,
      label: Words,
      words: v.strictObject({ en: v.number(), es: v.number() }),
      header: BothWords,
      salutation: BothWords,
      body: BothLists,
      signature: BothLists
    })
  ),
  source: v.exactOptional(Source)
});

export const Campaign = v.strictObject({
  id: Id,
  slug: v.exactOptional(Slugs),
  title: Words,
  titleOrigin: v.exactOptional(v.nullable(TitleOrigin)),
  slogan: v.exactOptional(v.nullable(Words)),
  summary: v.exactOptional(v.nullable(Words)),
  call: v.exactOptional(v.nullable(Words)),
  commitment: v.exactOptional(v.nullable(Words)),
  /** What the campaign holds. */
  stance: v.exactOptional(v.nullable(Words)),
  period: v.exactOptional(
    v.nullable(
      v.strictObject({
        start: v.exactOptional(v.nullable(DateValue)),
        end: v.exactOptional(v.nullable(DateValue)),
        label: v.exactOptional(v.nullable(Words))
      })
    )
  ),
  state: v.picklist(actionStates),
  people: v.exactOptional(v.array(PersonInRole)),
  organizations: v.exactOptional(v.array(OrganizationInRole)),
  topics: v.exactOptional(v.array(refTo('topic'))),
  notices: v.exactOptional(v.array(refTo('notice'))),
  demands: v.exactOptional(v.array(Demand)),
  targets: v.exactOptional(v.array(Target)),
  actions: v.exactOptional(v.array(Action)),
  talkingPoints: v.exactOptional(v.array(TalkingPoint)),
  letterTemplates: v.exactOptional(v.array(LetterTemplate)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const Resource = v.strictObject({
  id: Id,
  organization: v.exactOptional(v.nullable(refTo('organization'))),
  title: Words,
  titleOrigin: v.exactOptional(v.nullable(TitleOrigin)),
  /** Of the resource itself. */
  language: v.exactOptional(v.nullable(LanguageTag)),
  url: v.exactOptional(v.nullable(WebAddress)),
  source: v.exactOptional(Source)
});

export const Page = v.strictObject({
  id: Id,
  slug: v.exactOptional(Slugs),
  title: Words,
  /** The page describes the site itself: each sentence must be true of it as it runs. */
  checkAgainstSite: v.exactOptional(v.boolean()),
  notices: v.exactOptional(v.array(refTo('notice'))),
  sections: v.array(
    v.strictObject({
      id: Id,
      heading: Words,
      /** CommonMark. */
      body: Words,
      show: v.exactOptional(v.nullable(Line)),
      source: v.exactOptional(Source)
    })
  ),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});
