import type { RefusalData, refusals as en } from '#lib/domain/i18n/messages/refusals.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

const seconds = (data: RefusalData) => Number(data.seconds ?? 60);
const wait = (n: number) =>
  n < 90
    ? plural('es', n, { one: 'un segundo', many: '# de segundos', other: '# segundos' })
    : plural('es', Math.ceil(n / 60), { one: 'un minuto', many: '# de minutos', other: '# minutos' });

export const refusals: Record<keyof typeof en, (data: RefusalData) => string> = {
  'sign-in.wrong': () => 'La dirección de correo y la contraseña no coinciden.',
  'sign-in.wait': (data) => `Hubo demasiados errores. Espere ${wait(seconds(data))} y vuelva a intentarlo.`,
  'sign-in.busy': () => 'Muchas personas están entrando en este momento. Inténtelo de nuevo dentro de un momento.',
  'password.short': (data) =>
    `Escriba al menos ${String(data.least)} caracteres. Lo mejor es una frase que solo usted diría.`,
  'password.long': (data) => `Escriba como máximo ${String(data.most)} caracteres.`,
  'password.common': () => 'Esta contraseña está en las listas que se prueban primero. Elija otra.',
  'password.own': () => 'Una contraseña con su nombre o su dirección es la primera que se adivina. Elija otra.',
  'password.differs': () => 'Las dos contraseñas no son iguales.',
  'password.wrong': () => 'Esa no es su contraseña actual.',
  'password-link.gone': () => 'Este enlace ya se usó o venció. Pida otro a quien administra el archivo.',
  'organizer.email': () => 'Esto no parece una dirección de correo: nombre@example.org',
  'organizer.name': () => 'Hace falta un nombre, para que se sepa quién hizo qué.',
  'organizer.exists': () => 'Ya hay una persona que entra con esta dirección.',
  'organizer.missing': () => 'Esta persona ya no está en la lista.',
  'organizer.last-admin': () =>
    'Debe quedar alguien que pueda dar acceso a otras personas. Primero dé ese papel a alguien más.',
  'organizer.series': () => 'Elija al menos una serie.',
  'set-up.done': () => 'El archivo ya está preparado. Entre, o pida acceso a quien lo administra.',
  'set-up.token': () => 'Esta no es la clave que mostró el servidor al arrancar.',
  'code.wrong': () =>
    'El código no es correcto, ya se usó o venció. Los códigos de la aplicación cambian cada 30 segundos.',
  'code.none': () =>
    'Los códigos de recuperación vienen con un segundo paso. Agregue primero una aplicación o una llave.',
  'passkey.wrong': () => 'No se pudo comprobar esta llave de acceso. Inténtelo de nuevo o use un código.',
  'passkey.late': () => 'Pasó demasiado tiempo, o la página estaba abierta dos veces. Inténtelo de nuevo.',
  missing: () => 'Esto ya no está. Puede que alguien lo haya quitado.',
  gone: () => 'Esto se retiró.',
  'not-allowed': () =>
    'Su papel no permite hacer esto. Lo que escribió sigue abajo; pida ayuda a quien publica o administra.',
  invalid: () => 'Esto no se puede aceptar así.',
  conflict: () => 'Alguien más cambió esto mientras tanto. No se sobrescribió nada.',
  'too-large': () => 'Esto es más grande de lo que se puede recibir.',
  busy: () => 'El archivo tiene mucho trabajo en este momento. Inténtelo de nuevo dentro de un momento.',
  'too-many': (data) => `Fueron demasiadas veces. Espere ${wait(seconds(data))} y vuelva a intentarlo.`
};
