/** Names of tracks and the words inside a transcript. Used on the server only. */
export const tracks = {
  sound: {
    original: (language: string | null) => (language ? `Original (${language})` : 'Original sound'),
    interpretation: (language: string | null) => (language ? `Interpretation (${language})` : 'Interpretation'),
    translation: (language: string | null) => (language ? `Translation (${language})` : 'Translation'),
    mixed: (language: string | null) =>
      language ? `Original and interpretation (${language})` : 'Original and interpretation',
    description: (language: string | null) => (language ? `Audio description (${language})` : 'Audio description'),
    unknown: (language: string | null) => (language ? `Sound (${language})` : 'Sound')
  },
  text: {
    captions: (language: string | null) => (language ? `${language} captions` : 'Captions'),
    subtitles: (language: string | null) => (language ? `${language} subtitles` : 'Subtitles'),
    descriptions: (language: string | null) => (language ? `${language} descriptions` : 'Descriptions'),
    transcript: (language: string | null) => (language ? `${language} transcript` : 'Transcript')
  },
  textOfInterpretation: (label: string) => `${label} of the interpretation`,
  /** How the language's name stands in "Spanish captions". */
  languageAsAdjective: (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
  role: {
    original: 'original',
    interpretation: 'interpretation',
    translation: 'translation',
    mixed: 'original and interpretation mixed',
    description: 'description',
    unknown: 'role not stated'
  },
  column: {
    original: 'Original',
    interpretation: 'Interpretation, not the speaker’s own words',
    translation: 'Translated from the original',
    unknown: 'Whose words these are is not stated',
    mixed: 'Original and interpretation mixed; which is which is not stated'
  },
  transcript: {
    spokenIn: (language: string) => `in ${language}`,
    someone: 'Someone',
    noInterpretation: (length: string) => `No interpretation was recorded here, ${length}.`,
    nothing: (language: string) => `Nothing in ${language} here.`,
    translatedLater: 'Translated later from the original.',
    interpretedHere: 'The interpreter’s words.',
    originalHere: 'Spoken so in the original.'
  },
  roleOfPerson: {
    speaker: 'Speaker',
    panelist: 'Panelist',
    moderator: 'Moderator',
    interpreter: 'Interpreter',
    captioner: 'Captions',
    translator: 'Translation',
    volunteer: 'Volunteer',
    staff: 'Staff',
    contact: 'Contact',
    statement: 'Statement',
    public_official: 'Public official'
  }
};
export type TrackMessages = typeof tracks;
