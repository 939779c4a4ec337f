import type { ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';

export const api: ApiMessages = {
  problems: {
    'bad-request': 'La solicitud tiene parámetros que la API no conoce, o valores que no pueden tener.',
    missing: 'No hay nada en esta dirección.',
    gone: 'Estuvo aquí y se retiró.',
    'not-allowed': 'Esto no se puede leer.',
    'method-not-allowed': 'La API es solo de lectura: GET y HEAD.',
    'too-many-requests': 'Demasiadas solicitudes. Espere lo que indica Retry-After.',
    'page-missing': 'La lista no tiene ninguna página con ese número.',
    invalid: 'La solicitud no cumple una regla.',
    conflict: 'Cambió entretanto.',
    'too-large': 'La solicitud es demasiado grande.',
    busy: 'El archivo está ocupado. Inténtelo más tarde.'
  },
  parameters: {
    'unknown-parameter': 'La API no conoce este parámetro.',
    'not-a-number': 'Debe ser un número entero.',
    'too-small': 'Este número es demasiado pequeño.',
    'too-large': 'Este número es demasiado grande.',
    'bad-identifier': 'Esto no es un identificador.',
    'unknown-language': 'El archivo no conoce este idioma.',
    'unknown-status': 'No existe ese estado.',
    'unknown-kind': 'No existe esa clase.',
    'unknown-choice': 'No existe esa opción.',
    'not-a-year': 'Un año tiene cuatro cifras.'
  },
  page: {
    title: 'Para programas: la API',
    lead: 'Todo lo que muestran las páginas también pueden leerlo los programas, en JSON. No hace falta pedir permiso y no se registra quién lee.',
    document: 'La descripción para programas (OpenAPI 3.1)',
    address: 'Dirección',
    parameter: 'Parámetro',
    values: 'Valores',
    meaning: 'Qué hace',
    answer: 'Respuesta',
    fields: 'Campos',
    rules: 'Reglas',
    rulesText: [
      'Aquí solo está lo que es público. Las personas figuran como desean que se las nombre en el momento de la respuesta; un nombre que no se puede mostrar es null.',
      'Las fechas no dicen más que las fuentes. Una actividad cuyo día no se conoce no tiene inicio ni figura en el archivo de calendario.',
      'El material provisional está señalado como tal y no aparece en las listas, salvo que se pida.',
      'Las respuestas llevan un ETag; pregunte con If-None-Match para saber si algo cambió. RateLimit indica cuántas solicitudes quedan.',
      'Los errores son «problem details» (RFC 9457), con un código que no depende del idioma.'
    ],
    other: 'Otros formatos',
    otherText: { rss: 'RSS', atom: 'Atom', ics: 'Calendario (ICS)', sitemap: 'Mapa del sitio' },
    oneOf: (values) => `uno de estos: ${values}`,
    number: (from, to) => `un número de ${from} a ${to}`,
    fallback: (value) => `si falta: ${value}`,
    text: 'texto'
  },
  endpoints: {
    events: 'Actividades, primero la publicada más recientemente',
    event: 'Una actividad',
    recordings: 'Grabaciones, primero la publicada más recientemente',
    recording: 'Una grabación, con sus archivos',
    transcript: 'La transcripción de una grabación en un idioma',
    moments: 'Los momentos alineados de una grabación: el mismo pasaje en cada idioma',
    search: 'Buscar en lo que se dijo',
    quotes: 'Un enlace duradero y referencias para palabras de una transcripción',
    people: 'Personas, como desean que se las nombre',
    person: 'Una persona',
    organizations: 'Organizaciones',
    organization: 'Una organización',
    series: 'Giras y series',
    oneSeries: 'Una gira o serie'
  }
};
