import type { EventMessages } from '#lib/domain/i18n/messages/events.en.ts';
import { formatNumber, plural } from '#lib/domain/i18n/plural.ts';

export const events = {
  title: 'Actividades',
  lead: 'Lo que se preparó, se realizó, cambió de lugar o se canceló. Nada sale de esta lista por no haberse realizado.',
  count: (n) => plural('es', n, { one: '# actividad', many: '# de actividades', other: '# actividades' }),
  none: 'Ninguna actividad corresponde a esta selección.',
  noneYet: 'Todavía no se ha publicado ninguna actividad.',
  showAll: 'Ver todas las actividades',
  filter: 'Mostrar',
  apply: 'Aplicar',
  filters: {
    all: 'Todas',
    upcoming: 'Próximas',
    past: 'Pasadas',
    cancelled: 'Canceladas',
    online: 'En línea'
  },
  kinds: {
    tour_stop: 'Parada de la gira',
    webinar: 'Seminario web',
    petition_delivery: 'Entrega de la petición',
    protest: 'Protesta',
    panel: 'Panel',
    talk: 'Charla',
    meeting: 'Reunión',
    screening: 'Proyección',
    other: 'Actividad'
  },
  status: {
    planned: 'En preparación',
    scheduled: 'Con fecha fijada',
    postponed: 'Se aplazó',
    rescheduled: 'Cambió de fecha',
    moved_online: 'Pasó a ser en línea',
    cancelled: 'Se canceló',
    held: 'Se realizó'
  },
  heldOnline: 'Se realizó en línea',
  attendance: { in_person: 'Presencial', online: 'En línea', mixed: 'Presencial y en línea' },
  banner: {
    label: 'Estado',
    cancelled: 'Se canceló',
    postponed: 'Se aplazó',
    moved_online: 'Pasó a ser en línea',
    rescheduled: 'Cambió de fecha',
    andReplaced: 'Se canceló y otra actividad ocupó su lugar',
    didNotTakePlace: 'No se realizó como estaba previsto.',
    to: 'Lo que se hizo en su lugar',
    newDate: (date) => `La nueva fecha es: ${date}.`,
    previously: (date) => `Antes estaba prevista para: ${date}.`
  },
  history: {
    title: 'Qué pasó',
    kept: 'Se conserva cada cambio de estado. No se borra ninguno.',
    previousStart: (date) => `Fecha prevista hasta entonces: ${date}.`,
    replacedBy: 'En su lugar',
    inferred: 'Lo deduce el archivo; la fuente no lo dice',
    none: 'No consta ningún cambio de estado.'
  },
  asPlanned: 'Como estaba previsto',
  facts: 'Los datos',
  where: 'Lugar',
  venue: 'Sede',
  when: 'Fecha',
  localTime: 'En su zona horaria',
  duration: 'Duración',
  onlinePlace: 'En línea en',
  kind: 'Tipo',
  partOf: 'Forma parte de',
  localHosts: 'Anfitriones locales',
  cost: 'Costo',
  spokenLanguages: 'Idiomas hablados',
  interpretation: 'Interpretación',
  captions: 'Subtítulos',
  signLanguage: 'Lengua de señas',
  stepFree: 'Acceso sin escalones',
  yes: 'Sí',
  no: 'No',
  contact: 'Contacto',
  attendanceUnknown: 'La fuente no dice si fue presencial o en línea.',
  howToAttend: 'Cómo participar',
  register: 'Inscribirse',
  join: 'Entrar en línea',
  about: 'Sobre esta actividad',
  people: 'Personas',
  organizations: 'Organizaciones',
  panel: {
    title: 'El panel',
    unnamed: (expected, named) =>
      named === 0
        ? plural('es', expected, {
            one: '# panelista, sin nombre en las fuentes.',
            many: '# de panelistas; las fuentes no dan ningún nombre.',
            other: '# panelistas; las fuentes no dan ningún nombre.'
          })
        : `Aquí figuran ${formatNumber('es', named)} de ${formatNumber('es', expected)} panelistas.`
  },
  roleWithoutName: 'Sin mostrar el nombre',
  sponsorsUnknown: 'Todavía no se sabe quiénes la patrocinaron.',
  thanks: 'Agradecimientos',
  recordings: 'Grabación',
  recordingsMany: 'Grabaciones',
  pictures: 'Imágenes',
  topics: 'Temas',
  resources: 'Materiales',
  figures: {
    title: 'Cifras',
    names: {
      signatures: 'firmas',
      participants: 'participantes',
      transferred: 'personas trasladadas',
      applied: 'solicitudes de asilo',
      'asylum-2018': 'personas pidieron asilo'
    }
  },
  linked: 'Enlazado en ambos sentidos',
  replacedBy: 'En su lugar',
  replaces: 'Ocupó el lugar de',
  belongsTo: 'Pertenece a',
  next: 'Siguiente de la serie',
  background: 'Antecedente: no es una actividad de la propia campaña.',
  titleByArchive: 'El título es del archivo; la fuente no da ninguno.',
  titleTranslated: 'Este título es una traducción del archivo.',
  missing: {
    day: 'El día no consta en las fuentes que tenemos.',
    dayAndVenue: 'El día y la sede no constan en las fuentes que tenemos.',
    time: 'La hora y la duración no constan en las fuentes que tenemos.',
    help: 'Si usted ayudó a organizarla y guardó un volante o un correo, su aviso puede llenar este vacío.'
  },
  series: {
    tour: 'Gira',
    series: 'Serie',
    stops: 'Las paradas',
    events: 'Las actividades',
    allCancelled: 'Se cancelaron todas las paradas',
    inOrder: 'En orden cronológico',
    count: (n) => plural('es', n, { one: '# parada', many: '# de paradas', other: '# paradas' }),
    untitled: 'La fuente no le da un título propio.',
    noDescription: 'Todavía no se ha escrito nada sobre ella.',
    watch: 'Ir a la grabación',
    thanks: 'Agradecimientos'
  },
  dates: {
    unknown: 'Sin fecha',
    dayNotRecorded: 'no consta el día',
    notBefore: (date, isDay) => `no antes ${isDay ? 'del' : 'de'} ${date}`,
    notAfter: (date, isDay) => `a más tardar ${isDay ? 'el' : 'en'} ${date}`,
    between: (from, to, isDay) => (isDay ? `entre el ${from} y el ${to}` : `entre ${from} y ${to}`),
    yearInferred: 'año deducido',
    inferred: 'deducido',
    seasons: {
      spring: (year) => `Primavera de ${year}`,
      summer: (year) => `Verano de ${year}`,
      autumn: (year) => `Otoño de ${year}`,
      winter: (year) => `Invierno de ${year}`
    }
  },
  comparison: {
    equal: (value) => value,
    more_than: (value) => `más de ${value}`,
    fewer_than: (value) => `menos de ${value}`,
    about: (value) => `alrededor de ${value}`
  }
} satisfies EventMessages;
