import { formatNumber } from '#lib/domain/i18n/plural.ts';
import type { MailMessages } from '#lib/domain/i18n/messages/mail.en.ts';

export const mail: MailMessages = {
  what: {
    'password-changed': 'se cambió la contraseña',
    'app-added': 'se agregó una aplicación de códigos como segundo paso',
    'app-removed': 'se quitó la aplicación de códigos',
    'passkey-added': 'se agregó una llave de acceso como segundo paso',
    'passkey-removed': 'se quitó una llave de acceso',
    'recovery-code-used': 'se usó un código de recuperación para entrar',
    'role-changed': 'cambió lo que usted puede hacer',
    'reset-made': 'se hizo un enlace para una contraseña nueva'
  },
  notice: (site, text) => ({
    subject: `Su cuenta en ${site}: ${text}`,
    text: `En su cuenta de ${site}, ${text}.\n\nSi fue usted, no hay nada que hacer. Si no, avise de inmediato a quien administra el archivo y elija otra contraseña.\n`
  }),
  files: (site, changed, missing) => ({
    subject: `Hay archivos de ${site} que ya no están como antes`,
    text: `La revisión diaria de los archivos de ${site} encontró algo nuevo. Archivos cuyo contenido cambió: ${formatNumber('es', changed)}. Archivos que faltan: ${formatNumber('es', missing)}.\n\nLa página «Sistema» de la gestión dice cuáles son; también lo dice la orden «acervo verify» en el servidor. Recupérelos de una copia de seguridad: allí tienen las mismas rutas. No recibirá otro mensaje sobre los mismos archivos.\n`
  }),
  link: (site, link) => ({
    subject: `Una contraseña para ${site}`,
    text: `Elija aquí su contraseña para ${site}:\n\n${link}\n\nEl enlace funciona una sola vez. Si usted no lo pidió, no hay nada que hacer.\n`
  })
};
