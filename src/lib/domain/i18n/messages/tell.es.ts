import type { TellMessages } from '#lib/domain/i18n/messages/tell.en.ts';

export const tell: TellMessages = {
  title: 'Escríbale al archivo',
  link: 'Escríbale al archivo sobre esta página',
  linkPassage: 'Escríbale al archivo sobre este pasaje',
  linkGap: '¿Usted lo sabe? Escríbale al archivo',
  lead: 'Solo lo leen las personas que cuidan este archivo. No hace falta cuenta, y no se guarda más que lo que usted escriba aquí.',
  about: 'Sobre',
  wholeArchive: 'el archivo en general',
  at: (time) => `en ${time}`,
  kind: '¿De qué se trata?',
  kinds: {
    mistake: 'Hay algo equivocado',
    addition: 'Sé algo que falta',
    captions: 'Hay una palabra equivocada en los subtítulos o la transcripción',
    person: 'Es sobre mí, o sobre alguien a quien represento',
    other: 'Otra cosa'
  },
  personHint:
    'Lo que piden las personas que aparecen se lee primero. Puede pedir que se omita un nombre, una imagen o un pasaje.',
  words: '¿Qué quiere decirnos?',
  replyTo: '¿Cómo podemos responderle?',
  replyHint: 'Un correo o un teléfono. Solo si quiere una respuesta.',
  trap: 'Deje esto vacío',
  send: 'Enviar',
  sent: 'Gracias. Su mensaje llegó.',
  sentLead: 'Lo leerá alguien que cuida el archivo.',
  back: 'Volver a la página'
};
