import type { BagMessages } from '#lib/domain/i18n/messages/bag.en.ts';

export const bag: BagMessages = {
  readmeName: 'LEAME.txt',
  language: 'Español',
  contents: 'Contenido',
  events: 'Actividades',
  people: 'Personas',
  recordings: 'Grabaciones',
  back: 'Volver al contenido',
  date: 'Fecha',
  place: 'Lugar',
  status: 'Estado',
  organizations: 'Organizaciones',
  history: 'Qué pasó',
  nameNotShown: 'aquí no se muestra el nombre',
  event: 'Actividad',
  transcript: 'Transcripción',
  noTranscript: 'No hay transcripción.',
  chapters: 'Capítulos',
  captions: 'Subtítulos, todas las versiones',
  version: (number, cues) => `versión ${number}, ${cues} ${cues === 1 ? 'subtítulo' : 'subtítulos'}`,
  current: 'la que ven quienes leen',
  media: 'Sonido e imágenes',
  partIn: 'Aparece en',
  rights: 'Derechos',
  rightsNotSaid: 'No se dice nada sobre los derechos. Pregunte antes de usarlo en otro lugar.',
  notCleared: 'Todavía sin aclarar. Pregunte antes de usarlo en otro lugar.',
  standIn: 'Esto es un material de relleno hecho por el archivo. No es la grabación.',
  identifier: 'Identificador',
  readme: (title, madeAt, all) => `${title}

Esta carpeta contiene ${all ? 'un archivo completo' : 'una parte de un archivo'} tal como estaba el ${madeAt}. Se puede leer sin el programa que la hizo.

Empiece por index.html: ábralo con cualquier navegador. No hace falta conexión.

  index.html       el contenido
  events/          una página por cada actividad
  people/          una página por cada persona nombrada
  recordings/      una página por cada grabación, con su transcripción
  captions/        los subtítulos, un archivo por cada versión, en WebVTT
  files/           sonido, imágenes y subtítulos tal como llegaron, sin tocar
  acervo/          lo mismo para programas: una línea de JSON por cada fila de una tabla

La carpeta que contiene a esta es una bolsa BagIt (RFC 8493, versión 1.0): manifest-sha256.txt guarda el SHA-256 de cada archivo, para que cualquiera pueda saber si alguno cambió. Cualquier programa de BagIt puede compararlos; también «acervo verify-bag».

Para volver a incorporarla a un archivo: acervo import CARPETA (la carpeta donde está bagit.txt).
`,
  readmePrivate: `Guárdela con cuidado. La carpeta acervo/ contiene también lo que nunca se publicó: borradores y nombres que no debían mostrarse. Las páginas muestran solo lo que el público podía ver. Entregue acervo/ y files/ únicamente a quienes vayan a cumplir estas promesas.
`,
  readmePublic: `Contiene solo lo que el público podía ver.
`,
  readmeRights: (license) => `Derechos

${license}
Cada página dice qué vale para ella. Donde dice «sin aclarar», pregunte antes de usarlo en otro lugar.
`
};
