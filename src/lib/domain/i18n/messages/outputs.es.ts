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
  notInCalendar: (count) => `No figuran en el archivo de calendario porque no se conoce su día: ${count}.`,
  recording: 'Grabación'
};
