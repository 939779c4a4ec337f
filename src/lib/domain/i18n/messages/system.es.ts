import type { SystemMessages } from '#lib/domain/i18n/messages/system.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const system: SystemMessages = {
  title: 'Sistema',
  lead: 'Cómo está la máquina y cuándo se hizo la última copia y la última revisión del archivo.',
  attention: 'Alguien tiene que ver esto',
  more: 'Qué hacer',
  tellAnAdmin: 'Por favor, avise a quien administra el archivo.',
  allWell: 'Por ahora no hay nada que atender.',
  warnings: {
    'disk-full': {
      text: 'El disco está lleno. No se puede subir ni guardar nada.',
      todo: 'Libere espacio en el disco de la carpeta de datos o pase el archivo a uno más grande. El trabajo pendiente sigue por sí solo.'
    },
    'disk-low': {
      text: 'El disco está casi lleno.',
      todo: 'Libere espacio antes de la próxima subida. Un buen lugar para empezar son las copias viejas en el mismo disco.'
    },
    'files-wrong': {
      text: 'Hay archivos guardados que ya no son lo que eran.',
      todo: 'Están en la lista de abajo. Tómelos de una copia de seguridad: allí tienen la misma ruta. Después ejecute «acervo verify».'
    },
    'files-unread': {
      text: 'Hace tres días que no se comparan los archivos guardados con sus huellas.',
      todo: 'El servidor lo hace cada día por sí solo. Vea si sus tareas avanzan, o ejecute «acervo verify».'
    },
    'backup-missing': {
      text: 'No hay ninguna copia de seguridad de este archivo.',
      todo: 'Ejecute «acervo backup» con una carpeta en otro disco y deje que el sistema lo haga cada noche.'
    },
    'backup-late': {
      text: 'La última copia de seguridad es vieja.',
      todo: 'Vea por qué no se hizo la copia de la noche y ejecute «acervo backup» a mano ahora.'
    },
    'backup-incomplete': {
      text: 'A la última copia le faltan archivos que en el propio archivo se perdieron o cambiaron.',
      todo: 'Ejecute «acervo verify», tome esos archivos de una copia anterior y haga otra copia.'
    },
    'queue-stuck': {
      text: 'Hay trabajo pendiente y nadie lo hace.',
      todo: 'Reinicie el servidor. Si vuelve a pasar, su registro dice por qué.'
    },
    'jobs-failed': {
      text: 'Algunas tareas fallaron sin remedio.',
      todo: 'Abra la grabación a la que pertenecen: dice qué salió mal y permite intentarlo otra vez.'
    }
  },
  disk: 'Disco',
  free: (free, total) => `${free} libres de ${total}`,
  forVideo: (hours) =>
    `Según lo que ocupan las grabaciones de aquí, alcanza para cerca de ${plural('es', hours, { one: '# hora', many: '# horas', other: '# horas' })} más.`,
  queue: 'Tareas lentas',
  waiting: (n) => plural('es', n, { one: '# tarea espera', many: '# tareas esperan', other: '# tareas esperan' }),
  running: (n) => plural('es', n, { one: '# está en curso', many: '# están en curso', other: '# están en curso' }),
  failed: (n) =>
    plural('es', n, { one: '# falló este mes', many: '# fallaron este mes', other: '# fallaron este mes' }),
  backup: 'Última copia de seguridad',
  never: 'Nunca.',
  backupHow: 'En la máquina: acervo backup CARPETA. La página sobre la operación dice cómo hacerlo cada noche.',
  backupFiles: (n) =>
    plural('es', n, { one: '# archivo nuevo', many: '# archivos nuevos', other: '# archivos nuevos' }),
  complete: 'completa',
  notComplete: 'incompleta',
  fixity: 'Última revisión de los archivos guardados',
  fixityFound: (changed, missing, untracked) =>
    `${String(changed)} cambiados, ${String(missing)} perdidos, ${String(untracked)} que no pertenecen a nada`,
  fixityHow: 'El servidor lee una parte cada día. Todos de una vez: acervo verify.',
  wrongFiles: 'Archivos que ya no son lo que eran',
  wrongFile: { changed: 'cambió', missing: 'falta' },
  ofRecording: 'Grabación',
  file: 'Archivo',
  state: 'Estado',
  versions: 'Versiones',
  program: 'Programa',
  database: 'Base de datos',
  migrations: (n) =>
    plural('es', n, { one: '# cambio de forma', many: '# cambios de forma', other: '# cambios de forma' }),
  noFfmpeg: 'no está instalado: lo que se suba espera hasta que esté',
  demo: 'Esto es una demostración en una sola máquina. Nada de lo que hay aquí se conserva.'
};
