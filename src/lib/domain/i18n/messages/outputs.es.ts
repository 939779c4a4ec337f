import { plural } from '#lib/domain/i18n/plural.ts';
import type { OutputMessages } from '#lib/domain/i18n/messages/outputs.en.ts';

export const outputs: OutputMessages = {
  feeds: {
    all: (archive) => archive,
    events: (archive) => `Actividades · ${archive}`,
    series: (series, archive) => `${series} · ${archive}`,
    podcast: (archive, language) => `${archive}: grabaciones en ${language}`,
    calendar: 'Calendario',
    rss: 'Canal RSS',
    atom: 'Canal Atom'
  },
  when: (date) => `Fecha: ${date}`,
  where: (place) => `Lugar: ${place}`,
  status: (status) => `Estado: ${status}`,
  reason: (reason) => `Motivo: ${reason}`,
  replacedBy: (title, url) => `En su lugar: ${title} ${url}`,
  partOf: (title) => `Forma parte de: ${title}`,
  online: 'En línea',
  standIn: 'material provisional, no el seminario web',
  calendar: {
    file: 'Archivo de calendario (ICS)',
    oneFile: 'Agregar a un calendario (ICS)',
    subscribe: 'Suscribirse desde un programa de calendario',
    feed: 'Canal RSS',
    undated: (n) =>
      plural('es', n, {
        one: '# actividad no figura en el archivo de calendario, porque no se conoce su día.',
        many: '# de actividades no figuran en el archivo de calendario, porque no se conoce su día.',
        other: '# actividades no figuran en el archivo de calendario, porque no se conoce su día.'
      })
  },
  podcast: {
    of: (language) => `Pódcast en ${language}`,
    ofStandIns: (language) => `Pódcast del material provisional en ${language}`
  },
  recording: 'Grabación'
};
