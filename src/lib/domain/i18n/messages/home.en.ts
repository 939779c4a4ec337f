/** The front page and the error pages. */
export const home = {
  searchLabel: 'Search every word that was spoken, in either language',
  voices: {
    original: (language: string) => `${language}, the original voices`,
    interpretation: (language: string) => `${language}, interpretation`
  },
  untitled: 'The recording',
  recordedOn: (date: string, length: string) => (length ? `Recording of ${date}, ${length}.` : `Recording of ${date}.`),
  statement: 'Event',
  latest: 'Latest in the archive',
  latestFeed: 'Follow what is new by RSS',
  tour: 'The tour',
  tourWhole: 'The whole story of the tour',
  act: 'Take action',
  letter: 'The campaign’s letter',
  petition: 'The petition',
  more: 'More on it',
  cosponsored: 'Co-sponsored by',
  allEvents: 'All events',
  allRecordings: 'All recordings',
  empty: {
    title: 'This archive is empty.',
    lead: 'Nothing has been put in yet. This is how to begin.',
    importTitle: 'Bring in a folder',
    importText: 'Write down what you have as the guide to importing shows, and type:',
    demoTitle: 'Look at an example first',
    demoText: 'The archive of a campaign of 2020 comes along. To see it, stop the server and type:',
    guide: 'The guide is the file docs/importing.md beside the program.'
  },
  errors: {
    label: (status: number) => `Error ${String(status)}`,
    search: 'Search the archive',
    waysBack: 'Ways back',
    front: 'The front page',
    events: 'All events',
    otherLanguage: 'Portada en español',
    reference: (code: string) => `If something is broken, tell us this number: ${code}.`,
    missing: {
      title: 'This page is not in the archive.',
      lead: 'Perhaps the address was cut short. What is withdrawn leaves a note, so this page was most likely never here.'
    },
    withdrawnOn: (day: string) => `Withdrawn on ${day}.`,
    withdrawn: {
      recording: 'This recording was withdrawn from the archive.',
      event: 'This event was withdrawn from the archive.',
      series: 'This series was withdrawn from the archive.',
      person: 'This page about a person was withdrawn.',
      organization: 'This page about an organization was withdrawn.',
      page: 'This page was withdrawn from the archive.',
      action: 'This invitation to act was withdrawn.',
      topic: 'This topic was withdrawn from the archive.'
    },
    gone: {
      title: 'This was withdrawn from the archive.',
      lead: 'It was here once. Someone asked for it to be taken down, or the archive decided to. Links to it lead to this note.'
    },
    refused: {
      title: 'This page is not open to everybody.',
      lead: 'If you are an organizer of this archive, sign in first.'
    },
    busy: {
      title: 'The archive is busy just now.',
      lead: 'Please try the same address again in a minute.'
    },
    broken: {
      title: 'Something broke on our side.',
      lead: 'It was written down. Please try again, or go back to what works.'
    }
  }
};
export type HomeMessages = typeof home;
