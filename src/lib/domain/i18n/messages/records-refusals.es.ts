import type { RefusalWords } from '#lib/domain/i18n/messages/refusals.en.ts';

export const recordRefusals: RefusalWords = {
  'records.step': () => 'Otra persona cambió el estado entretanto. Vea cómo está ahora.',
  'records.schedule-past': () => 'Elija un momento que todavía no haya pasado.',
  'records.no-consent': () =>
    'Esta persona no ha aceptado que se la nombre. Pregúntele primero y anote su consentimiento, o póngale otro nombre.',
  'records.waiting-differs': () =>
    'Los cambios en espera tocan un campo que cambió después. Abra el formulario, compare y guárdelo de nuevo.',
  'records.not-by-name': () => 'Esto no se puede crear desde aquí. Abra otra pestaña y agréguelo allí.',
  'protect.no-pseudonym': () => 'Escriba el otro nombre en los dos idiomas: estará donde estaba el nombre.',
  'records.bad-name': () => 'Este nombre no sirve. Escríbalo en una sola línea, sin marcas invisibles.',
  'images.missing': () => 'Elija el archivo de una imagen.',
  'images.kind': () => 'Este archivo no se pudo leer como imagen. Use JPEG, PNG, WebP, GIF o AVIF.',
  'images.broken': () =>
    'Esta imagen está dañada o incompleta. Ábrala en otro programa, guárdela de nuevo y elija ese archivo.',
  'images.too-large': () => 'La imagen pasa de 25 MB o de 50 millones de puntos. Redúzcala y elíjala de nuevo.',
  'images.busy': () => 'Se están preparando varias imágenes. Elíjala de nuevo dentro de un minuto.',
  'records.not-restored': () => 'Esta versión apunta a cosas que ya no están, así que no se restauró.'
};
