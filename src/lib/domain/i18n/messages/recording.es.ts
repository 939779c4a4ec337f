import type { RecordingMessages } from '#lib/domain/i18n/messages/recording.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const recording = {
  title: (title) => title,
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

  player: {
    label: 'Reproductor',
    play: 'Reproducir',
    pause: 'Pausar',
    back: 'Retroceder 10 segundos',
    forward: 'Avanzar 10 segundos',
    position: 'Posición',
    mute: 'Silenciar',
    unmute: 'Activar el sonido',
    volume: 'Volumen',
    speedLabel: 'Velocidad',
    fullScreen: 'Pantalla completa',
    leaveFullScreen: 'Salir de la pantalla completa',
    settings: 'Ajustes',
    keys: 'Teclas',
    loading: 'Cargando',
    failed: 'No se pudo cargar la grabación.',
    tryAgain: 'Intentar de nuevo',
    goOn: (time) => `Seguir en ${time}`,
    of: (at, whole) => `${at} de ${whole}`,
    inChapter: (time, chapter) => `${time}, ${chapter}`,
    interpretationMark: 'interpretación',
    translationMark: 'traducción',
    chapter: 'Capítulo',
    noInterpretation: (from, to) => `Sin interpretación de ${from} a ${to}`
  },
  time: {
    hours: (n) => plural('es', n, { one: '# hora', many: '# de horas', other: '# horas' }),
    minutes: (n) => plural('es', n, { one: '# minuto', many: '# de minutos', other: '# minutos' }),
    seconds: (n) => plural('es', n, { one: '# segundo', many: '# de segundos', other: '# segundos' }),
    shortHours: (n) => `${String(n)} h`,
    shortMinutes: (n) => `${String(n)} min`,
    shortSeconds: (n) => `${String(n)} s`
  },
  sound: {
    legend: 'Escuchar',
    choose: 'Aplicar',
    notHeld: (label) => `${label}: consta que existió, pero no está en este archivo.`
  },
  captions: {
    legend: 'Subtítulos',
    off: 'No',
    look: 'Aspecto de los subtítulos',
    size: 'Tamaño',
    sizes: { small: 'Pequeño', medium: 'Mediano', large: 'Grande', huge: 'Muy grande' },
    ground: 'Fondo',
    grounds: { solid: 'Oscuro', light: 'Claro', clear: 'Ninguno' },
    place: 'Lugar',
    places: { over: 'Sobre la imagen', below: 'Debajo de la imagen' },
    sample: 'Así se ven los subtítulos.'
  },
  keys: {
    title: 'Teclas del reproductor',
    note: 'Funcionan solo mientras el foco está en el reproductor.',
    on: 'Teclas de una sola letra activadas',
    close: 'Cerrar',
    list: [
      ['Espacio, K', 'Reproducir o pausar'],
      ['Flecha izquierda, derecha', '5 segundos atrás o adelante'],
      ['J, L', '10 segundos atrás o adelante'],
      ['Re Pág, Av Pág', '1 minuto adelante o atrás, en la línea de tiempo'],
      ['Inicio, Fin', 'Principio o final, en la línea de tiempo'],
      ['A', 'Siguiente sonido'],
      ['C', 'Poner o quitar los subtítulos'],
      ['F', 'Pantalla completa'],
      ['M', 'Poner o quitar el sonido'],
      ['< y >', 'Más despacio o más deprisa'],
      ['?', 'Esta lista']
    ] as [string, string][],
    transcript: 'En la transcripción',
    transcriptList: [
      ['Flecha arriba, abajo', 'Pasaje anterior o siguiente'],
      ['Inicio, Fin', 'Primer o último pasaje'],
      ['Entrar', 'Reproducir desde este pasaje'],
      ['Q', 'Citar este pasaje'],
      ['Esc', 'Volver a la barra de la transcripción']
    ] as [string, string][]
  },
  files: {
    label: 'Archivos',
    watch: (label) => `Video, ${label}`,
    listen: (label) => `Solo el sonido, ${label}`
  },
  chapters: 'Capítulos',

  transcript: {
    title: 'Transcripción',
    tools: 'Herramientas de la transcripción',
    find: 'Buscar en esta transcripción',
    found: (at, of) => `${String(at)} de ${String(of)}`,
    noneFound: 'Nada',
    foundSaid: (n) => plural('es', n, { one: '# coincidencia', many: '# de coincidencias', other: '# coincidencias' }),
    previous: 'Coincidencia anterior',
    next: 'Coincidencia siguiente',
    following: 'Siguiendo',
    followingHint: 'deslice para pausar',
    paused: 'En pausa',
    pausedHint: 'volver a seguir',
    show: 'Mostrar',
    both: 'Ambos',
    download: 'Descargar',
    missing: 'Todavía no hay transcripción en este archivo.',
    missingHelp: 'Si usted tiene subtítulos o apuntes de lo que se dijo, se pueden añadir aquí.',
    reload: 'Cargar la transcripción',
    playingNow: 'Suena ahora'
  },
  download: {
    title: 'Descargar',
    captions: 'Subtítulos y transcripciones',
    media: 'Sonido e imagen',
    sound: 'Solo el sonido',
    video: 'Video',
    moments: 'Momentos alineados, todos los idiomas',
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
    on: 'Primero el texto: sin imágenes, sin tipografías y sin reproductor mientras usted no lo pida.',
    off: 'Mostrar la página completa',
    player: 'Mostrar el reproductor',
    link: 'Modo de texto'
  },
  print: {
    version: (versions) => `Transcripción: ${versions}`,
    lines:
      'Línea continua: original. Línea discontinua: interpretación, no son las palabras de quien habla. Línea de puntos: traducción posterior.'
  }
} satisfies RecordingMessages;
