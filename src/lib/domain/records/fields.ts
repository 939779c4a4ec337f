import { actionKinds, actionStates } from '#lib/domain/campaigns/types.ts';
import { attendanceModes, eventKinds, organizationRoles, personRoles, seriesKinds } from '#lib/domain/events/types.ts';
import type { RecordKind } from '#lib/domain/records/kinds.ts';
import { nameOrigins } from '#lib/domain/organizations/types.ts';
import { consents, displayPolicies, personKinds } from '#lib/domain/people/types.ts';

/** What a field may point to, and the combobox look for. */
export const pickKinds = [
  'person',
  'organization',
  'event',
  'series',
  'recording',
  'topic',
  'image',
  'resource',
  'campaign',
  'notice',
  'letterTemplate',
  'institution'
] as const;
export type PickKind = (typeof pickKinds)[number];

/** Groups of codes that have words in i18n/messages. */
export type OptionGroup =
  | 'eventKind'
  | 'attendance'
  | 'seriesKind'
  | 'personKind'
  | 'personRole'
  | 'organizationRole'
  | 'display'
  | 'consent'
  | 'nameOrigin'
  | 'actionKind'
  | 'actionState';

interface Common {
  /** Where in the record: `place.label`. */
  path: string;
  /** Key of its words in messages/records. */
  label: string;
  required?: boolean;
}
export type Field = Common &
  (
    | { type: 'line'; max: number; input?: 'text' | 'url' | 'email' | 'language' | 'code' | 'day' }
    | { type: 'number' }
    | { type: 'flag' }
    /** A text in both languages; `rows` 1 is a single line. */
    | { type: 'words'; max: number; rows: number; markdown?: boolean }
    | { type: 'slug' }
    | { type: 'date'; clock: boolean }
    | { type: 'choice'; options: readonly string[]; group: OptionGroup; empty?: boolean }
    /** Several lines of one language, one entry a line. */
    | { type: 'lines'; max: number }
    | { type: 'pick'; of: PickKind }
    | { type: 'picks'; of: PickKind; roles?: readonly string[]; group?: OptionGroup }
    | { type: 'list'; of: readonly Field[]; idPrefix: string }
  );

export interface FieldGroup {
  /** Key of its heading in messages/records. */
  label: string;
  fields: readonly Field[];
}

const title: Field = { path: 'title', label: 'title', type: 'words', max: 300, rows: 1, required: true };
const slug: Field = { path: 'slug', label: 'slug', type: 'slug' };
const text = (path: string, label: string, rows = 3, max = 2000): Field => ({ path, label, type: 'words', max, rows });
const prose = (path: string, label: string, rows = 8): Field => ({
  ...{ path, label, rows },
  type: 'words',
  max: 50_000,
  markdown: true
});
const people: Field = {
  ...{ path: 'people', label: 'people', type: 'picks', of: 'person', roles: personRoles, group: 'personRole' }
};
const organizations: Field = {
  path: 'organizations',
  label: 'organizations',
  type: 'picks',
  of: 'organization',
  roles: organizationRoles.filter((role) => role !== 'speaker_organization'),
  group: 'organizationRole'
};
const picks = (path: string, of: PickKind): Field => ({ path, label: path, type: 'picks', of });
const pick = (path: string, of: PickKind, required = false): Field => ({
  path,
  label: path,
  type: 'pick',
  of,
  required
});
const choice = (path: string, options: readonly string[], group: OptionGroup, empty = false): Field => ({
  ...{ path, label: path, type: 'choice', options, group, empty, required: !empty }
});
const line = (
  path: string,
  max: number,
  input: 'text' | 'url' | 'email' | 'language' | 'code' | 'day' = 'text'
): Field => ({
  ...{ path, label: path, type: 'line', max, input }
});
const source: Field = { path: 'source', label: 'source', type: 'lines', max: 100 };
const more = (...fields: Field[]): FieldGroup => ({ label: 'more', fields: [...fields, slug, source] });

const partWords: Field = { path: 'text', label: 'text', type: 'words', max: 5000, rows: 3, required: true };
const term = (language: 'en' | 'es'): Field[] => [
  { path: `${language}.term`, label: language === 'en' ? 'termEn' : 'termEs', type: 'line', max: 200, required: true },
  { path: `${language}.variants`, label: 'variants', type: 'lines', max: 200 },
  { path: `${language}.notOurWord`, label: 'notOurWord', type: 'lines', max: 200 }
];

/** One editor for all: what each kind asks for, in the order of the page. */
export const fieldGroups: Record<RecordKind, readonly FieldGroup[]> = {
  event: [
    {
      label: 'words',
      fields: [
        title,
        text('summary', 'summary'),
        choice('kind', eventKinds, 'eventKind'),
        prose('description', 'description')
      ]
    },
    {
      label: 'when',
      fields: [
        { path: 'date', label: 'date', type: 'date', clock: true, required: true },
        text('place.label', 'place', 1, 300),
        text('place.venue', 'venue', 1, 300),
        { ...line('place.url', 2000, 'url'), label: 'onlineUrl' },
        choice('attendance', attendanceModes, 'attendance', true),
        pick('series', 'series'),
        { path: 'seriesOrder', label: 'seriesOrder', type: 'number' }
      ]
    },
    {
      label: 'who',
      fields: [
        people,
        organizations,
        text('organizationsNote', 'organizationsNote'),
        text('localHosts', 'localHosts'),
        text('thanks', 'thanks')
      ]
    },
    {
      label: 'takePart',
      fields: [
        { ...line('registration.url', 2000, 'url'), label: 'registrationUrl' },
        text('registration.note', 'registrationNote'),
        text('cost', 'cost', 1, 500),
        text('contact', 'contact', 1, 500),
        { path: 'access.languages', label: 'accessLanguages', type: 'lines', max: 35 },
        { path: 'access.interpretation', label: 'accessInterpretation', type: 'lines', max: 35 },
        text('access.note', 'accessNote')
      ]
    },
    {
      label: 'pictures',
      fields: [
        pick('flyer', 'image'),
        picks('images', 'image'),
        picks('topics', 'topic'),
        picks('resources', 'resource')
      ]
    },
    more({ path: 'background', label: 'background', type: 'flag' }, picks('notices', 'notice'))
  ],
  series: [
    {
      label: 'words',
      fields: [
        title,
        choice('kind', seriesKinds, 'seriesKind'),
        prose('description', 'description'),
        text('thanks', 'thanks')
      ]
    },
    { label: 'stops', fields: [picks('stops', 'event'), pick('replacedBy', 'event')] },
    { label: 'who', fields: [people, organizations] },
    more()
  ],
  recording: [
    { label: 'words', fields: [title, prose('description', 'description')] },
    { label: 'when', fields: [line('recordedOn', 10, 'day'), pick('event', 'event'), pick('series', 'series')] },
    {
      label: 'who',
      fields: [
        people,
        organizations,
        {
          path: 'speakers',
          label: 'speakers',
          type: 'list',
          idPrefix: 'speaker',
          of: [
            { path: 'labels.en', label: 'labelEn', type: 'line', max: 200 },
            { path: 'labels.es', label: 'labelEs', type: 'line', max: 200 },
            pick('person', 'person')
          ]
        }
      ]
    },
    {
      label: 'chapters',
      fields: [
        {
          path: 'chapters',
          label: 'chapters',
          type: 'list',
          idPrefix: '',
          of: [
            { path: 'start', label: 'start', type: 'line', max: 20, required: true },
            { ...title, label: 'chapterTitle' }
          ]
        }
      ]
    },
    { label: 'pictures', fields: [picks('images', 'image'), picks('topics', 'topic'), picks('resources', 'resource')] },
    more(picks('notices', 'notice'))
  ],
  person: [
    {
      label: 'words',
      fields: [
        { ...line('name', 200), required: true },
        choice('kind', personKinds, 'personKind'),
        text('office', 'office', 1, 300),
        prose('bio', 'bio'),
        pick('organization', 'organization'),
        pick('portrait', 'image')
      ]
    },
    {
      label: 'consent',
      fields: [
        choice('consent', consents, 'consent'),
        choice('display', displayPolicies, 'display'),
        text('pseudonym', 'pseudonym', 1, 200),
        line('email', 254, 'email')
      ]
    },
    more()
  ],
  organization: [
    {
      label: 'words',
      fields: [
        { ...line('short', 100), required: true },
        text('name', 'longName', 1, 300),
        choice('nameOrigin', nameOrigins, 'nameOrigin'),
        line('url', 2000, 'url'),
        text('note', 'note'),
        { path: 'order', label: 'order', type: 'number' }
      ]
    },
    more()
  ],
  campaign: [
    {
      label: 'words',
      fields: [
        title,
        text('slogan', 'slogan', 1, 300),
        prose('summary', 'summary', 4),
        prose('call', 'call', 4),
        prose('commitment', 'commitment', 4),
        prose('stance', 'stance', 4),
        choice('state', actionStates, 'actionState')
      ]
    },
    {
      label: 'demands',
      fields: [
        {
          path: 'demands',
          label: 'demands',
          type: 'list',
          idPrefix: 'demand',
          of: [title, partWords, picks('addressedTo', 'institution')]
        },
        { path: 'talkingPoints', label: 'talkingPoints', type: 'list', idPrefix: 'point', of: [partWords] }
      ]
    },
    { label: 'who', fields: [people, organizations, picks('topics', 'topic')] },
    more(picks('notices', 'notice'))
  ],
  action: [
    {
      label: 'words',
      fields: [
        title,
        pick('campaign', 'campaign', true),
        choice('kind', actionKinds, 'actionKind'),
        { ...prose('text', 'text'), required: true },
        choice('state', actionStates, 'actionState'),
        line('url', 2000, 'url'),
        line('email', 254, 'email'),
        pick('platformOrganization', 'organization'),
        pick('letterTemplate', 'letterTemplate'),
        { path: 'order', label: 'order', type: 'number' }
      ]
    },
    {
      label: 'outcome',
      fields: [
        prose('outcome', 'outcome', 4),
        pick('outcomeEvent', 'event'),
        prose('fullText', 'fullText'),
        picks('resources', 'resource')
      ]
    },
    more(picks('notices', 'notice'))
  ],
  page: [
    {
      label: 'words',
      fields: [
        title,
        {
          path: 'sections',
          label: 'sections',
          type: 'list',
          idPrefix: 'section',
          of: [
            { path: 'heading', label: 'heading', type: 'words', max: 300, rows: 1, required: true },
            { ...prose('body', 'body'), required: true }
          ]
        }
      ]
    },
    more({ path: 'checkAgainstSite', label: 'checkAgainstSite', type: 'flag' }, picks('notices', 'notice'))
  ],
  topic: [
    {
      label: 'words',
      fields: [{ ...title, path: 'name', label: 'topicName' }, text('abbreviation', 'abbreviation', 1, 60)]
    },
    more()
  ],
  timelineEntry: [
    {
      label: 'words',
      fields: [
        { path: 'date', label: 'date', type: 'date', clock: false, required: true },
        partWords,
        text('basis', 'basis'),
        pick('event', 'event'),
        pick('series', 'series'),
        picks('people', 'person'),
        { path: 'order', label: 'order', type: 'number', required: true },
        source
      ]
    }
  ],
  glossaryTerm: [
    {
      label: 'words',
      fields: [...term('en'), ...term('es'), { ...line('domain', 60, 'code'), required: true }, text('note', 'note')]
    }
  ],
  image: [
    {
      label: 'words',
      fields: [
        { path: 'alt', label: 'alt', type: 'words', max: 1000, rows: 3, required: true },
        text('textInImage', 'textInImage', 4, 20_000),
        text('creditLine', 'creditLine', 1, 300),
        pick('credit', 'organization'),
        source
      ]
    }
  ]
};

export const fieldsOf = (kind: RecordKind): Field[] => fieldGroups[kind].flatMap(({ fields }) => [...fields]);
