import type { TrackMessages } from '#lib/domain/i18n/messages/tracks.en.ts';

export const tracks = {
  sound: {
    original: (language) => (language ? `Original (${language})` : 'Sonido original'),
    interpretation: (language) => (language ? `Interpretación (${language})` : 'Interpretación'),
    translation: (language) => (language ? `Traducción (${language})` : 'Traducción'),
    mixed: (language) => (language ? `Original e interpretación (${language})` : 'Original e interpretación'),
    description: (language) => (language ? `Audiodescripción (${language})` : 'Audiodescripción'),
    unknown: (language) => (language ? `Sonido (${language})` : 'Sonido')
  },
  text: {
    captions: (language) => (language ? `Subtítulos en ${language}` : 'Subtítulos'),
    subtitles: (language) => (language ? `Subtítulos traducidos al ${language}` : 'Subtítulos traducidos'),
    descriptions: (language) => (language ? `Descripciones en ${language}` : 'Descripciones'),
    transcript: (language) => (language ? `Transcripción en ${language}` : 'Transcripción')
  },
  textOfInterpretation: (label) => `${label} de la interpretación`,
  languageAsAdjective: (name) => name,
  role: {
    original: 'original',
    interpretation: 'interpretación',
    translation: 'traducción',
    mixed: 'mezcla de original e interpretación',
    description: 'descripción',
    unknown: 'no se indica de quién son las palabras'
  },
  column: {
    original: 'Original',
    interpretation: 'Interpretación: no son las palabras de quien habla',
    translation: 'Traducción a partir del original',
    unknown: 'No se indica de quién son las palabras',
    mixed: 'Mezcla de original e interpretación; no se indica cuál es cuál'
  },
  transcript: {
    spokenIn: (language) => `en ${language}`,
    someone: 'Alguien',
    noInterpretation: (length) => `Aquí no se grabó la interpretación (${length}).`,
    nothing: (language) => `Aquí no hay texto en ${language}.`,
    translatedLater: 'Traducido después a partir del original.',
    interpretedHere: 'Palabras de quien interpreta.',
    originalHere: 'Así se dijo en el original.'
  },
  roleOfPerson: {
    speaker: 'Ponente',
    panelist: 'Panelista',
    moderator: 'Moderación',
    interpreter: 'Interpretación',
    captioner: 'Subtítulos',
    translator: 'Traducción',
    volunteer: 'Voluntariado',
    staff: 'Equipo',
    contact: 'Contacto',
    statement: 'Declaración',
    public_official: 'Cargo público'
  }
} satisfies TrackMessages;
