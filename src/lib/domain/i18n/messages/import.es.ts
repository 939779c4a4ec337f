import type { ImportProblem, ImportProblemCode } from '#lib/domain/import/problems.ts';

type Data = ImportProblem['data'];

const kinds: Record<string, string> = {
  organization: 'ninguna organización',
  institution: 'ninguna institución',
  person: 'ninguna persona',
  topic: 'ningún tema',
  series: 'ninguna serie',
  event: 'ninguna actividad',
  recording: 'ninguna grabación',
  image: 'ninguna imagen',
  notice: 'ningún aviso',
  resource: 'ningún recurso',
  campaign: 'ninguna campaña',
  demand: 'ninguna demanda',
  letterTemplate: 'ninguna carta modelo',
  document: 'ningún documento'
};
const wanted: Record<string, string> = {
  text: 'un texto',
  number: 'un número',
  'yes-no': 'true o false',
  list: 'una lista, con «- » en cada línea',
  group: 'un grupo de claves'
};
const meant = ({ meant: word }: Data) => (word === undefined ? '' : ` ¿Quiso decir «${word}»?`);

/** Qué está mal y qué hacer. */
export const es = {
  'folder-missing': (d) =>
    `No existe la carpeta «${d.folder}». Revise cómo está escrita y desde dónde se ejecuta el comando.`,
  'nothing-found': () =>
    'Aquí no hay nada que importar. La carpeta debe contener un archive.yaml o sus secciones; véase docs/importing.md.',
  'unknown-file': (d) =>
    `Este archivo no forma parte del formato.${meant(d)} Cámbiele el nombre o llévelo a otro lugar.`,
  'two-files-for-one': (d) => `«${d.section}» ya está en ${d.first}. Deje solo uno de los dos.`,
  'file-too-large': (d) => `Ocupa más de ${d.mebibytes} MB. Divídalo: un archivo por sección o uno por entrada.`,
  'not-utf8': () => 'No está en UTF-8. Guarde el archivo como UTF-8.',
  'bad-file-name': (d) =>
    `«${d.name}» no es un nombre dentro de la carpeta. Escríbalo sin «..», sin unidad, sin barra inicial y sin dirección.`,
  'file-missing': (d) =>
    `No hay ningún archivo «${d.name}» junto a este ni en ${d.folders}. Agréguelo o indique también su carpeta en el comando.`,
  'file-outside': (d) => `«${d.name}» lleva fuera de las carpetas que se importan. Copie el archivo en una de ellas.`,
  'file-kind': (d) => `«${d.name}» no es ${d.wanted ?? 'un archivo normal'}. Compruebe que sea el archivo correcto.`,
  'file-empty': () => 'El archivo está vacío. Complételo o quítelo.',
  'yaml-syntax': (d) =>
    `Esto no es YAML: ${d.text}. Los textos que llevan dos puntos, «#» o comillas al inicio van entre comillas.`,
  'yaml-duplicate-key': (d) => `«${d.key}» aparece dos veces en el mismo grupo. Quite una.`,
  'yaml-key': () => 'Una clave debe ser una sola palabra.',
  'yaml-tag': (d) => `La etiqueta «${d.tag}» no forma parte del formato. Quítela.`,
  'yaml-alias': (d) => `Antes de «*${d.alias}» no hay ningún «&${d.alias}». Revise el nombre.`,
  'yaml-too-deep': () => 'Hay demasiados grupos unos dentro de otros. Revise la sangría.',
  'yaml-too-large': () =>
    'Los alias se convierten en más valores de los que caben en un archivo. Escriba las partes o divida el archivo.',
  'unknown-key': (d) => `El formato no tiene aquí ninguna clave «${d.key}».${meant(d)}`,
  'missing-key': (d) => `Falta «${d.key}». Agréguela.`,
  'wrong-type': (d) =>
    `Aquí va ${wanted[String(d.wanted)] ?? 'un texto'}${d.value === undefined ? '' : `, no ${d.value}`}. Cámbielo.`,
  'not-one-of': (d) => `«${d.value}» no es ninguno de estos valores: ${d.allowed}.${meant(d)}`,
  'bad-id': (d) => `«${d.value}» no puede ser un identificador. Use minúsculas de la a a la z, cifras y guiones.`,
  'bad-slug': (d) =>
    `«${d.value}» no puede formar parte de una dirección. Use minúsculas de la a a la z, cifras y guiones sueltos, sin tildes.`,
  'bad-code': (d) => `«${d.value}» no puede ser un código. Use minúsculas de la a a la z, cifras y «_».`,
  'bad-placeholder': (d) =>
    `«${d.value}» no puede ser un espacio para completar. Use minúsculas de la a a la z, cifras y «_».`,
  'bad-date': (d) => `«${d.value}» no es una fecha. Escriba 2020-04-16, 2020-04 o 2020.`,
  'bad-day': (d) => `«${d.value}» no es un día. Escríbalo así: 2020-04-16.`,
  'bad-time': (d) => `«${d.value}» no es una hora. Escríbala así, entre comillas: "18:30".`,
  'bad-time-zone': (d) => `«${d.value}» no es una zona horaria. Escríbala así: America/Guatemala.`,
  'bad-duration': (d) => `«${d.value}» no es una duración. Escriba "1:02:03", "4:13" o los segundos.`,
  'bad-language': (d) => `«${d.value}» no es un código de idioma. Escriba es, en, quc o es-419.`,
  'bad-address': (d) => `«${d.value}» no es una dirección web. Debe comenzar con https:// o http://.`,
  'bad-email': (d) => `«${d.value}» no es una dirección de correo. Complétela o escriba null.`,
  'bad-rights': (d) =>
    `«${d.value}» no es una licencia. Escriba un nombre de SPDX como CC-BY-4.0, una dirección de rightsstatements.org o not_cleared.`,
  'date-precision': () =>
    'La fecha es más larga o más corta de lo que dice su precisión. Un día tiene año, mes y día; una estación o un año, solo el año; «unknown», ningún valor.',
  'time-needs-zone': () => 'Una hora necesita la fecha completa y time_zone.',
  'empty-text': () => 'Este texto está vacío. Si no se conoce, escriba null.',
  'empty-list': () => 'Esta lista está vacía. Quite la clave.',
  'one-line': () => 'Esto debe ocupar una sola línea.',
  'too-long': () => 'Es más largo de lo permitido. Acórtelo.',
  'no-language': () => 'El texto no tiene ni «en» ni «es». Escriba al menos uno.',
  'control-character': () => 'En este texto hay un carácter de control invisible. Escríbalo de nuevo.',
  'wrong-format': (d) =>
    `Este programa lee el formato ${d.allowed}, no ${d.value}. Actualice el programa o el archivo.`,
  'duplicate-id': (d) => `El identificador «${d.id}» ya está en ${d.first}. Cambie uno de los dos.`,
  'unknown-reference': (d) =>
    `No hay ${kinds[String(d.kind)] ?? d.kind} con el identificador «${d.id}», ni en estos archivos ni en el archivo.${meant(d)}`,
  'slug-reserved': (d) => `«${d.slug}» es una palabra que usan las propias direcciones. Elija otra.`,
  'slug-taken': (d) => `La dirección «${d.slug}» pertenece a «${d.other}». Elija otra.`,
  'link-twice': (d) => `«${d.id}» aparece dos veces como ${d.role}. Quite una.`,
  'no-default-source': (d) =>
    `No se dice en qué documento está «${d.text}». Indique default_source en meta o escriba documento:${d.text}.`,
  'unknown-document': (d) =>
    `«${d.text}» nombra un documento que no está en «documents». Agréguelo o corrija el nombre.`,
  'id-not-file-name': (d) =>
    `El identificador es «${d.id}», pero el archivo o su carpeta se llama «${d.name}». Deben ser iguales.`,
  'status-differs': (d) =>
    `El estado es «${d.status}», pero la última entrada del historial dice «${d.last}». Deben ser iguales.`,
  'scheduled-needs-start': () =>
    'Una actividad con estado «scheduled» necesita el día en que comienza. Agregue date.value o use «planned».',
  'rescheduled-needs-previous-start': () => 'Si la fecha cambió, se conserva la anterior. Agregue previous_start.',
  'ends-before-start': () => 'El final es anterior al comienzo. Corrija uno de los dos.',
  'series-differs': (d) =>
    `La actividad «${d.event}» no nombra la serie «${d.series}». Agregue «series: ${d.series}» a la actividad.`,
  'event-differs': (d) =>
    `La grabación «${d.recording}» no nombra la actividad «${d.event}». Agregue «event: ${d.event}» a la grabación.`,
  'unknown-track': (d) => `Esta grabación no tiene ninguna pista «${d.id}».${meant(d)}`,
  'stand-in-mixed': () =>
    'Aquí hay material provisional junto a una grabación que ya se tiene. Quite lo marcado con stand_in.',
  'held-without-file': () =>
    'El archivo tiene esta pista, pero no se indica el fichero. Agregue «file» o escriba held: false.',
  'unknown-domain': (d) => `El glosario no tiene ningún ámbito «${d.domain}».${meant(d)}`,
  'captions-unreadable': (d) => `«${d.name}» no es un archivo de subtítulos. Use WebVTT, SRT, SBV o una transcripción.`,
  'captions-without-times': (d) =>
    `«${d.name}» no tiene tiempos. Agregue [00:00:00] antes de lo que se dice o use subtítulos.`,
  'captions-without-cues': (d) => `«${d.name}» no contiene subtítulos. Compruebe que sea el archivo correcto.`,
  'captions-too-many-cues': (d) =>
    `«${d.name}» tiene ${d.count} subtítulos; una pista puede tener ${d.most}. Divida la grabación.`,
  'playlist-outside': (d) =>
    `La lista «${d.name}» nombra «${d.target}», que no está en su carpeta. La carpeta HLS debe estar completa.`
} satisfies Record<ImportProblemCode, (data: Data) => string>;
