import { plural } from '#lib/domain/i18n/plural.ts';

/** People and organizations. */
export const people = {
  title: 'People',
  lead: 'Those whom the sources name, as far as they may be shown.',
  onePerson: 'A person in the archive',
  campaign: 'In the campaign',
  officials: 'Public officials',
  officialsNote: 'They acted in office and are named for that.',
  others: 'Others',
  none: 'Nobody is named here yet.',
  count: (n: number) => plural('en', n, { one: '# person', other: '# people' }),
  nameNotShown: 'name not shown here',
  appearsIn: 'Appears in',
  nowhere: 'No page of the archive names a part for this person yet.',
  biography: 'Biography',
  noBiography: 'There is no biography in the archive.',
  noBiographyHelp: 'The source has none that could be typed out. A text can be added with the person’s agreement.',
  howShown: 'How this person is shown',
  policy: {
    campaign: 'By name, as in the public announcement of 2020.',
    pseudonym: 'Under another name, as the person wishes.',
    public_official: 'By name and office, because of what was done in office.',
    other: 'By name, as in the source.'
  },
  consentOpen: 'The person has not been asked yet, so search engines are told to leave this page out.',
  protection:
    'A person in this archive can ask for another name, for a passage to be left out or for removal. The rule is applied everywhere at once: video, sound, captions, search and copies.',
  withheld: {
    title: 'A statement that is not shown',
    one: 'The campaign’s page has a statement by this person. What it is about:'
  },
  office: 'Office',
  roles: {
    speaker: 'Speaker',
    panelist: 'Panelist',
    moderator: 'Moderator',
    interpreter: 'Interpreter',
    captioner: 'Captioner',
    translator: 'Translator',
    volunteer: 'Volunteer',
    staff: 'Staff',
    contact: 'Contact',
    statement: 'Statement on the campaign’s page',
    public_official: 'Public official'
  },
  organizations: {
    title: 'Organizations',
    count: (n: number) => plural('en', n, { one: '# organization', other: '# organizations' }),
    none: 'No organization has been published here yet.',
    order: 'Order',
    asCredited: 'As credited',
    byName: 'A to Z',
    asCreditedNote: 'The co-sponsors stand in the order of the campaign’s own graphic.',
    named: 'Named for their resources',
    namedNote: 'They did not sponsor the campaign.',
    longNames: 'Long names were added for this archive unless the source gives them, and await confirmation.',
    notExpanded: 'The letters are not expanded, because the source does not say what they stand for.',
    nameOrigin: {
      source: 'The name is as the source gives it.',
      editor: 'The long name was added by the archive and awaits confirmation.',
      unknown: 'The letters are not expanded, because the source does not say what they stand for.'
    },
    roles: {
      organizer: 'Organizer',
      cosponsor: 'Co-sponsor',
      sponsor: 'Sponsor',
      host: 'Host',
      speaker_organization: 'The speaker’s organization',
      resource_publisher: 'Publisher of a resource',
      action_platform: 'Hosts an action tool'
    },
    rolesMany: {
      organizer: 'Organized by',
      cosponsor: 'Co-sponsored by',
      sponsor: 'Sponsored by',
      host: 'Hosted by',
      speaker_organization: 'The speaker’s organization',
      resource_publisher: 'Publishers of resources',
      action_platform: 'Host of the action tool'
    },
    parts: 'Its part',
    partOfCampaign: 'The campaign as a whole',
    name: 'The name',
    website: 'Website',
    noParts: 'No page of the archive names a part for it.'
  }
};
export type PeopleMessages = typeof people;
