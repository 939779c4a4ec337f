import type { MediaMessages } from '#lib/domain/i18n/messages/media.en.ts';

type Data = Parameters<MediaMessages['problem']>[1] & object;
const gib = (bytes: unknown) => `${(Number(bytes) / 2 ** 30).toFixed(1)} GB`;

export const problems: Record<string, (data: Data) => string> = {
  'upload.too-large': ({ most }) => `El archivo pesa más de ${gib(most)}, que es lo máximo para un solo archivo.`,
  'upload.quota': ({ most }) =>
    `Se agotaría el espacio que tiene el archivo en el disco (${gib(most)}). Elimine algo o pida más espacio a quien administra el servidor.`,
  'upload.no-space': ({ free }) =>
    `No hay suficiente espacio en el disco del servidor: quedan ${gib(free)} disponibles. Pida a quien administra el servidor que libere espacio.`,
  'upload.incomplete': () => 'El archivo no llegó completo. Elíjalo otra vez: la carga sigue desde donde se detuvo.',
  'upload.in-use': () => 'Este archivo se está usando y no se puede eliminar.',
  'upload.missing': () => 'Esta carga ya no está aquí. Elija el archivo otra vez.',
  'upload.empty': () => 'No eligió ningún archivo. Elija uno y envíe el formulario otra vez.',
  'upload.form': () => 'El formulario no llegó como debía. Elija el archivo otra vez y envíelo de nuevo.',
  'upload.form-too-large': () =>
    'Sin scripts, un archivo puede pesar 100 MB como máximo. Active los scripts para archivos más grandes.',
  'media.unknown-kind': () =>
    'No es una grabación que se pueda reproducir aquí. Se aceptan MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV y FLAC.',
  'media.broken': () =>
    'El archivo está dañado y no se puede leer. Expórtelo otra vez desde el programa con que se hizo.',
  'media.nothing-to-play': () => 'Este archivo no tiene imagen ni sonido que se pueda reproducir aquí.',
  'media.no-length': () => 'El archivo no indica su duración. Expórtelo otra vez desde el programa con que se hizo.',
  'production.no-picture': () => 'Este archivo no tiene imagen. Elija otro o prepare una grabación solo de sonido.',
  'production.no-sound': () => 'El sonido elegido no está en su archivo.',
  'production.nothing': () => 'Elija por lo menos una imagen o un sonido.',
  'production.not-ready': () => 'Todavía no está lista. Espere a que termine de prepararse.',
  'production.published': () => 'El público ya la ve.',
  'production.missing': () => 'Alguien la volvió a empezar mientras tanto. Cargue la página otra vez.',
  'production.lost': () =>
    'Lo que se había preparado ya no está en el disco. Empiece de nuevo con los archivos cargados.',
  'production.no-poster': () => 'Esta imagen no está entre las que se prepararon.',
  'omission.times': () =>
    'El final debe ir después del comienzo, y ambos dentro de la grabación. Escríbalos así: 12:31 o 1:02:03.',
  'omission.missing': () => 'Este pasaje ya se muestra otra vez.',
  'stretches.form': () => 'Escriba un tramo por línea, así: 12:31-13:03.',
  'captions.left-out': () => 'Los subtítulos tienen palabras de un pasaje que se dejó fuera. Quítelas primero.',
  'chapters.line': ({ line }) =>
    `La línea ${String(line)} no es un tiempo con su título. Escríbala así: 12:31 Preguntas.`,
  'ffmpeg.missing': () =>
    'Falta instalar ffmpeg en el servidor. El archivo está a salvo y espera; pida a quien administra el servidor que instale ffmpeg.'
};

export const media: MediaMessages = {
  problem: (code, data = {}) => problems[code]?.(data) ?? 'Algo salió mal. Inténtelo otra vez.',
  title: 'Agregar una grabación',
  listLead: 'Elija la grabación a la que pertenecen los archivos.',
  of: (title) => `Medios de «${title}»`,
  columns: { recording: 'Grabación', has: 'El público tiene', coming: 'En camino' },
  mediaState: { none: 'nada que reproducir', stand_in: 'una versión provisional', held: 'la grabación' },
  toRecordings: 'Todas las grabaciones',
  publicPage: 'Ver su página',
  uploadsComing: (count) => (count === 1 ? '1 archivo' : `${String(count)} archivos`),
  making: { working: 'preparándose', ready: 'lista para revisar', published: 'a la vista', replaced: 'reemplazada' },
  noFfmpeg:
    'Falta instalar ffmpeg en el servidor. Puede cargar archivos, que esperan; no se puede preparar nada hasta que esté instalado.',
  files: {
    heading: '1. Archivos',
    lead: 'Un video con su sonido, y un archivo de sonido por cada interpretación. MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV, FLAC.',
    choose: 'Elegir archivos',
    drop: 'o arrástrelos hasta aquí',
    keeps:
      'Si se cae la conexión o cierra esta página, durante siete días la carga puede seguir desde donde se detuvo: elija el mismo archivo otra vez.',
    plain: 'Elija un archivo',
    plainHint:
      'Hasta 100 MB. Con los scripts activados, los archivos pueden ser más grandes y no se pierden si se cae la conexión.',
    send: 'Cargar',
    none: 'No se ha cargado ningún archivo.',
    columns: { file: 'Archivo', state: 'Estado', act: 'Acción' },
    state: { receiving: 'llegando', arrived: 'llegó, en revisión', ready: 'listo', refused: 'rechazado' },
    duplicate: 'Este mismo archivo ya se había cargado.',
    progress: (percent, done, all) => `${String(percent)} %, ${done} de ${all}`,
    left: (minutes, speed) =>
      `Falta ${minutes <= 1 ? 'cerca de un minuto' : `cerca de ${String(minutes)} minutos`}, a ${speed} por segundo.`,
    waiting: 'Se cayó la conexión. La carga sigue por sí sola.',
    pause: 'Pausar',
    resume: 'Seguir',
    remove: 'Quitar'
  },
  start: {
    heading: '2. De qué se hace',
    picture: 'Imagen',
    noPicture: 'Ninguna: una grabación solo de sonido',
    sounds: 'Sonidos',
    soundsHint: 'Indique de quién es la voz de cada sonido. Lo que no se usa queda donde está.',
    columns: { sound: 'Sonido', use: 'Usar', voice: 'Voz', language: 'Idioma', offset: 'Empieza en (segundos)' },
    inside: (file, number) => `${file}, sonido ${String(number)}`,
    languageHint: 'Por ejemplo es, en, nah',
    even: 'Igualar el volumen de las voces (−16 LUFS); el original se conserva tal cual',
    publish: 'Mostrarla al público en cuanto esté lista',
    go: 'Preparar para el público',
    wait: 'Primero cargue un archivo.'
  },
  roles: {
    original: 'Original',
    interpretation: 'Interpretación',
    translation: 'Traducción',
    mixed: 'Mezcla',
    description: 'Audiodescripción',
    unknown: 'No se sabe'
  },
  make: {
    heading: '3. Revisarla y mostrarla',
    none: 'Todavía no se ha preparado nada.',
    steps: {
      hashed: 'se cuentan los bytes',
      probed: 'se revisan los archivos',
      transcoded: 'se preparan los tamaños',
      sounds: 'se preparan los sonidos',
      poster: 'se toman imágenes fijas',
      storyboard: 'se toman miniaturas',
      peaks: 'se dibujan las ondas',
      finished: 'se guarda en el archivo'
    },
    queued: 'Espera su turno.',
    waiting: 'En espera: falta algo que necesita. Sigue por sí sola.',
    running: (percent, step) => `${String(percent)} %: ${step}.`,
    failed: 'Hace falta una persona. Las últimas líneas del registro:',
    retry: 'Intentar otra vez',
    giveUp: 'Abandonar',
    ready: 'Lista. El público todavía no la ve.',
    shown: 'Esto es lo que ve el público.',
    size: (size) => `${size} en total, con todos los tamaños y sonidos.`,
    replaces:
      'Toma el lugar de la versión provisional: la dirección es la misma, y los subtítulos provisionales salen de la búsqueda, de los canales y de las descargas.',
    show: 'Mostrarla al público',
    notYours: 'Quien publica puede mostrarla al público.',
    poster: 'Portada',
    takePoster: (number) => `Usar la imagen ${String(number)}`,
    posterTaken: 'en uso',
    reload: 'Cargue la página otra vez para ver cuánto ha avanzado.'
  },
  align: {
    heading: '4. Interpretación',
    lead: 'Ponga la interpretación en el tiempo de la grabación, de oído o por su onda. Con cada cambio la grabación se prepara de nuevo; mientras tanto el público conserva lo que tiene.',
    wave: (label) => `Onda: ${label}`,
    offset: 'Empieza en (segundos)',
    silences: 'Tramos sin interpretación',
    silencesHint: 'Uno por línea, así: 12:31-13:03. Se ven en la línea de tiempo.',
    quiet: (list) => `Aquí no se oye nada: ${list}`,
    find: 'Encontrarla por el sonido de la sala',
    found: (seconds, isSure) =>
      isSure
        ? `El sonido de la sala se oye en ${seconds} s. El campo ya tiene ese valor.`
        : `Quizá en ${seconds} s, pero es una suposición: la sala casi no se oye. Escuche antes de guardar.`,
    notFound: 'No se oye el sonido de la sala. Póngala de oído.',
    earlier: '0.1 s antes',
    later: '0.1 s después',
    save: 'Guardar y preparar de nuevo'
  },
  omit: {
    heading: '5. Dejar fuera un pasaje',
    lead: 'Para proteger a alguien. De inmediato se cierran todos los archivos y desaparecen los subtítulos del pasaje; después la grabación se prepara de nuevo, con silencio y una lámina lisa en su lugar.',
    from: 'Desde',
    to: 'Hasta',
    hint: 'Por ejemplo 12:31 o 1:02:03',
    go: 'Dejarlo fuera',
    list: 'Quedó fuera',
    again: 'Mostrarlo otra vez',
    againLabel: (from, to) => `Mostrar otra vez de ${from} a ${to}`
  },
  chapters: {
    heading: '6. Capítulos',
    lead: 'Uno por línea: el tiempo y luego el título. Los títulos del mismo tiempo son un solo capítulo en dos idiomas.',
    hint: '12:31 Preguntas',
    en: 'Inglés',
    es: 'Español',
    save: 'Guardar los capítulos'
  },
  done: {
    started: 'Se está preparando.',
    published: 'El público ya la ve.',
    removed: 'Se quitó el archivo.',
    poster: 'Se cambió la portada.',
    omitted: 'El pasaje está cerrado y la grabación se está preparando de nuevo.',
    included: 'La grabación se está preparando de nuevo con el pasaje.',
    chapters: 'Se guardaron los capítulos.',
    stopped: 'Se abandonó.',
    uploaded: 'El archivo llegó y está en revisión.'
  }
};
