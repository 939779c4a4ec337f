/** Words inside citations. What a style itself prescribes ("n.d.") is here too: it differs by language. */
export const citations = {
  webinarRecording: 'Webinar recording',
  recording: 'Recording',
  standIn: 'stand-in, not the webinar',
  /** Said of quoted words; `language` as its own name in this language. */
  voice: {
    original: (language: string) => `in ${language}, the original`,
    interpretation: (language: string) => `interpretation into ${language}`,
    translation: (language: string) => `translation into ${language}`,
    unknown: (language: string) => `in ${language}`
  },
  captions: (version: string, date: string | null) =>
    date ? `captions version ${version}, ${date}` : `captions version ${version}`,
  noDate: 'n.d.',
  /** APA: the year first. */
  apaDay: (year: string, month: string, day: string) => `${year}, ${month} ${day}`,
  apaMonth: (year: string, month: string) => `${year}, ${month}`,
  mlaDay: (year: string, month: string, day: string) => `${day} ${month} ${year}`,
  quoted: (text: string) => `“${text}”`,
  /** A title that ends inside quotation marks takes the stop or comma along. */
  quotedBefore: (text: string, mark: string) => `“${text}${mark}”`,
  heading: 'Cite',
  styles: {
    apa: 'APA 7',
    chicago: 'Chicago 17, notes',
    mla: 'MLA 9',
    bibtex: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON'
  }
};
export type CitationMessages = typeof citations;
