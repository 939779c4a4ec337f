/** The frame of the desk and its first page. An area of the desk has a file of its own for its words. */
export const desk = {
  title: 'Desk',
  navLabel: 'Desk',
  seeSite: 'See the public site',
  otherLanguage: 'Español',
  signedInAs: (role: string) => `Signed in as ${role}`,
  roles: { admin: 'admin', publisher: 'publisher', editor: 'editor', captioner: 'captioner' },
  /** Entries of the navigation, by key: lib/domain/access/desk-nav.ts. */
  nav: {
    desk: 'Desk',
    recordings: 'Recordings',
    captions: 'Captions',
    events: 'Events',
    series: 'Series and tours',
    people: 'People',
    organizations: 'Organizations',
    pages: 'Pages',
    campaigns: 'Campaigns',
    topics: 'Topics',
    images: 'Pictures',
    actions: 'Actions',
    timeline: 'Timeline',
    glossary: 'Search words',
    uploads: 'Add a recording',
    inbox: 'Inbox',
    organizers: 'Who may do what',
    log: 'Activity log',
    settings: 'The archive itself',
    system: 'System',
    account: 'My account'
  }
};
export type DeskMessages = typeof desk;
