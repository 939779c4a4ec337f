import type { BasketMessages } from '#lib/domain/i18n/messages/basket.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const basket: BasketMessages = {
  title: 'Mi bibliografía',
  lead: 'Las citas que reunió aquí, con sus referencias. La lista se guarda solo en este navegador; nadie más la ve.',
  add: 'Agregar a mi bibliografía',
  added: 'Está en mi bibliografía',
  open: 'Abrirla',
  notKept: 'Este navegador no permite que las páginas guarden nada: la lista se pierde al cerrar la página.',
  needsScript:
    'Esta lista necesita JavaScript, porque se guarda en su navegador y en ningún otro lugar. Sin él, abra la página de una cita: cada una trae su referencia en todos los estilos y archivos para gestores de referencias.',
  howTo: 'Cómo citar un solo pasaje',
  howToText:
    'Seleccione las palabras en una transcripción, o elija un pasaje con el teclado y pulse Q. La página de la cita muestra sus referencias.',
  toRecordings: 'Grabaciones',
  empty: 'Todavía no hay nada en la lista.',
  count: (n) => plural('es', n, { one: '# cita', many: '# de citas', other: '# citas' }),
  style: 'Estilo',
  up: (title) => `Subir: ${title}`,
  down: (title) => `Bajar: ${title}`,
  remove: (title) => `Quitar: ${title}`,
  drag: 'Para cambiar el orden, arrastre una entrada o use sus botones.',
  movedTo: (place, of) => `Ahora es la número ${String(place)} de ${String(of)}`,
  removed: 'Se quitó de la lista',
  clear: 'Vaciar la lista',
  exports: 'Llevársela',
  save: (format) => `Guardar ${format}`,
  markdown: 'Markdown',
  document: 'Procesador de textos (HTML)',
  copy: 'Copiar todo en este estilo',
  copied: 'Copiado'
};
