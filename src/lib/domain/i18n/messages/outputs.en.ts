import { plural } from '#lib/domain/i18n/plural.ts';

/** Words of feeds, calendars, citations and the API. */
export const outputs = {
  feeds: {
    all: (archive: string) => archive,
    events: (archive: string) => `Events · ${archive}`,
    series: (series: string, archive: string) => `${series} · ${archive}`,
    podcast: (archive: string, language: string) => `${archive}: recordings in ${language}`,
    calendar: 'Calendar',
    rss: 'RSS feed',
    atom: 'Atom feed'
  },
  /** Lines of a description. */
  when: (date: string) => `When: ${date}`,
  where: (place: string) => `Where: ${place}`,
  status: (status: string) => `Status: ${status}`,
  reason: (reason: string) => `Reason: ${reason}`,
  replacedBy: (title: string, url: string) => `Its place was taken by: ${title} ${url}`,
  partOf: (title: string) => `Part of: ${title}`,
  online: 'Online',
  standIn: 'stand-in, not the webinar',
  calendar: {
    file: 'Calendar file (ICS)',
    oneFile: 'Add to a calendar (ICS)',
    subscribe: 'Subscribe in a calendar program',
    feed: 'RSS feed',
    undated: (n: number) =>
      plural('en', n, {
        one: '# event is not in the calendar file, because its day is not known.',
        other: '# events are not in the calendar file, because their day is not known.'
      })
  },
  podcast: {
    of: (language: string) => `Podcast in ${language}`,
    ofStandIns: (language: string) => `Podcast of the stand-ins in ${language}`
  },
  recording: 'Recording'
};
export type OutputMessages = typeof outputs;
