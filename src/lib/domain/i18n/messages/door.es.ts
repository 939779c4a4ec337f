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
  },
  forgotten: {
    title: 'Una contraseña nueva',
    lead: 'Si alguien entra con esta dirección, le llegará un enlace para elegir otra contraseña.',
    asked: 'Si alguien entra con esta dirección, el enlace va en camino. Funciona una vez y durante un día.',
    send: 'Enviarme un enlace',
    noMail:
      'Este archivo no envía correo. Pregunte a quien lo administra: puede darle un enlace para elegir otra contraseña.'
  },
  second: {
    title: 'El segundo paso',
    leadApp: 'La contraseña es correcta. Ahora escriba los seis dígitos que muestra su aplicación de códigos.',
    leadPasskey: 'La contraseña es correcta. Ahora use su llave de acceso.',
    usePasskey: 'Usar mi llave de acceso',
    code: 'Código de la aplicación',
    codeHint: 'Si no tiene su teléfono: uno de los códigos de recuperación que anotó.',
    recoveryCode: 'Código de recuperación',
    recoveryHint: 'Uno de los que anotó. Cada uno funciona una sola vez.',
    go: 'Entrar',
    back: 'Empezar de nuevo'
  },
  setUp: {
    link: 'Todavía nadie puede entrar: preparar el archivo',
    title: 'Preparar el archivo',
    lead: 'Usted será la primera persona en entrar y podrá dar acceso a otras. No hay más cuenta que la que usted cree aquí.',
    token: 'Clave de un solo uso',
    tokenHint: 'El servidor la mostró al arrancar; quien lo opera puede leerla ahí.',
    name: 'Su nombre',
    body: 'Quién responde por este archivo',
    bodyHint: 'La organización o persona, como deba leerse al pie de cada página.',
    contact: 'Dirección para quienes leen',
    contactHint: 'La verá todo el mundo: use una que lean varias personas.',
    save: 'Crear la cuenta y empezar'
  }
};
