import type { CorpusMessages } from '#lib/domain/i18n/messages/corpus.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const corpus: CorpusMessages = {
  title: 'Corpus para la investigación',
  lead: 'Todos los textos publicados del archivo en un solo archivo ZIP: WebVTT, texto simple y JSON Lines, con la licencia de cada texto y un diccionario de datos.',
  contents: (recordings, texts, cues) =>
    `${plural('es', recordings, { one: '# grabación', many: '# de grabaciones', other: '# grabaciones' })}, ${plural('es', texts, { one: '# texto', many: '# de textos', other: '# textos' })}, ${cues} subtítulos.`,
  nothing:
    'Con esta selección no hay nada que descargar: ninguno de sus textos tiene permiso para usarse en otro lugar.',
  clearedOnly:
    'Contiene solo los textos cuyos derechos permiten que otras personas los usen. Los demás se pueden leer aquí, y se puede pedir permiso a sus titulares.',
  standInsOnly:
    'Todavía no hay permiso para ningún texto de una grabación real. Puede incluir el material provisional, cuyas palabras se escribieron para este archivo.',
  narrow: 'Qué debe contener',
  language: 'Idioma del texto',
  year: 'Año',
  event: 'Actividad',
  series: 'Serie o gira',
  everything: 'Todo',
  standIns: 'Incluir el material provisional. No es lo que se dijo en los seminarios web.',
  count: 'Ver de qué se trata',
  download: 'Descargar (ZIP)',
  inside: 'Qué contiene',
  unpacked:
    'El archivo va sin comprimir, para poder enviarse mientras se escribe. El texto comprimido ocupa cerca de la cuarta parte.',
  files: {
    readme: 'cuándo se hizo, de dónde procede y qué contiene',
    dictionary: 'cada archivo y cada campo',
    recordings: 'una fila por grabación',
    texts: 'una fila por texto, con su licencia y quién tiene los derechos',
    vtt: 'subtítulos con sus tiempos y quién habla',
    txt: 'una transcripción para leer, por persona',
    jsonl: 'un subtítulo por línea, para programas'
  },
  documents: {
    readme: (archive, url, day, contents) =>
      `# ${archive}: corpus\n\nHecho el ${day} a partir de ${url}\n\n${contents}\n\n## Licencia\n\nCada texto tiene su propia licencia: columna «licence» de texts.csv (un identificador SPDX o una dirección de rightsstatements.org); al lado, quién tiene los derechos. No hay una licencia para el conjunto.\n\nEl material provisional (columna «stand_in») no son grabaciones de las actividades: una voz sintética lee palabras escritas para el archivo. No lo cite como si se hubiera dicho.\n\nLos nombres de quienes hablan figuran como cada persona lo permitía en la fecha indicada. Pida una copia nueva antes de publicar nombres.\n\nLos identificadores son UUID: ${url}/id/<UUID> encuentra el objeto, en este archivo y en cualquier otro que lo haya recibido.\n`,
    dictionary: `# Diccionario de datos\n\nTodos los archivos están en UTF-8. Los CSV siguen la RFC 4180 y llevan marca de orden de bytes; una celda que una hoja de cálculo tomaría por fórmula empieza con un apóstrofo que no es parte del texto. Los tiempos son milisegundos enteros desde el comienzo de la grabación.\n\n## recordings.csv\n\n| campo | significado |\n| --- | --- |\n| recording | UUID de la grabación |\n| id | su nombre dentro del archivo; carpeta dentro de texts/ |\n| title_en, title_es | título; vacío si no lo hay en ese idioma |\n| date | ISO 8601, tan exacta como se conoce: 2020-06-10, 2020-06, 2020 |\n| event | UUID de la actividad; vacío si no pertenece a ninguna |\n| event_title | título de la actividad, en inglés si lo hay |\n| series | UUID de la serie o gira |\n| duration_ms | duración |\n| stand_in | true: no es la grabación misma |\n| url | página |\n\n## texts.csv\n\n| campo | significado |\n| --- | --- |\n| recording | UUID de la grabación |\n| track | nombre del texto dentro de su grabación |\n| language | etiqueta BCP 47 |\n| kind | captions, subtitles, descriptions, transcript |\n| role | de quién son las palabras: original, interpretation, translation, mixed, description, unknown |\n| version | número de la versión; cada corrección hace una nueva |\n| published | día en que se publicó la versión |\n| cues | cantidad de subtítulos |\n| stand_in | true: no es lo que se dijo |\n| licence | identificador SPDX o dirección de una declaración de derechos |\n| rights_holder | quién tiene los derechos |\n| files | ruta sin su terminación |\n\n## texts/RECORDING/TRACK.jsonl\n\nUn objeto JSON por línea y una línea por subtítulo, en el orden de los subtítulos.\n\n| campo | significado |\n| --- | --- |\n| recording, track, version | como arriba |\n| standIn | true: no es lo que se dijo |\n| n | número del subtítulo, desde 1 |\n| startMs, endMs | tiempo en la grabación |\n| language | de este subtítulo |\n| voice | de quién son las palabras: original, interpretation, translation, unknown |\n| speaker | nombre, como se puede mostrar; null: no se conoce o no se debe mostrar |\n| text | las palabras, sin marcas; un salto de línea separa los renglones del subtítulo |\n\n## texts/RECORDING/TRACK.vtt y .txt\n\nWebVTT tal como se publicó, con los nombres que se pueden mostrar; y las mismas palabras en párrafos por persona, cada uno con su tiempo.\n`
  }
};
