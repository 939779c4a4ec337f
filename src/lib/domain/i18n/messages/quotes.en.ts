/** The page of a quote, and the bar under words that somebody selected in a transcript. */
export const quotes = {
  title: (recording: string) => `Quote from “${recording}”`,
  notFoundTitle: 'Quote',
  landed: {
    same: 'The words stand in the captions as they were quoted.',
    moved: (time: string) => `The words stand in the captions as they were quoted, now at ${time}.`,
    changed: (date: string | null) => (date ? `The wording was changed on ${date}.` : 'The wording was changed.'),
    removed: (date: string | null) =>
      date ? `These words were taken out of the captions on ${date}.` : 'These words were taken out of the captions.',
    was: 'It was quoted as:',
    now: 'It reads now:'
  },
  withdrawn: {
    recording: 'The recording that these words come from was withdrawn. The quote can no longer be shown.',
    text: 'The captions that these words come from were withdrawn. The quote can no longer be shown.',
    standIn:
      'These words came from a stand-in. The recording itself has taken its place, and the stand-in’s words were never said in it.'
  },
  standIn: (date: string | null) =>
    date
      ? `This is a stand-in, not the webinar. It was made on ${date}; the words were written for it.`
      : 'This is a stand-in, not the webinar. The words were written for it.',
  voice: {
    original: (language: string) => `${language}, the original`,
    interpretation: (language: string) => `${language}, the interpreter’s words`,
    translation: (language: string) => `${language}, translated from the original`,
    unknown: (language: string) => `${language}; whose words these are is not stated`
  },
  inOther: 'The same passage in other languages',
  readOn: 'Read on in the transcript',
  play: 'Watch this passage',
  hear: 'Listen to this passage',
  cite: 'Cite',
  embed: 'To show it on your own site',
  inText: 'In the text',
  files: 'For reference programs',
  identifier: 'Identifier',
  version: (version: string) => `Captions version ${version}`,
  link: 'Link to this quote',
  bar: {
    label: (range: string) => `Quote, ${range}`,
    copyQuote: 'Copy quote',
    copyLink: 'Copy link',
    copied: 'Copied',
    page: 'Page of this quote',
    close: 'Close',
    failed: 'These words were not found in one language of the transcript. Select a passage in one language.',
    tooLong: 'That is too long for a quote: at most 400 words.',
    lasts: 'The link keeps working if the captions are corrected later.',
    interpretation: 'The citation names the interpretation, because these words are the interpreter’s.',
    translation: 'The citation names the translation, because these words are not the speaker’s own.',
    basket: { add: 'Add to my bibliography', added: 'In my bibliography', open: 'Open it' }
  }
};
export type QuoteMessages = typeof quotes;
