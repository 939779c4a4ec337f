import type { AccountMessages } from '#lib/domain/i18n/messages/account.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const account: AccountMessages = {
  title: 'Mi cuenta',
  copy: { copy: 'Copiar el enlace', done: 'Copiado' },
  current: 'Contraseña actual',
  currentHint: 'Se pide de nuevo para que nadie cambie esto en una pantalla que usted dejó abierta.',
  password: {
    title: 'Contraseña',
    next: 'Contraseña nueva',
    again: 'La misma, otra vez',
    save: 'Cambiar la contraseña',
    done: 'La contraseña cambió. Sus demás sesiones terminaron.'
  },
  sessions: {
    title: 'Dónde tiene la sesión abierta',
    lead: 'Una sesión termina tras 24 horas sin uso y, en todo caso, a los diez días.',
    device: 'Navegador',
    since: 'Desde',
    here: 'esta',
    unknown: 'No se sabe',
    end: 'Cerrarla',
    endOf: (device) => `Cerrar la sesión de ${device}`,
    endAll: 'Cerrar todas las demás'
  },
  second: {
    title: 'Segundo paso',
    lead: 'Con un segundo paso, a quien descubra su contraseña no le basta para entrar. Se recomienda a quienes publican.',
    none: 'Todavía ninguno.',
    app: 'Aplicación de códigos',
    appOn: 'Hay una aplicación configurada. Se le pedirá un código cada vez que entre.',
    addApp: 'Configurar una aplicación',
    addAppLead:
      'Abra la aplicación, elija agregar una cuenta a mano y escriba esta clave. Después escriba el código que muestra.',
    openApp: 'Abrir en la aplicación de este dispositivo',
    key: 'Clave',
    code: 'Código que muestra la aplicación',
    saveApp: 'Usar esta aplicación',
    remove: 'Quitarla',
    removeApp: 'Quitar la aplicación',
    codes: 'Códigos de recuperación',
    codesLead:
      'Anótelos o imprímalos. Cada uno funciona una vez, en lugar de la aplicación o la llave. No se volverán a mostrar.',
    codesLeft: (n) =>
      plural('es', n, {
        one: 'Queda # código de recuperación.',
        many: 'Quedan # de códigos de recuperación.',
        other: 'Quedan # códigos de recuperación.'
      }),
    newCodes: 'Hacer códigos de recuperación nuevos',
    newCodesLead: 'Los anteriores dejarán de funcionar.'
  },
  passkeys: {
    title: 'Llaves de acceso',
    lead: 'Una llave en su teléfono, su computadora o una memoria, que firma por usted.',
    name: 'Un nombre para reconocerla',
    add: 'Agregar una llave',
    added: (date) => `agregada el ${date}`,
    used: (date) => `usada por última vez el ${date}`,
    removeOf: (name) => `Quitar ${name}`,
    needsScript: 'Las llaves de acceso necesitan un navegador con JavaScript.',
    failed: 'Ninguna llave respondió. Inténtelo de nuevo o use un código.'
  },
  notices: {
    title: 'Qué pasó con esta cuenta',
    none: 'Nada todavía.',
    kinds: {
      'password-changed': 'Se cambió la contraseña',
      'app-added': 'Se agregó una aplicación de códigos',
      'app-removed': 'Se quitó la aplicación de códigos',
      'passkey-added': 'Se agregó una llave de acceso',
      'passkey-removed': 'Se quitó una llave de acceso',
      'recovery-code-used': 'Se usó un código de recuperación para entrar',
      'role-changed': 'Cambió lo que usted puede hacer',
      'reset-made': 'Quien administra hizo un enlace para una contraseña nueva'
    }
  },
  organizers: {
    title: 'Quién puede hacer qué',
    who: 'Personas con acceso',
    name: 'Nombre',
    email: 'Correo electrónico',
    role: 'Papel',
    roleMeans: {
      captioner: 'solo subtítulos',
      editor: 'escribe borradores y pide revisión',
      publisher: 'publica y retira',
      admin: 'todo, y quién puede hacer qué'
    },
    state: 'Cuenta',
    language: 'Idioma de su correo',
    you: 'usted',
    open: 'en uso',
    waiting: 'con invitación, aún sin contraseña',
    closed: 'cerrada',
    secondStep: 'con segundo paso',
    limited: (n) => plural('es', n, { one: 'solo una serie', many: 'solo # de series', other: 'solo # series' }),
    invite: 'Dar acceso a alguien',
    inviteLead:
      'Usted recibe un enlace que funciona una vez y durante siete días. Entréguelo por un medio en el que ambas personas confíen.',
    invited: (name) => `${name} ya puede entrar. Este enlace es solo para esa persona:`,
    makeLink: 'Hacer el enlace',
    linkLead: 'Para quien perdió su contraseña. El enlace funciona una vez y durante un día.',
    linkFor: (name) => `Este enlace es solo para ${name}:`,
    may: 'Lo que puede hacer',
    reach: 'Dónde',
    everywhere: 'En todo el archivo',
    onlyIn: 'Solo en estas series y giras:',
    signsInAnew: 'Su sesión se cierra y tendrá que entrar de nuevo.',
    save: 'Guardar',
    password: 'Contraseña',
    close: 'Cerrar la cuenta',
    closeLead: 'Ya no podrá entrar y su sesión termina de inmediato. Lo que hizo queda en el registro con su nombre.',
    reopen: 'Volver a abrir la cuenta',
    reopenLead: 'Podrá entrar de nuevo con la contraseña que tenía.'
  }
};
