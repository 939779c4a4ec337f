import { clockMs } from '#lib/domain/captions/clock.ts';
import type { CaptionMessages } from '#lib/domain/i18n/messages/captions.en.ts';
import { formatNumber } from '#lib/domain/i18n/plural.ts';

const seconds = (ms: string | number | undefined) => formatNumber('es', Number(ms ?? 0) / 1000);
const time = (ms: string | number | undefined) => clockMs(Number(ms ?? 0));
const quoted = (text: string | number | undefined) => `«${text ?? ''}»`;
const formats: Partial<Record<string, string>> = {
  vtt: 'WebVTT',
  srt: 'SRT',
  sbv: 'SBV',
  txt: 'una transcripción sin formato'
};
const format = (name: string | number | undefined) => formats[String(name)] ?? 'subtítulos';

export const captions = {
  problems: {
    'not-captions': (d) => `No se encontró ninguna línea de tiempos: este archivo no es ${format(d.format)}.`,
    'no-signature': (d) =>
      d.found
        ? `El archivo no empieza con WEBVTT; se leyó como ${format(d.found)}.`
        : 'El archivo no empieza con WEBVTT, así que no es WebVTT.',
    'wrong-extension': (d) =>
      `Por su nombre sería ${format(d.expected)}, pero el contenido es ${format(d.found)}: así se leyó.`,
    'no-cues': () => 'El archivo no contiene ningún subtítulo.',
    'invalid-utf8': () => 'Algunos bytes no son UTF-8 y se sustituyeron por �. Guarde el archivo de nuevo en UTF-8.',
    'not-utf8': (d) =>
      `WebVTT debe estar en UTF-8; este archivo se leyó como ${d.encoding}. Guárdelo de nuevo en UTF-8.`,
    'encoding-guessed': (d) => `El archivo no está en UTF-8; se leyó como ${d.encoding}. Revise los acentos.`,
    'nul-replaced': () => 'El archivo contiene caracteres NUL, que se sustituyeron por �.',
    'bad-timing': (d) => `La línea de tiempos no es válida: ${quoted(d.text)}. No se creó ningún subtítulo con ella.`,
    'block-ignored': (d) => `Este bloque no tiene línea de tiempos y no se muestra: ${quoted(d.text)}.`,
    'late-style': () =>
      'Un bloque STYLE después del primer subtítulo no tiene efecto. Páselo al principio del archivo.',
    'late-region': () =>
      'Un bloque REGION después del primer subtítulo no tiene efecto. Páselo al principio del archivo.',
    'text-before-first-cue': (d) => `El texto anterior a la primera línea de tiempos no se muestra: ${quoted(d.text)}.`,
    'lone-index': (d) => `El archivo termina con el número ${d.text}, sin subtítulo. Quizá esté cortado.`,
    'negative-time': () => 'Un tiempo menor que cero se cambió a cero.',
    'time-too-large': () => 'Un tiempo es demasiado grande y se cambió al mayor posible.',
    'bad-setting': (d) => `El ajuste ${quoted(d.setting)} no es válido y no tiene efecto.`,
    'unknown-region': (d) => `${quoted(d.setting)}: antes del subtítulo no hay ninguna región con ese nombre.`,
    reversed: (d) =>
      `El subtítulo termina (${time(d.endMs)}) antes de empezar (${time(d.startMs)}). No se muestra nunca.`,
    'no-duration': (d) =>
      `El subtítulo termina en el momento en que empieza (${time(d.startMs)}). No se muestra nunca.`,
    'out-of-order': (d) => `El subtítulo empieza (${time(d.startMs)}) antes que el que lo precede.`,
    overlap: (d) => `El subtítulo empieza ${seconds(d.byMs)} s antes de que termine uno anterior.`,
    'empty-cue': () => 'El subtítulo no tiene texto.',
    'unknown-tag': (d) =>
      `WebVTT no conoce la etiqueta ${quoted(d.tag)}; los reproductores la ocultan. Si quería un signo <, escriba &lt;.`,
    'unclosed-tag': (d) =>
      `Falta el signo > que cierra la etiqueta ${quoted(d.tag)}. Los reproductores ocultan el resto del subtítulo.`,
    'no-times': () => 'La transcripción no indica tiempos: se puede leer, pero no seguir con el video.',
    'end-estimated': (d) => `La transcripción no dice cuándo terminan las últimas palabras; se supuso ${time(d.endMs)}.`
  }
} satisfies CaptionMessages;
