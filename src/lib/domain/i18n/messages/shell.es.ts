import type { ShellMessages } from '#lib/domain/i18n/messages/shell.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const shell = {
  siteName: 'Acervo',
  skip: 'Ir al contenido',
  mainNav: 'Principal',
  languages: 'Language / Idioma',
  youAreHere: 'Está usted aquí',
  archive: 'Archivo',
  nav: {
    recordings: 'Grabaciones',
    events: 'Actividades',
    people: 'Personas',
    search: 'Buscar',
    act: 'Participar',
    organizations: 'Organizaciones',
    campaign: 'La campaña',
    timeline: 'Cronología',
    sources: 'Fuentes',
    series: 'Series y giras'
  },
  foot: {
    responsible: (name) => `Responsable de este archivo: ${name}`,
    statement:
      'Aquí nadie le sigue el rastro. Sin cookies para quien lee, sin reproductores ni tipografías de terceros. Todas las páginas se leen sin JavaScript.',
    archive: 'El archivo',
    about: 'Acerca de',
    use: 'Cómo funciona',
    software: 'Publicado con Acervo, software libre para archivos pequeños',
    type: 'Tipografía: Literata y Atkinson Hyperlegible Next, OFL'
  },
  onlyIn: { en: 'por ahora solo en inglés', es: 'por ahora solo en español' },
  textFirst: {
    on: 'Primero el texto: sin imágenes, sin tipografías y sin programas.',
    off: 'Mostrar la página completa',
    link: 'Primero el texto, para gastar pocos datos'
  },
  languageNames: { en: 'inglés', es: 'español' },
  inArchiveWords:
    'Con palabras del archivo, a partir de la página de la campaña. El equipo organizador todavía no ha leído este texto.',
  origin: 'De dónde viene',
  quoted: (text) => `«${text}»`,
  credit: 'Crédito',
  source: 'Fuente',
  sources: 'Fuentes',
  lines: (list, n) => plural('es', n, { one: `línea ${list}`, many: `líneas ${list}`, other: `líneas ${list}` }),
  lineRange: (from, to) => `${from} a ${to}`,
  and: 'y',
  andBefore: (name) => (/^h?i(?!e)/i.test(name) ? 'e' : 'y'),
  leavesFor: (host) => `lleva fuera, a ${host}`,
  deadLink: (date) => `Ahí no responde nada desde el ${date}.`,
  archivedCopy: 'Copia guardada en otro sitio',
  notRecorded: 'No consta',
  all: 'Todas',
  page: (number, of) => `Página ${String(number)} de ${String(of)}`,
  pages: 'Páginas de esta lista',
  previous: 'Página anterior',
  next: 'Página siguiente',
  rights: {
    label: 'Derechos',
    notCleared: 'Sin aclarar todavía. Conviene preguntar antes de usarlo en otro lugar.',
    heldBy: 'de'
  },
  picture: 'Imagen',
  imageMissing: 'La imagen no está en el archivo',
  imageMissingHelp: 'Esto es lo que muestra. Si usted tiene el archivo de imagen, se puede añadir aquí.',
  textInImage: 'Texto que aparece en la imagen',
  standIn: 'Provisional',
  more: 'Más'
} satisfies ShellMessages;
