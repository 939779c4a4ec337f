import type { RecordingListMessages } from '#lib/domain/i18n/messages/recordings.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const recordings = {
  title: 'Grabaciones',
  lead: 'Véalas con subtítulos, léalas en dos idiomas o quédese solo con el sonido.',
  count: (n) => plural('es', n, { one: '# grabación', many: '# de grabaciones', other: '# grabaciones' }),
  none: 'Todavía no se ha publicado ninguna grabación.',
  standIn: 'Grabación provisional hasta que se cargue la verdadera',
  standInShort: 'provisional',
  notHeld: 'Todavía no está en este archivo',
  watch: 'Ver con subtítulos',
  open: 'Abrir la grabación',
  read: 'Leer la transcripción',
  languages: 'Idiomas'
} satisfies RecordingListMessages;
