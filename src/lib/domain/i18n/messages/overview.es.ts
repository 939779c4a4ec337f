import type { OverviewMessages } from '#lib/domain/i18n/messages/overview.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const overview: OverviewMessages = {
  lead: {
    reports: (n) =>
      plural('es', n, {
        one: 'Hay un mensaje en el buzón.',
        many: 'Hay # de mensajes en el buzón.',
        other: 'Hay # mensajes en el buzón.'
      }),
    submitted: (n) =>
      plural('es', n, {
        one: 'Un texto espera revisión.',
        many: '# de textos esperan revisión.',
        other: '# textos esperan revisión.'
      }),
    jobs: (n) =>
      plural('es', n, {
        one: 'Hay un trabajo en marcha.',
        many: 'Hay # de trabajos en marcha.',
        other: 'Hay # trabajos en marcha.'
      }),
    failed: (n) =>
      plural('es', n, {
        one: 'Un trabajo se detuvo.',
        many: '# de trabajos se detuvieron.',
        other: '# trabajos se detuvieron.'
      }),
    missing: (n) =>
      plural('es', n, {
        one: 'Un texto está en un solo idioma.',
        many: '# de textos están en un solo idioma.',
        other: '# textos están en un solo idioma.'
      }),
    nothing: 'No hay nada pendiente.'
  },
  newEvent: 'Nueva actividad',
  addRecording: 'Agregar una grabación',
  jobs: 'Trabajos',
  job: 'Trabajo',
  progress: 'Avance',
  jobStates: { queued: 'en espera', running: 'en marcha', waiting: 'espera y continúa', failed: 'detenido' },
  captions: 'Problemas en los subtítulos',
  track: 'Pista',
  problems: 'Qué hay de extraño',
  open: 'Abrir',
  openTrack: (title) => `Abrir los subtítulos de ${title}`,
  version: (n) => `versión ${String(n)}`,
  missing: 'Falta un idioma',
  lacks: { en: 'falta el inglés', es: 'falta el español' },
  fields: {
    title: 'título',
    summary: 'resumen',
    description: 'descripción',
    place: 'lugar',
    thanks: 'agradecimientos',
    bio: 'biografía',
    office: 'cargo',
    note: 'nota',
    text: 'texto',
    fullText: 'texto completo',
    outcome: 'resultado',
    name: 'nombre'
  },
  andMore: (n) => plural('es', n, { one: 'y uno más', many: 'y # más', other: 'y # más' }),
  drafts: 'Borradores',
  submitted: 'En espera de revisión',
  scheduled: 'Programados',
  edited: (when) => `editado: ${when}`,
  goesOut: (when) => `se publica: ${when}`,
  changes: 'Cambios recientes',
  wholeLog: 'Todo el registro',
  none: 'Ninguno.',
  inbox: {
    title: 'Buzón',
    lead: 'Lo que las personas lectoras le dijeron al archivo. Solo se ve en la mesa de trabajo; lo que piden quienes aparecen va primero.',
    none: 'No hay nada en espera.',
    about: 'Sobre',
    when: 'Cuándo',
    answer: 'Responder a',
    noAnswer: 'no pide respuesta',
    toPassage: 'Abrir los subtítulos en ese punto',
    outcome: 'Qué se hizo',
    close: 'Resuelto',
    reopen: 'Aún no está resuelto',
    closed: 'Resueltos hace poco',
    by: (name, when) => `${name}, ${when}`,
    waiting: 'En espera'
  },
  log: {
    title: 'Registro de cambios',
    lead: 'Quién hizo qué y cuándo. De aquí nunca se quita nada.',
    who: 'Quién',
    what: 'Qué',
    toWhat: 'A qué',
    when: 'Cuándo (UTC)',
    details: 'Detalles',
    everybody: 'Todas las personas',
    everything: 'Todo',
    from: 'Desde',
    until: 'Hasta',
    object: 'Identificador',
    filter: 'Mostrar',
    csv: 'Guardar como CSV',
    none: 'Nada coincide.',
    older: 'Más antiguos',
    newer: 'Más recientes',
    gone: 'alguien que ya no está',
    areas: {
      event: 'Actividades',
      series: 'Series',
      recording: 'Grabaciones',
      person: 'Personas',
      organization: 'Organizaciones',
      page: 'Páginas',
      organizer: 'Cuentas',
      archive: 'El archivo mismo',
      report: 'Buzón',
      import: 'Importaciones',
      captions: 'Subtítulos',
      upload: 'Archivos subidos'
    }
  },
  settings: {
    title: 'El archivo mismo',
    lead: 'Lo que el archivo dice de sí, en cada página y en cada canal.',
    name: 'Nombre',
    shortName: 'Nombre corto',
    shortHint: 'Para pestañas, canales y citas.',
    tagline: 'En una línea',
    description: 'Descripción',
    license: 'Derechos de los textos',
    contact: 'Cómo escribirle',
    responsible: 'Quién responde por él',
    email: 'Dirección para quienes leen',
    reviewed: 'Alguien del equipo leyó todos los textos: quitar el aviso que dice lo contrario',
    save: 'Guardar',
    saved: 'Guardado. Ya se ve en el sitio.'
  }
};
