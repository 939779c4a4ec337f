import type { DeskMessages } from '#lib/domain/i18n/messages/desk.en.ts';

export const desk: DeskMessages = {
  title: 'Mesa de trabajo',
  navLabel: 'Mesa de trabajo',
  seeSite: 'Ver el sitio público',
  otherLanguage: 'English',
  signedInAs: (role) => `Papel: ${role}`,
  roles: { admin: 'administración', publisher: 'publicación', editor: 'redacción', captioner: 'subtitulado' },
  nav: {
    desk: 'Mesa de trabajo',
    recordings: 'Grabaciones',
    captions: 'Subtítulos',
    events: 'Actividades',
    series: 'Series y giras',
    people: 'Personas',
    organizations: 'Organizaciones',
    pages: 'Páginas',
    campaigns: 'Campañas',
    topics: 'Temas',
    images: 'Imágenes',
    actions: 'Acciones',
    timeline: 'Cronología',
    glossary: 'Palabras de búsqueda',
    uploads: 'Agregar una grabación',
    inbox: 'Buzón',
    organizers: 'Quién puede hacer qué',
    log: 'Registro de cambios',
    settings: 'El archivo mismo',
    system: 'Sistema',
    account: 'Mi cuenta'
  }
};
