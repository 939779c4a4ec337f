import type { QuoteMessages } from '#lib/domain/i18n/messages/quotes.en.ts';

export const quotes: QuoteMessages = {
  title: (recording) => `Cita de «${recording}»`,
  notFoundTitle: 'Cita',
  landed: {
    same: 'Las palabras figuran en los subtítulos tal como se citaron.',
    moved: (time) => `Las palabras figuran en los subtítulos tal como se citaron, ahora en ${time}.`,
    changed: (date) => (date ? `La redacción se cambió el ${date}.` : 'La redacción se cambió.'),
    removed: (date) =>
      date
        ? `Estas palabras se quitaron de los subtítulos el ${date}.`
        : 'Estas palabras se quitaron de los subtítulos.',
    was: 'Se citó así:',
    now: 'Ahora dice:'
  },
  withdrawn: {
    recording: 'La grabación de la que proceden estas palabras se retiró. La cita ya no se puede mostrar.',
    text: 'Los subtítulos de los que proceden estas palabras se retiraron. La cita ya no se puede mostrar.',
    standIn:
      'Estas palabras procedían de un material provisional. La grabación misma ocupó su lugar, y en ella nunca se dijeron.'
  },
  standIn: (date) =>
    date
      ? `Esto es material provisional, no el seminario web. Se hizo el ${date}; las palabras se escribieron para él.`
      : 'Esto es material provisional, no el seminario web. Las palabras se escribieron para él.',
  voice: {
    original: (language) => `${language}, original`,
    interpretation: (language) => `${language}, palabras de quien interpreta`,
    translation: (language) => `${language}, traducción del original`,
    unknown: (language) => `${language}; no consta de quién son estas palabras`
  },
  inOther: 'El mismo pasaje en otros idiomas',
  readOn: 'Seguir leyendo en la transcripción',
  play: 'Ver este pasaje',
  hear: 'Escuchar este pasaje',
  cite: 'Citar',
  embed: 'Para mostrarla en su propio sitio',
  inText: 'En el texto',
  files: 'Para gestores de referencias',
  identifier: 'Identificador',
  version: (version) => `Subtítulos, versión ${version}`,
  link: 'Enlace a esta cita',
  bar: {
    label: (range) => `Cita, ${range}`,
    copyQuote: 'Copiar la cita',
    copyLink: 'Copiar el enlace',
    copied: 'Copiado',
    page: 'Página de esta cita',
    close: 'Cerrar',
    failed:
      'No se encontraron estas palabras en un solo idioma de la transcripción. Seleccione un pasaje en un idioma.',
    tooLong: 'Es demasiado largo para una cita: 400 palabras como máximo.',
    lasts: 'El enlace sigue funcionando aunque después se corrijan los subtítulos.',
    interpretation: 'La referencia indica la interpretación, porque estas palabras son de quien interpreta.',
    translation: 'La referencia indica la traducción, porque estas palabras no son las de quien habla.',
    basket: { add: 'Agregar a mi bibliografía', added: 'Está en mi bibliografía', open: 'Abrirla' }
  }
};
