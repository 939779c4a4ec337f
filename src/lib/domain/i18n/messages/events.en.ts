import { formatNumber, plural } from '#lib/domain/i18n/plural.ts';

/** Events, tours, their status and everything said about dates. */
export const events = {
  title: 'Events',
  lead: 'What was planned, held, moved or cancelled. Nothing leaves this list because it did not take place.',
  count: (n: number) => plural('en', n, { one: '# event', other: '# events' }),
  none: 'No event fits this choice.',
  noneYet: 'No event has been published here yet.',
  showAll: 'Show all events',
  filter: 'Show',
  apply: 'Apply',
  filters: {
    all: 'All',
    upcoming: 'Upcoming',
    past: 'Past',
    cancelled: 'Cancelled',
    online: 'Online'
  },
  kinds: {
    tour_stop: 'Tour stop',
    webinar: 'Webinar',
    petition_delivery: 'Petition delivery',
    protest: 'Protest',
    panel: 'Panel',
    talk: 'Talk',
    meeting: 'Meeting',
    screening: 'Screening',
    other: 'Event'
  },
  status: {
    planned: 'Planned',
    scheduled: 'Scheduled',
    postponed: 'Postponed',
    rescheduled: 'Rescheduled',
    moved_online: 'Moved online',
    cancelled: 'Cancelled',
    held: 'Held'
  },
  heldOnline: 'Held online',
  attendance: { in_person: 'In person', online: 'Online', mixed: 'In person and online' },
  banner: {
    label: 'Status',
    cancelled: 'Cancelled',
    postponed: 'Postponed',
    moved_online: 'Moved online',
    rescheduled: 'Rescheduled',
    andReplaced: 'Cancelled, and replaced by another event',
    didNotTakePlace: 'It did not take place as planned.',
    to: 'What took its place',
    newDate: (date: string) => `The new date is ${date}.`,
    previously: (date: string) => `Before that it was planned for ${date}.`
  },
  history: {
    title: 'What happened',
    kept: 'Every change of status is kept. Nothing is overwritten.',
    previousStart: (date: string) => `Planned before for ${date}.`,
    replacedBy: 'Replaced by',
    inferred: 'Inferred by the archive, not stated in the source',
    none: 'No change of status has been recorded.'
  },
  asPlanned: 'As it was planned',
  facts: 'The facts',
  where: 'Where',
  venue: 'Venue',
  when: 'When',
  localTime: 'In your time zone',
  duration: 'Length',
  onlinePlace: 'Online at',
  kind: 'Kind',
  partOf: 'Part of',
  localHosts: 'Local hosts',
  cost: 'Cost',
  spokenLanguages: 'Languages spoken',
  interpretation: 'Interpretation',
  captions: 'Captions',
  signLanguage: 'Sign language',
  stepFree: 'Step-free access',
  yes: 'Yes',
  no: 'No',
  contact: 'Contact',
  attendanceUnknown: 'Whether it took place in person or online is not in the source.',
  howToAttend: 'How to take part',
  register: 'Register',
  join: 'Join online',
  about: 'About this event',
  people: 'People',
  organizations: 'Organizations',
  panel: {
    title: 'The panel',
    unnamed: (expected: number, named: number) =>
      named === 0
        ? plural('en', expected, {
            one: '# panelist, not named in the sources.',
            other: '# panelists, none of them named in the sources.'
          })
        : `${formatNumber('en', named)} of ${formatNumber('en', expected)} panelists are named here.`
  },
  roleWithoutName: 'Name not shown',
  sponsorsUnknown: 'The sponsors are not known yet.',
  thanks: 'Thanks',
  recordings: 'Recording',
  recordingsMany: 'Recordings',
  pictures: 'Pictures',
  topics: 'Topics',
  resources: 'Resources',
  figures: {
    title: 'Figures',
    names: {
      signatures: 'signatures',
      participants: 'people took part',
      transferred: 'people transferred',
      applied: 'applied for asylum',
      'asylum-2018': 'people sought asylum'
    }
  },
  linked: 'Linked both ways',
  replacedBy: 'Replaced by',
  replaces: 'Took the place of',
  belongsTo: 'Belongs to',
  next: 'Next in this series',
  background: 'Background: not an event of the campaign itself.',
  titleByArchive: 'The title is the archive’s; the source gives none.',
  titleTranslated: 'This title is the archive’s translation.',
  missing: {
    day: 'The day is not in the sources that we hold.',
    dayAndVenue: 'The day and the venue are not in the sources that we hold.',
    time: 'The time of day and the length are not in the sources that we hold.',
    help: 'If you helped to organize it and kept a flyer or an email, your note would fill this gap.'
  },
  series: {
    tour: 'Tour',
    series: 'Series',
    stops: 'The stops',
    events: 'The events',
    allCancelled: 'All stops cancelled',
    inOrder: 'In order of time',
    count: (n: number) => plural('en', n, { one: '# stop', other: '# stops' }),
    untitled: 'A title of its own is not in the source.',
    noDescription: 'Nothing has been written about it yet.',
    watch: 'Go to the recording',
    thanks: 'Thanks'
  },
  dates: {
    unknown: 'Date not recorded',
    dayNotRecorded: 'day not recorded',
    /** `isDay`: the date names a day; Spanish needs the article then. */
    notBefore: (date: string, isDay: boolean) => (isDay ? `not before ${date}` : `no earlier than ${date}`),
    notAfter: (date: string, isDay: boolean) => (isDay ? `not after ${date}` : `no later than ${date}`),
    between: (from: string, to: string, isDay: boolean) =>
      isDay ? `between ${from} and ${to}` : `from ${from} to ${to}`,
    yearInferred: 'year inferred',
    inferred: 'inferred',
    seasons: {
      spring: (year: string) => `Spring ${year}`,
      summer: (year: string) => `Summer ${year}`,
      autumn: (year: string) => `Fall ${year}`,
      winter: (year: string) => `Winter ${year}`
    }
  },
  comparison: {
    equal: (value: string) => value,
    more_than: (value: string) => `more than ${value}`,
    fewer_than: (value: string) => `fewer than ${value}`,
    about: (value: string) => `about ${value}`
  }
};
export type EventMessages = typeof events;
