import type { DoorMessages } from '#lib/domain/i18n/messages/door.en.ts';

export const door: DoorMessages = {
  title: 'Entrar a la mesa de trabajo',
  lead: 'Para quienes cuidan este archivo. Para leer no hace falta cuenta.',
  lines: 'La línea continua es la voz de quien habla. La línea cortada es la voz que la lleva a otro idioma.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Entrar',
  signOut: 'Salir',
  forgot: 'Olvidé la contraseña',
  otherLanguage: 'English',
  frontPage: 'Ir al archivo',
  ended: 'Su sesión había terminado. Lo que escribió se conserva: entre y podrá guardarlo.',
  kept: {
    title: 'Ya entró de nuevo',
    lead: 'Lo que escribió sigue aquí y todavía no se ha guardado.',
    save: 'Guardar lo que escribí',
    leave: 'Dejarlo e ir a la página',
    files: (names) => `Hay que volver a elegir los archivos, porque los navegadores no permiten conservarlos: ${names}`
  },
  choose: {
    title: 'Elija su contraseña',
    lead: (name) => `Para ${name}.`,
    hint: 'Al menos 10 caracteres. Lo mejor son cuatro palabras sin relación entre sí o una frase que solo usted diría.',
    again: 'La misma, otra vez',
    save: 'Guardar y entrar',
    gone: 'Este enlace ya no funciona',
    goneLead: 'Ya se usó o venció. Pida otro a quien administra el archivo.'
  }
};
