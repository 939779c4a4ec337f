import type { RecordingMessages } from '#lib/domain/i18n/messages/recording.en.ts';
import { live } from '#lib/domain/i18n/messages/live.es.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const recording = {
  ...live,
  standIn: 'Grabación provisional.',
  standInWord: 'provisional',
  notHeld: 'La grabación todavía no está en este archivo.',
  notHeldHelp: 'Abajo figura lo que se sabe de ella. Quien tenga una copia puede ayudar a llenar este vacío.',
  noCaptions: (language) => `Todavía no hay subtítulos en ${language}.`,
  noCaptionsHelp: (others) => `Hay subtítulos en ${others}.`,
  noCaptionsAtAll: 'Todavía no hay subtítulos en este archivo.',
  audioOnly: 'De esta grabación solo hay sonido.',
  beside: 'Junto a la grabación',
  onThisPage: 'En esta página',
  jump: { transcript: 'Transcripción', chapters: 'Capítulos', download: 'Descargar' },

  facts: {
    date: 'Fecha',
    place: 'Lugar',
    online: 'En línea',
    partOf: 'Parte de',
    event: 'Actividad',
    voices: 'Voces',
    languages: 'Idiomas',
    length: 'Duración',
    captions: 'Subtítulos',
    rights: 'Derechos',
    lengthUnknown: 'No consta',
    whereFrom: 'De dónde vienen las palabras',
    panelists: (n) => plural('es', n, { one: '# panelista', many: '# de panelistas', other: '# panelistas' })
  },

  files: {
    label: 'Archivos',
    watch: (label) => `Video, ${label}`,
    listen: (label) => `Solo el sonido, ${label}`
  },
  costs: {
    label: 'Cuántos datos consume',
    kinds: {
      stream: 'Video más liviano',
      film: 'Video en un solo archivo',
      sound: 'Solo el sonido',
      transcript: 'Solo la transcripción'
    },
    both: (whole, part) => `${whole}, ${part} cada 10 minutos`
  },
  share: { link: 'Enlace a esta página', share: 'Compartir' },
  chapters: 'Capítulos',

  words: {
    title: 'Transcripción',
    tools: 'Herramientas de la transcripción',
    download: 'Descargar',
    missing: 'Todavía no hay transcripción en este archivo.',
    missingHelp: 'Si usted tiene subtítulos o apuntes de lo que se dijo, se pueden añadir aquí.'
  },
  download: {
    title: 'Descargar',
    captions: 'Subtítulos y transcripciones',
    media: 'Sonido e imagen',
    sound: 'Solo el sonido',
    video: 'Video',
    moments: 'Momentos alineados, todos los idiomas',
    otherPlayers: 'Transmisión para otros reproductores, con todos los sonidos y subtítulos (HLS)',
    file: (format, label, size) => `${format}, ${label}, ${size}`,
    standIn: 'Todos estos archivos son de la grabación provisional. No son el seminario web.'
  },

  provenance: {
    title: 'De dónde vienen las palabras',
    lead: 'Cada pista dice cómo se hizo y quién la revisó.',
    known: 'Consta que existen',
    knownLead: 'Las fuentes mencionan estas pistas. El archivo no las conserva, así que no se pueden reproducir.',
    made: 'hecho',
    reviewed: 'con revisión',
    notReviewed: 'sin revisar',
    steps: { corrected: 'corregido', translated: 'traducido', reviewed: 'revisado' },
    stepRoles: {
      captioner: 'alguien que subtitula',
      editor: 'alguien que edita',
      publisher: 'alguien que publica',
      admin: 'alguien que organiza'
    },
    stepBy: (step, who, date) => `${step} por ${who}, ${date}`,
    somebody: 'el archivo',
    notesTitle: 'Notas de quienes interpretan',
    reviewedBy: (who) => `Revisión: ${who}.`,
    version: (n) => `Versión ${String(n)}.`,
    from: (tracks) => `A partir de: ${tracks}.`,
    cues: (n) => plural('es', n, { one: '# subtítulo.', many: '# de subtítulos.', other: '# subtítulos.' }),
    sounds: { yes: 'Se escriben los sonidos.', no: 'No se escriben los sonidos.' },
    speakers: { yes: 'Se indica quién habla.', no: 'No se indica quién habla.' },
    mixed:
      'En parte es lo que se dijo y en parte son las palabras de quien interpretaba; la fuente no dice cuál es cuál.',
    interpretation: 'Son las palabras de quien interpreta, no las de quien habla.',
    translation: 'Traducción a partir del original.',
    unknownRole: 'La fuente no dice de quién son estas palabras.',
    existedLive: 'Existió durante la actividad.',
    recordedUnknown: 'No se sabe si se grabó.',
    languageUnknown: 'idioma no indicado',
    method: {
      recorded: 'grabación',
      simultaneous: 'interpretación simultánea',
      text_to_speech: 'lectura con voz sintética',
      live_captioning: 'escrito en vivo',
      edited_from_live: 'editado a partir de subtítulos en vivo',
      machine_captions: 'subtítulos automáticos',
      typed: 'escrito a mano',
      translated: 'traducido',
      generated_from_script: 'hecho a partir del guion',
      unknown: 'no se indica cómo se hizo'
    },
    soundsTitle: 'Sonidos',
    textsTitle: 'Subtítulos y transcripciones'
  },
  speakers: {
    title: 'Ponentes',
    unnamed: 'Sus nombres no figuran en las fuentes que conserva el archivo.',
    unnamedHelp: 'El equipo organizador puede añadirlos. Mientras tanto, no se nombra a nadie por suposición.',
    hidden: 'Nombre no mostrado',
    heard: (names) => `Aquí se oye a: ${names}.`
  },
  organizations: {
    sponsors: 'Patrocinan',
    others: 'Con',
    count: (n) => plural('es', n, { one: '# organización', many: '# de organizaciones', other: '# organizaciones' })
  },
  next: { title: 'A continuación', event: 'La actividad' },
  textFirst: {
    player: 'Mostrar el reproductor'
  },
  print: {
    version: (versions) => `Transcripción: ${versions}`,
    lines:
      'Línea continua: original. Línea discontinua: interpretación, no son las palabras de quien habla. Línea de puntos: traducción posterior.'
  }
} satisfies RecordingMessages;
