/** The plain pages and the read-me file of an archive that leaves. */
export const bag = {
  readmeName: 'README.txt',
  language: 'English',
  contents: 'Contents',
  events: 'Events',
  people: 'People',
  recordings: 'Recordings',
  back: 'Back to the contents',
  date: 'Date',
  place: 'Place',
  status: 'Status',
  organizations: 'Organizations',
  history: 'What happened',
  nameNotShown: 'name not shown here',
  event: 'Event',
  transcript: 'Transcript',
  noTranscript: 'There is no transcript.',
  chapters: 'Chapters',
  captions: 'Captions, every version',
  version: (number: number, cues: number) => `version ${number}, ${cues} ${cues === 1 ? 'cue' : 'cues'}`,
  current: 'shown to readers',
  media: 'Sound and pictures',
  partIn: 'Appears in',
  rights: 'Rights',
  rightsNotSaid: 'Nothing is said about rights. Please ask before you use it elsewhere.',
  notCleared: 'Not cleared yet. Please ask before you use it elsewhere.',
  standIn: 'This is a stand-in, made by the archive. It is not the recording.',
  identifier: 'Identifier',
  readme: (title: string, madeAt: string, all: boolean) => `${title}

This folder holds ${all ? 'a whole archive' : 'a part of an archive'} as it was on ${madeAt}. It can be read without the program that made it.

Begin with index.html: open it in any web browser. No network is needed.

  index.html       the contents
  events/          a page for each event
  people/          a page for each person who is named
  recordings/      a page for each recording, with its transcript
  captions/        the captions, a file for each version, as WebVTT
  files/           sound, pictures and captions as they came, untouched
  acervo/          the same for programs: a line of JSON for each row of a table

The folder above this one is a bag (RFC 8493, BagIt 1.0): manifest-sha256.txt holds the SHA-256 of every file, so that anybody can tell whether one was changed. Any BagIt program can compare them; so can "acervo verify-bag".

To bring it back into an archive: acervo import FOLDER (the folder with bagit.txt).
`,
  readmePrivate: `Keep it safe. The folder acervo/ also holds what was never published: drafts, and names that were not to be shown. The pages show only what the public could see. Give acervo/ and files/ only to people who will keep these promises.
`,
  readmePublic: `It holds only what the public could see.
`,
  readmeRights: (license: string) => `Rights

${license}
Each page says what holds for it. Where it says "not cleared", please ask before you use it elsewhere.
`
};
export type BagMessages = typeof bag;
