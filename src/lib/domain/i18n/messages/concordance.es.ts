import type { ConcordanceMessages } from '#lib/domain/i18n/messages/concordance.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const concordance: ConcordanceMessages = {
  title: 'Palabras en contexto',
  titleOf: (query) => `«${query}» en contexto`,
  link: 'Palabras en contexto y recuentos',
  back: 'Volver a los resultados',
  feeds: { rss: 'Seguir esta búsqueda (RSS)', atom: 'Atom' },
  feedTitle: (query, archive) => `Búsqueda «${query}» · ${archive}`,
  occurrences: (n, figures) =>
    plural('es', n, {
      one: `${figures} aparición`,
      many: `${figures} de apariciones`,
      other: `${figures} apariciones`
    }),
  all: 'Son todas.',
  most: (read, total) =>
    `Solo se leyeron los primeros ${read} pasajes de ${total}, en el orden de la búsqueda. Acote la búsqueda para verlos todos.`,
  none: 'No se encontró nada con estas palabras.',
  noQuery:
    'Busque primero una palabra. Después podrá ver aquí cada lugar en que se dijo, con las palabras que la rodean.',
  order: 'Orden',
  orders: {
    place: 'como se encontraron',
    left: 'por las palabras anteriores',
    right: 'por las palabras siguientes',
    word: 'por la palabra encontrada'
  },
  sort: 'Ordenar',
  columns: { left: 'Antes', word: 'Encontrado', right: 'Después', source: 'Dónde' },
  counts: 'Recuentos',
  countsOf: { events: 'Por actividad', years: 'Por año', speakers: 'Por persona', languages: 'Por idioma' },
  countsNote: 'Apariciones, contadas en los renglones de esta vista. Lo que no se conoce no se cuenta.',
  table: 'Lo mismo en una tabla',
  value: 'Valor',
  count: 'Apariciones',
  chart: (of, top) => `Gráfico de barras. ${of}. La mayor: ${top}.`,
  more: (n) =>
    plural('es', n, { one: 'y # más en la tabla', many: 'y # de más en la tabla', other: 'y # más en la tabla' })
};
