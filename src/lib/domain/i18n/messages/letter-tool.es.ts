import type { LetterToolMessages } from '#lib/domain/i18n/messages/letter-tool.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

const words = (n: number) => plural('es', n, { one: '# palabra', many: '# de palabras', other: '# palabras' });

export const letterTool: LetterToolMessages = {
  title: 'Escriba aquí su carta',
  lead: 'Nada sale de su navegador. No hay ningún formulario que enviar: la carta se queda en esta página hasta que usted la copie, la imprima, la guarde o la abra en su propio programa de correo.',
  noScript:
    'La herramienta necesita JavaScript. Más abajo está el modelo como texto: selecciónelo y cópielo, imprima esta página o descárguelo.',
  version: 'Modelo',
  language: 'Idioma de la carta',
  languages: { en: 'inglés', es: 'español' },
  limit: 'Límite de palabras del periódico',
  noLimit: 'Sin límite',
  limitOf: words,
  blanks: 'Datos por completar',
  optional: 'opcional',
  private: 'solo para el periódico, no para publicar',
  text: 'Texto de la carta',
  textHelp: 'Cambie lo que quiera. Lo que está entre corchetes se completa con los datos de arriba.',
  preview: 'Su carta',
  words: (used, limit) => (limit === null ? words(used) : `${String(used)} de ${words(limit)}`),
  left: (n) => plural('es', n, { one: 'Queda # palabra', many: 'Quedan # de palabras', other: 'Quedan # palabras' }),
  over: (n) => plural('es', n, { one: 'Sobra # palabra', many: 'Sobran # de palabras', other: 'Sobran # palabras' }),
  wordsUsed: 'Palabras usadas',
  open: (list) => `Falta completar: ${list}.`,
  ready: 'Todos los datos están completos.',
  facts: 'Datos que puede agregar',
  add: 'Agregar a la carta',
  inserted: 'Se agregó después del párrafo en que estaba',
  isIn: 'Está en su carta',
  quotes: 'Citas de su bibliografía',
  noQuotes: 'Todavía no ha reunido citas. Busque un pasaje, elija «Agregar a mi bibliografía» y vuelva a esta página.',
  find: 'Buscar un pasaje',
  quoted: (text, source) => `«${text}» ${source}`,
  fact: (text, source) => `${text} (${source})`,
  asOf: (year) => `datos de ${year}`,
  copy: 'Copiar la carta',
  copied: 'Copiada',
  mail: 'Abrir en mi correo',
  subject: 'Carta a la redacción',
  print: 'Imprimir',
  save: 'Guardar como texto',
  again: 'Empezar de nuevo',
  download: 'Descargar este modelo como texto'
};
