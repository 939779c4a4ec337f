import type { CitationMessages } from '#lib/domain/i18n/messages/citations.en.ts';

export const citations: CitationMessages = {
  webinarRecording: 'Grabación de seminario web',
  recording: 'Grabación',
  standIn: 'material provisional, no el seminario web',
  voice: {
    original: (language) => `en ${language}, original`,
    interpretation: (language) => `interpretación al ${language}`,
    translation: (language) => `traducción al ${language}`,
    unknown: (language) => `en ${language}`
  },
  captions: (version, date) => (date ? `subtítulos, versión ${version}, ${date}` : `subtítulos, versión ${version}`),
  noDate: 's. f.',
  apaDay: (year, month, day) => `${year}, ${day} de ${month}`,
  apaMonth: (year, month) => `${year}, ${month}`,
  mlaDay: (year, month, day) => `${day} de ${month} de ${year}`,
  quoted: (text) => `«${text}»`,
  quotedBefore: (text, mark) => `«${text}»${mark}`,
  heading: 'Citar',
  styles: {
    apa: 'APA 7',
    chicago: 'Chicago 17, notas',
    mla: 'MLA 9',
    bibtex: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON'
  }
};
