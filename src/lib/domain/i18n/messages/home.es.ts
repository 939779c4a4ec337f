import type { HomeMessages } from '#lib/domain/i18n/messages/home.en.ts';

export const home = {
  searchLabel: 'Buscar cada palabra que se dijo, en cualquiera de los dos idiomas',
  voices: {
    original: (language) => `${language}, las voces originales`,
    interpretation: (language) => `${language}, interpretación`
  },
  untitled: 'La grabación',
  recordedOn: (date, length) => (length ? `Grabación del ${date}, ${length}.` : `Grabación del ${date}.`),
  statement: 'Actividad',
  latest: 'Lo último en el archivo',
  latestFeed: 'Seguir las novedades por RSS',
  tour: 'La gira',
  tourWhole: 'Toda la historia de la gira',
  act: 'Participar',
  letter: 'La carta de la campaña',
  petition: 'La petición',
  more: 'Más sobre esto',
  cosponsored: 'Con el copatrocinio de',
  allEvents: 'Todas las actividades',
  allRecordings: 'Todas las grabaciones',
  empty: {
    title: 'Este archivo está vacío.',
    lead: 'Todavía no se ha cargado nada. Así se empieza.',
    importTitle: 'Cargar una carpeta',
    importText: 'Anote lo que tiene como muestra la guía de importación y escriba:',
    demoTitle: 'Ver antes un ejemplo',
    demoText: 'El programa trae el archivo de una campaña de 2020. Para verlo, detenga el servidor y escriba:',
    guide: 'La guía es el archivo docs/importing.md, junto al programa.'
  },
  errors: {
    label: (status) => `Error ${String(status)}`,
    search: 'Buscar en el archivo',
    waysBack: 'Caminos de vuelta',
    front: 'La portada',
    events: 'Todas las actividades',
    otherLanguage: 'Front page in English',
    reference: (code) => `Si algo no funciona, indíquenos este número: ${code}.`,
    missing: {
      title: 'Esta página no está en el archivo.',
      lead: 'Quizá la dirección quedó cortada. Lo que se retira deja una nota, así que lo más probable es que esta página nunca haya estado aquí.'
    },
    withdrawnOn: (day: string) => `Se retiró el ${day}.`,
    withdrawn: {
      recording: 'Esta grabación se retiró del archivo.',
      event: 'Esta actividad se retiró del archivo.',
      series: 'Esta serie se retiró del archivo.',
      person: 'Esta página sobre una persona se retiró.',
      organization: 'Esta página sobre una organización se retiró.',
      page: 'Esta página se retiró del archivo.',
      action: 'Esta propuesta para participar se retiró.',
      topic: 'Este tema se retiró del archivo.'
    },
    gone: {
      title: 'Esto se retiró del archivo.',
      lead: 'Estuvo aquí. Alguien pidió que se quitara, o así lo decidió el archivo. Los enlaces llevan a esta nota.'
    },
    refused: {
      title: 'Esta página no está abierta a todo el mundo.',
      lead: 'Si usted organiza este archivo, entre primero con su cuenta.'
    },
    busy: {
      title: 'El archivo está muy ocupado en este momento.',
      lead: 'Pruebe la misma dirección dentro de un minuto.'
    },
    broken: {
      title: 'Algo falló de nuestro lado.',
      lead: 'Ya quedó anotado. Pruebe otra vez o vuelva a lo que funciona.'
    }
  }
} satisfies HomeMessages;
