import type { PeopleMessages } from '#lib/domain/i18n/messages/people.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const people = {
  title: 'Personas',
  lead: 'Quienes aparecen en las fuentes, en la medida en que pueden mostrarse.',
  onePerson: 'Una persona en el archivo',
  campaign: 'En la campaña',
  officials: 'Cargos públicos',
  officialsNote: 'Actuaron en su cargo y por eso se mencionan.',
  others: 'Otras personas',
  none: 'Todavía no se menciona a nadie.',
  count: (n) => plural('es', n, { one: '# persona', many: '# de personas', other: '# personas' }),
  nameNotShown: 'aquí no se muestra el nombre',
  appearsIn: 'Aparece en',
  nowhere: 'Ninguna página del archivo indica todavía su participación.',
  biography: 'Biografía',
  noBiography: 'En el archivo no hay biografía.',
  noBiographyHelp:
    'La fuente no tiene ninguna que se pudiera transcribir. Con el acuerdo de la persona se puede añadir un texto.',
  howShown: 'Cómo aparece esta persona',
  policy: {
    campaign: 'Con su nombre, como en el anuncio público de 2020.',
    pseudonym: 'Con otro nombre, como desea la persona.',
    public_official: 'Con su nombre y su cargo, por lo que hizo en el cargo.',
    other: 'Con su nombre, como en la fuente.'
  },
  consentOpen: 'Todavía no se le ha preguntado, así que se pide a los buscadores que omitan esta página.',
  protection:
    'Quien aparece en este archivo puede pedir que se use otro nombre, que se quite un pasaje o que se retire todo. La regla se aplica en todas partes a la vez: video, sonido, subtítulos, búsqueda y copias.',
  withheld: {
    title: 'Una declaración que no se muestra',
    one: 'En la página de la campaña hay una declaración de esta persona. De qué trata:'
  },
  office: 'Cargo',
  roles: {
    speaker: 'Ponente',
    panelist: 'Panelista',
    moderator: 'Moderación',
    interpreter: 'Interpretación',
    captioner: 'Subtitulado',
    translator: 'Traducción',
    volunteer: 'Voluntariado',
    staff: 'Equipo',
    contact: 'Contacto',
    statement: 'Declaración en la página de la campaña',
    public_official: 'Cargo público'
  },
  organizations: {
    title: 'Organizaciones',
    count: (n) => plural('es', n, { one: '# organización', many: '# de organizaciones', other: '# organizaciones' }),
    none: 'Todavía no se ha publicado ninguna organización.',
    order: 'Orden',
    asCredited: 'Como figuran',
    byName: 'De la A a la Z',
    asCreditedNote: 'Las copatrocinadoras aparecen en el orden del gráfico de la propia campaña.',
    named: 'Mencionadas por sus materiales',
    namedNote: 'No patrocinaron la campaña.',
    longNames: 'Los nombres largos se añadieron para este archivo, salvo los que da la fuente, y falta confirmarlos.',
    notExpanded: 'Las siglas no se desarrollan porque la fuente no dice qué significan.',
    nameOrigin: {
      source: 'El nombre es el que da la fuente.',
      editor: 'El nombre largo lo añadió el archivo y falta confirmarlo.',
      unknown: 'Las siglas no se desarrollan porque la fuente no dice qué significan.'
    },
    roles: {
      organizer: 'Organización responsable',
      cosponsor: 'Organización copatrocinadora',
      sponsor: 'Organización patrocinadora',
      host: 'Anfitriona',
      speaker_organization: 'La organización de la ponente',
      resource_publisher: 'Publica un recurso',
      action_platform: 'Aloja una herramienta de acción'
    },
    rolesMany: {
      organizer: 'Organización responsable',
      cosponsor: 'Con el copatrocinio de',
      sponsor: 'Con el patrocinio de',
      host: 'Organizaciones anfitrionas',
      speaker_organization: 'La organización de la ponente',
      resource_publisher: 'Publican recursos',
      action_platform: 'Aloja la herramienta de acción'
    },
    parts: 'Su participación',
    partOfCampaign: 'La campaña en su conjunto',
    name: 'El nombre',
    website: 'Sitio web',
    noParts: 'Ninguna página del archivo indica su participación.'
  }
} satisfies PeopleMessages;
