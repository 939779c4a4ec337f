import type { SearchMessages } from '#lib/domain/i18n/messages/search.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const search: SearchMessages = {
  title: 'Buscar',
  titleOf: (query, total) => `${query}: ${total}`,
  label: 'Busque cualquier palabra que se haya dicho',
  lead: 'Se busca en español y en inglés a la vez. Las tildes no importan; la ñ sí.',
  moments: (n) => plural('es', n, { one: '# momento', many: '# de momentos', other: '# momentos' }),
  inRecordings: (n) =>
    plural('es', n, { one: 'en # grabación', many: 'en # de grabaciones', other: 'en # grabaciones' }),
  narrow: 'Acotar los resultados',
  update: 'Actualizar los resultados',
  filters: {
    languages: 'Palabras halladas en',
    voices: 'Voz',
    speakers: 'Quién habla',
    series: 'Serie',
    years: 'Año'
  },
  voice: {
    original: 'Original',
    interpretation: 'Interpretación',
    translation: 'Traducción posterior',
    unknown: 'Se desconoce'
  },
  voiceOf: {
    original: 'original',
    interpretation: 'interpretación',
    translation: 'traducción',
    unknown: 'no se sabe de quién es la voz'
  },
  order: 'Orden',
  orders: { best: 'Los mejores primero', newest: 'Los más recientes primero', oldest: 'Los más antiguos primero' },
  csv: (size) => `CSV, unos ${size}`,
  json: (size) => `JSON, unos ${size}`,
  alsoSearched: 'También se buscó, según el glosario del archivo:',
  leaveOut: (word) => `No buscar ${word}`,
  byWordList: 'Aparece por el glosario.',
  notMeant: (word) => `Buscar sin «${word}»`,
  play: (time) => `Reproducir desde ${time}`,
  around: 'Lo que se dijo antes y después',
  cite: 'Citar este pasaje',
  noSpeaker: 'No se nombra a quien habla',
  standIn: 'Grabación provisional.',
  permanent: 'Esta dirección conserva los resultados:',
  incomplete: 'Todavía se están incorporando grabaciones. Dentro de un minuto puede haber más.',
  pageOf: (page) => `página ${page}`,
  besides: 'También en el archivo',
  kinds: {
    recording: 'Grabación',
    person: 'Persona',
    organization: 'Organización',
    event: 'Actividad',
    page: 'Página'
  },
  notices: {
    'quote-not-closed': 'Faltó cerrar unas comillas; las palabras que siguen se tomaron como una sola frase.',
    'or-without-words': 'OR va entre dos palabras; aquí faltaba una, así que no se tuvo en cuenta.',
    'or-with-exclusion': 'OR delante de una palabra con signo menos no significa nada; la palabra se excluyó.',
    'star-ignored': 'El asterisco solo sirve al final de una palabra: deport*',
    'only-excluded': 'Las palabras con signo menos quitan momentos. Agregue una palabra que quiera encontrar.'
  },
  filterAsWords: (filter) => `No se entendió «${filter}:» y se buscó como palabras.`,
  refused: {
    'query-too-long': {
      title: 'Es más de lo que se puede buscar de una vez.',
      help: 'Una búsqueda puede tener hasta 200 caracteres. Suele bastar la parte central de una oración, entre comillas.'
    },
    'too-many-terms': {
      title: 'Son más palabras de las que se pueden buscar de una vez.',
      help: 'Una búsqueda puede tener hasta 12 palabras o frases. Las palabras entre comillas cuentan como una.'
    },
    'prefix-too-short': {
      title: 'El comienzo de una palabra necesita al menos tres letras.',
      help: 'Con una o dos letras empiezan demasiadas palabras. Agregue una letra antes del asterisco: dep*'
    }
  },
  empty: {
    title: '¿Qué quisiera encontrar?',
    words: 'Cada palabra encuentra todas sus formas: desaparecido encuentra también desaparecidas.',
    phrase: 'Entre comillas, las palabras van una junto a otra: «tercer país seguro».',
    exclude: 'El signo menos deja fuera momentos: deportación -vuelos',
    prefix: 'El asterisco encuentra todas las palabras que empiezan así: deport*',
    or: 'OR acepta una palabra o la otra: asilo OR refugio',
    filter: 'idioma:es, año:2020 y habla:"…" acotan la búsqueda.'
  },
  none: {
    label: 'Ningún momento',
    searched: (n) =>
      plural('es', n, {
        one: 'Se buscó en # grabación',
        many: 'Se buscó en # de grabaciones',
        other: 'Se buscó en # grabaciones'
      }),
    title: (query) => `Nadie dice «${query}» en estas grabaciones.`,
    titleMany: (query) => `Ningún momento tiene todo esto: ${query}`,
    tilde:
      'La n y la ñ son letras distintas, y el archivo no las confunde. Las tildes no cambian una búsqueda; la ñ, sí.',
    plain: 'Las tildes no cambian una búsqueda, y cada palabra encuentra también sus otras formas.',
    tryThis: 'Qué puede probar',
    withTilde: 'Pruebe con ñ en lugar de n, o al revés',
    similar: 'Palabras parecidas que están en el archivo',
    otherLanguage: 'Buscar en los dos idiomas',
    otherLanguageHelp: 'Se buscó en un solo idioma.',
    wholeArchive: 'Buscar sin los filtros',
    wholeArchiveHelp: 'Los filtros dejaron fuera algunos resultados.',
    prefix: 'Buscar por el comienzo de la palabra',
    prefixHelp: (prefix) => `${prefix} encuentra también palabras más largas`,
    fewer: 'Buscar cualquiera de las palabras',
    fewerHelp: 'OR entre las palabras encuentra los momentos que tienen alguna',
    search: (word) => `Buscar ${word}`
  },
  otherLetter: 'La n y la ñ son letras distintas. También puede buscar:',
  suggestions: (n) =>
    plural('es', n, {
      one: '# sugerencia. Flecha abajo para elegir.',
      many: '# de sugerencias. Flecha abajo para elegir.',
      other: '# sugerencias. Flecha abajo para elegir.'
    })
};
