import type { FormMessages } from '#lib/domain/i18n/messages/forms.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const forms: FormMessages = {
  summary: (n) =>
    plural('es', n, {
      one: 'Hay algo por corregir',
      many: 'Hay # de cosas por corregir',
      other: 'Hay # cosas por corregir'
    }),
  optional: 'opcional',
  sending: 'Guardando…',
  languages: { en: 'English', es: 'Español' },
  in: { en: 'en inglés', es: 'en español' },
  signedOut: 'Su sesión terminó. No se pierde nada: entre en la otra ventana y vuelva a guardar aquí.',
  signInElsewhere: 'Entrar en otra ventana',
  saved: 'Guardado.',
  issues: {
    required: 'Este dato hace falta.',
    email: 'Esto no parece una dirección de correo: nombre@example.org',
    tooLong: (most) =>
      plural('es', most, {
        one: 'Como máximo # carácter.',
        many: 'Como máximo # de caracteres.',
        other: 'Como máximo # caracteres.'
      }),
    tooShort: (least) =>
      plural('es', least, {
        one: 'Como mínimo # carácter.',
        many: 'Como mínimo # de caracteres.',
        other: 'Como mínimo # caracteres.'
      }),
    number: 'Aquí va un número.',
    tooSmall: (least) => `No menos de ${least}.`,
    tooLarge: (most) => `No más de ${most}.`,
    choice: 'Elija una de las opciones.',
    url: 'Esto no parece una dirección: https://example.org/pagina',
    invalid: 'Esto no se puede aceptar así.'
  }
};
