import type { CheckCode } from '#lib/domain/captions/checks/types.ts';
import type { WorkshopMessages } from '#lib/domain/i18n/messages/workshop.en.ts';
import { clockMs } from '#lib/domain/captions/clock.ts';
import { formatNumber, plural } from '#lib/domain/i18n/plural.ts';

const seconds = (ms: string | number | undefined) => `${formatNumber('es', Math.round(Number(ms ?? 0) / 100) / 10)} s`;
const clock = (ms: string | number | undefined) => clockMs(Number(ms ?? 0)).slice(0, 8);
const cues = (n: string | number | undefined) =>
  plural('es', Number(n ?? 0), { one: '# subtítulo', many: '# de subtítulos', other: '# subtítulos' });
const languages: Readonly<Record<string, string>> = { en: 'inglés', es: 'español', pt: 'portugués', fr: 'francés' };
const language = (code: string | number | undefined) => languages[String(code)] ?? String(code);

const checks: WorkshopMessages['checks'] = {
  reversed: { title: 'Termina antes de empezar', text: () => 'No se muestra nunca. Intercambie los dos tiempos.' },
  'no-duration': { title: 'No dura nada', text: () => 'No se muestra nunca. Indique cuándo termina.' },
  'out-of-order': { title: 'Fuera de orden', text: () => 'Empieza antes que el subtítulo anterior.' },
  overlap: { title: 'Se superponen', text: (d) => `${seconds(d.ms)}. Termine antes el primero.` },
  gap: { title: 'Silencio largo', text: (d) => `Nada durante ${seconds(d.ms)}. ¿Nadie habla?` },
  'too-fast': {
    title: 'Demasiado rápido',
    text: (d) => `${String(d.speed)} caracteres por segundo; el límite es ${String(d.most)}.`
  },
  'long-line': {
    title: 'Línea muy larga',
    text: (d) => `${String(d.length)} caracteres; el límite es ${String(d.most)}.`
  },
  'many-lines': {
    title: 'Demasiadas líneas',
    text: (d) => `${String(d.lines)} líneas; el límite es ${String(d.most)}.`
  },
  'no-speaker': { title: 'Sin nombre de quien habla', text: () => 'No se sabe quién habla.' },
  empty: { title: 'Sin palabras', text: () => 'Escriba lo que se dice o elimine el subtítulo.' },
  inaudible: {
    title: 'Marcado como no entendido',
    text: () => 'Escuche otra vez; tal vez alguien conozca la palabra.'
  },
  mojibake: { title: 'Letras dañadas', text: () => 'Los acentos se leyeron con otra codificación.' },
  'lost-signs': { title: 'Letras perdidas', text: () => 'Donde había una letra está el signo �. Escríbala de nuevo.' },
  bidi: { title: 'Marcas de dirección ocultas', text: () => 'Signos que no se ven invierten el texto.' },
  'odd-name': {
    title: 'Nombre extraño',
    text: (d) => `Se quitan el código y los signos ocultos: «${String(d.name)}».`
  },
  rolling: {
    title: 'Subtítulos que se repiten',
    text: (d) => `${cues(d.cues)} muestran otra vez las líneas anteriores.`
  },
  'no-sounds': {
    title: 'No se escriben sonidos',
    text: () => 'Quien no oye no se entera de aplausos, música ni risas: [aplausos].'
  },
  'wrong-language': {
    title: 'Otro idioma',
    text: (d) =>
      `Las palabras parecen estar en ${language(d.found)}; la pista debería estar en ${language(d.expected)}.`
  },
  'unknown-language': {
    title: 'Idioma no reconocido',
    text: () => 'Las palabras no son claramente ni español ni inglés.'
  },
  delay: {
    title: 'Subtítulos desfasados',
    text: (d) =>
      `Van unos ${seconds(Math.abs(Number(d.ms)))} ${Number(d.ms) > 0 ? 'atrasados' : 'adelantados'} con respecto ${d.by === 'sound' ? 'al sonido' : 'al otro idioma'}.`
  },
  untranslated: { title: 'Sin traducir', text: () => 'En el otro idioma están las mismas palabras.' },
  'missing-stretch': {
    title: 'Falta un tramo',
    text: (d) => `De ${clock(d.startMs)} a ${clock(d.endMs)} solo el otro idioma tiene palabras (${cues(d.cues)}).`
  }
};

export const workshop: WorkshopMessages = {
  title: 'Subtítulos',
  lead: 'Corrija lo que se escribió en vivo, traduzca y traiga archivos de otros lugares. Nadie ve nada antes de que se publique.',
  cues,
  checks,
  repairs: {
    mojibake: { title: 'Leer de nuevo las letras dañadas', text: 'Adi\u00c3\u00b3s pasa a ser Adiós.' },
    bidi: { title: 'Quitar las marcas de dirección ocultas', text: 'No cambia ninguna letra visible.' },
    order: { title: 'Ordenar los subtítulos por tiempo', text: 'Ningún subtítulo cambia.' },
    reversed: { title: 'Intercambiar los tiempos invertidos', text: 'El inicio y el final cambian de lugar.' },
    rolling: {
      title: 'Mostrar una sola vez las líneas repetidas',
      text: 'Se van las repeticiones; cada palabra queda una vez.'
    },
    overlap: { title: 'Terminar antes los que se superponen', text: 'Cada uno termina donde empieza el siguiente.' },
    lines: {
      title: 'Partir de nuevo las líneas',
      text: 'Dos líneas de 42 caracteres como máximo, donde caben las palabras.'
    },
    empty: { title: 'Quitar los subtítulos sin palabras', text: 'No muestran nada.' }
  },
  desk: {
    mine: 'Mi trabajo',
    noneMine: 'Todavía no ha empezado nada. Elija abajo una grabación.',
    waiting: 'Esperan revisión',
    noneWaiting: 'Nada espera.',
    needs: 'Necesitan subtítulos',
    noneNeeds: 'Todas las grabaciones tienen subtítulos revisados en los dos idiomas.',
    all: 'Todas las grabaciones',
    missing: (list) => `Sin subtítulos en ${list}`,
    unchecked: (list) => `Nadie ha revisado: ${list}`,
    draft: 'borrador',
    version: (n) => `versión ${String(n)}`,
    mineWord: 'suya',
    recording: 'Grabación',
    track: 'Pista',
    changed: 'Último cambio',
    what: 'Qué falta',
    length: 'Duración',
    next: 'Siguiente paso'
  },
  recording: {
    title: (title) => `Subtítulos: ${title}`,
    tracks: 'Pistas',
    none: 'Todavía no hay subtítulos.',
    upload: 'Subir un archivo',
    versions: 'Versiones',
    edit: 'Editar',
    asText: 'Editar como texto',
    published: (n) => `la versión ${String(n)} es pública`,
    notPublished: 'no es pública',
    hasDraft: 'usted tiene un borrador',
    newer: (n) => `la versión ${String(n)} es más nueva`,
    notHeld: 'Consta que existe; el archivo no la conserva.',
    newTitle: 'Pista nueva',
    newLead:
      'A partir de otro idioma: se copian los tiempos y quién habla; las palabras quedan vacías para que usted las escriba con el original al lado.',
    language: 'Idioma',
    languageHint: 'Una etiqueta de idioma: en, es, es-GT, quc…',
    from: 'Traducir de',
    fromNothing: 'De ninguna: empezar vacía',
    role: 'De quién son las palabras',
    kind: 'Tipo',
    create: 'Crear la pista',
    page: 'Página pública'
  },
  roles: {
    original: 'Lo que se dice, en el idioma original',
    interpretation: 'Lo que dice quien interpreta',
    translation: 'Una traducción escrita después',
    mixed: 'Ambas, mezcladas',
    description: 'Una descripción de la imagen',
    unknown: 'No se sabe'
  },
  kinds: {
    captions: 'Subtítulos con sonidos',
    subtitles: 'Subtítulos',
    descriptions: 'Descripciones',
    transcript: 'Transcripción'
  },
  upload: {
    title: 'Subir subtítulos',
    lead: 'WebVTT, SRT, SBV o una transcripción con tiempos, en cualquier codificación, hasta 5 MB. Primero recibe un informe; nada se guarda antes de que usted lo indique.',
    file: 'Archivo de subtítulos',
    track: 'Para qué pista',
    newTrack: 'Una pista nueva en el idioma de abajo',
    check: 'Revisar el archivo',
    report: 'Informe',
    nothingStored: 'Todavía no se ha guardado nada.',
    summary: (count, format, length) => `${count}, ${format}, el último termina en ${length}.`,
    encoding: (name) => `Leído como ${name}.`,
    problems: (n) =>
      plural('es', n, {
        one: '# observación sobre el archivo',
        many: '# de observaciones sobre el archivo',
        other: '# observaciones sobre el archivo'
      }),
    line: (n) => `Línea ${String(n)}`,
    findings: (n) => plural('es', n, { one: '# hallazgo', many: '# de hallazgos', other: '# hallazgos' }),
    noFindings: 'Nada que observar.',
    more: (n) => plural('es', n, { one: '# más como este', many: '# más como este', other: '# más como este' }),
    newNames: (names) => `Estos nombres son nuevos aquí: ${names}.`,
    times: 'Mover los tiempos',
    offset: 'Desfase en segundos',
    offsetHint: '+3.2 atrasa todos los subtítulos; -0.8 los adelanta.',
    factor: 'Velocidad',
    factorHint: '25/23.976 si aquí la película corre más rápido. Vacío: como está.',
    suggested: (ms) => `Sugerencia: ${ms > 0 ? '+' : '−'}${formatNumber('es', Math.abs(ms) / 1000)} s`,
    cut: (n) =>
      plural('es', n, {
        one: '# subtítulo empezaría antes de la grabación y se pone en 0:00.',
        many: '# de subtítulos empezarían antes de la grabación y se ponen en 0:00.',
        other: '# subtítulos empezarían antes de la grabación y se ponen en 0:00.'
      }),
    before: 'Antes',
    after: 'Después',
    goes: 'se va',
    repairsTitle: 'Reparaciones seguras',
    noRepairs: 'Nada que reparar.',
    refuse: 'Dejar este como está',
    again: 'Ver de nuevo con estas opciones',
    store: 'Guardar como versión',
    mergeNotice: (n) =>
      `Este archivo se hizo a partir de la versión ${String(n)}. Se combina, subtítulo por subtítulo, con lo que otras personas hicieron desde entonces.`,
    step: 'Qué se hizo',
    keepFile: 'El archivo sigue elegido; las reparaciones y los tiempos de arriba se aplican al guardarlo.'
  },
  steps: { corrected: 'corregido', translated: 'traducido', reviewed: 'revisado' },
  noStep: 'Sin indicar',
  save: {
    title: 'Guardar una versión',
    name: 'Nombre de la versión',
    nameHint: 'Por ejemplo: «nombres de aldeas revisados».',
    step: 'Qué hizo usted',
    named: 'Mostrar mi nombre en la página pública',
    namedHint: 'Si no, solo se muestra su función.',
    keep: 'Guardar la versión',
    submit: 'Pedir revisión',
    publish: 'Publicar',
    saved: (n) => `La versión ${String(n)} está guardada.`,
    mergeFirst: 'Mientras tanto otra persona guardó otra versión.',
    mergeLink: 'Ver ambas y combinarlas'
  },
  versions: {
    title: 'Versiones',
    lead: 'Todas las versiones se conservan. La pública es la que se lee en el sitio.',
    number: 'Versión',
    made: 'Hecha',
    by: 'Por',
    state: 'Estado',
    cues: 'Subtítulos',
    states: {
      draft: 'guardada',
      submitted: 'espera revisión',
      public: 'pública',
      withdrawn: 'anterior',
      scheduled: 'programada',
      unlisted: 'no listada',
      deleted: 'eliminada'
    },
    compare: 'Comparar',
    compareWith: 'con',
    publish: 'Publicar',
    restore: 'Publicar de nuevo',
    continue: 'Seguir a partir de esta',
    submit: 'Pedir revisión',
    rename: 'Nombrar',
    export: 'Exportar',
    none: 'Todavía no hay versiones.',
    reviewed: 'Alguien la leyó completa',
    provenance: 'Cómo se hicieron estos subtítulos',
    notes: 'Notas sobre pasajes',
    notesLead: 'Lo que quien interpretó quiere decir sobre un pasaje. Se lee debajo de la transcripción.',
    noteFrom: 'Desde',
    noteTo: 'Hasta',
    timeHint: 'h:mm:ss o mm:ss',
    note: 'Nota',
    addNote: 'Agregar la nota',
    removeNote: 'Quitar',
    makers: {
      import: 'importación',
      captioner: 'subtitulación',
      editor: 'edición',
      publisher: 'publicación',
      admin: 'administración',
      operator: 'línea de comandos'
    }
  },
  compare: {
    title: (a, b) => `Versión ${String(a)} y versión ${String(b)}`,
    same: (n) =>
      plural('es', n, {
        one: '# subtítulo es igual',
        many: '# de subtítulos son iguales',
        other: '# subtítulos son iguales'
      }),
    changed: (n) =>
      plural('es', n, {
        one: '# subtítulo es distinto',
        many: '# de subtítulos son distintos',
        other: '# subtítulos son distintos'
      }),
    added: 'nuevo',
    removed: 'ya no está',
    times: (a, b) => `tiempos: ${a} → ${b}`,
    speaker: 'habla otra persona',
    none: 'Las dos son iguales.',
    more: (n) => `Se muestran los primeros ${formatNumber('es', n)}.`
  },
  merge: {
    title: 'Combinar dos ediciones',
    lead: (n) =>
      `Usted y otra persona trabajaron en estos subtítulos. La versión ${String(n)} es más nueva que aquella de la que usted partió. Lo que solo una de las dos cambió se toma sin más; elija donde ambas cambiaron algo.`,
    conflicts: (n) =>
      plural('es', n, {
        one: '# subtítulo por elegir',
        many: '# de subtítulos por elegir',
        other: '# subtítulos por elegir'
      }),
    settled: (mine, theirs) => `Tomados sin preguntar: ${cues(mine)} de usted, ${cues(theirs)} de la otra persona.`,
    mine: 'Lo suyo',
    theirs: 'Lo de la otra persona',
    both: 'Dejar ambos',
    base: 'Antes',
    removed: 'eliminado',
    done: 'Combinar',
    nothing: 'No hay nada que combinar.'
  },
  plain: {
    title: 'Subtítulos como texto',
    lead: 'La pista completa en WebVTT. Una línea con los tiempos, después las palabras; una línea vacía entre subtítulos; <v Nombre> indica quién habla.',
    label: 'WebVTT',
    check: 'Revisar',
    saveDraft: 'Guardar como mi borrador',
    kept: 'Su borrador está guardado.',
    rich: 'El editor con sonido e imagen'
  },
  editor: {
    needsScript: 'El editor con sonido e imagen necesita JavaScript.',
    loading: 'Cargando los subtítulos…',
    failed: 'No se pudieron cargar los subtítulos. Revise la conexión y cargue la página de nuevo.',
    saved: 'Guardado',
    saving: 'Guardando…',
    unsaved: 'Guardado en este aparato; no se puede llegar al archivo.',
    otherWindow:
      'Esta pista se cambió en otra ventana. Cargue la página de nuevo; lo que escribió aquí queda en este aparato.',
    found: 'En este aparato hay cambios que nunca llegaron al archivo.',
    takeFound: 'Usarlos',
    dropFound: 'Olvidarlos',
    signedOut: 'Su sesión terminó. Entre en otra pestaña; lo que escribió se conserva.',
    undo: 'Deshacer',
    redo: 'Rehacer',
    find: 'Buscar y reemplazar',
    shift: 'Mover tiempos',
    again: 'Revisar de nuevo',
    keys: 'Teclas',
    save: 'Guardar una versión',
    versions: 'Versiones',
    export: 'Exportar',
    time: 'Tiempo',
    check: 'Revisión',
    to: (time) => `a ${time}`,
    good: 'Bien',
    short: (code: CheckCode, d) =>
      code === 'too-fast'
        ? `${String(d.speed)} por segundo`
        : code === 'long-line'
          ? `${String(d.length)} en una línea`
          : checks[code].title,
    cueLabel: (lang, time) => `Subtítulo en ${lang}, ${time}`,
    split: 'Dividir',
    merge: 'Unir con el siguiente',
    insert: 'Insertar después',
    remove: 'Eliminar',
    shiftAfter: 'Mover todo lo que sigue',
    speaker: 'Quién habla',
    nobody: 'Sin nombre',
    newSpeaker: 'Otra persona…',
    newSpeakerName: 'Nombre de quien habla',
    match: (lang) => `Tomar los tiempos en ${lang}`,
    start: 'Inicio',
    end: 'Final',
    setStart: 'Empieza aquí',
    setEnd: 'Termina aquí',
    play: 'Reproducir',
    pause: 'Pausa',
    back: '2 segundos atrás',
    playCue: 'Oír solo este subtítulo',
    speed: (rate) => `${formatNumber('es', rate)}×`,
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    snap: 'Ajustar a bordes',
    soundOnly: 'Solo sonido',
    withPicture: 'Con imagen',
    hear: 'Oír',
    noMedia: 'No hay nada que reproducir; aun así puede editar las palabras.',
    noWave: 'Este sonido todavía no tiene forma de onda.',
    waveLabel: 'Sonido y subtítulos',
    waveHelp:
      'Arrastre los bordes del subtítulo abierto. Las flechas mueven la reproducción; Alt y corchetes mueven los bordes.',
    problems: (n) => plural('es', n, { one: '# problema', many: '# de problemas', other: '# problemas' }),
    noProblems: 'Sin problemas.',
    nextProblem: 'Siguiente problema',
    selected: (n) =>
      plural('es', n, { one: '# subtítulo elegido', many: '# de subtítulos elegidos', other: '# subtítulos elegidos' }),
    select: 'Elegir',
    assign: 'Indicar que habla esta persona',
    shiftBy: 'Segundos, por ejemplo -0.8',
    shiftAll: 'Todos los subtítulos',
    shiftFrom: 'Desde el subtítulo abierto',
    shiftChosen: 'Los subtítulos elegidos',
    shiftDo: 'Mover',
    findText: 'Buscar',
    replaceText: 'Reemplazar por',
    accents: 'Distinguir acentos',
    capitals: 'Distinguir mayúsculas',
    wholeWord: 'Palabras completas',
    regex: 'Patrón',
    matches: (at, n) => (n === 0 ? 'No se encontró nada' : `${formatNumber('es', at)} de ${formatNumber('es', n)}`),
    tooSlow: 'Este patrón tarda demasiado. Simplifíquelo.',
    badPattern: 'Esto no es un patrón.',
    next: 'Siguiente',
    previous: 'Anterior',
    replace: 'Reemplazar',
    replaceAll: 'Reemplazar todo',
    replaced: (n) =>
      plural('es', n, {
        one: '# lugar reemplazado',
        many: '# de lugares reemplazados',
        other: '# lugares reemplazados'
      }),
    close: 'Cerrar',
    empty: 'Todavía no hay subtítulos. Inserte el primero.',
    listLabel: 'Subtítulos',
    noneThere: 'nada en este momento',
    keyList: [
      ['Ctrl Espacio', 'reproducir o pausar'],
      ['Ctrl Mayús Espacio', 'oír solo este subtítulo'],
      ['Alt ↑ ↓', 'subtítulo anterior, siguiente'],
      ['Ctrl Intro', 'dividir en el cursor'],
      ['Ctrl M', 'unir con el siguiente'],
      ['Ctrl I', 'insertar un subtítulo después'],
      ['Ctrl Supr', 'eliminar el subtítulo'],
      ['Alt 1, Alt 2', 'empieza aquí, termina aquí'],
      ['Alt [ ]', 'el inicio 0.1 s antes, después'],
      ['Alt Mayús [ ]', 'el final 0.1 s antes, después'],
      ['Alt ← →', 'un segundo atrás, adelante'],
      ['Ctrl Z, Ctrl Y', 'deshacer, rehacer'],
      ['Ctrl F', 'buscar y reemplazar'],
      ['F8', 'siguiente problema'],
      ['Ctrl S', 'guardar una versión'],
      ['Esc', 'salir del subtítulo'],
      ['F1', 'estas teclas']
    ]
  }
};

export const captionRefusals = {
  'captions.no-file': () => 'Elija un archivo de subtítulos: .vtt, .srt, .sbv o .txt.',
  'captions.too-large': () =>
    'El archivo pasa de 5 MB. Los subtítulos de diez horas ocupan menos: ¿es de verdad un archivo de subtítulos?',
  'captions.not-captions': () =>
    'Este no es un archivo de subtítulos que se pueda leer. Sirven WebVTT, SRT, SBV y transcripciones con tiempos.',
  'captions.no-cues': () => 'El archivo no contiene subtítulos.',
  'captions.no-times': () =>
    'Este texto no indica tiempos. Los subtítulos tienen que decir cuándo se pronuncia cada línea.',
  'captions.no-signature': () => 'El texto tiene que empezar con WEBVTT. Lo que escribió sigue abajo.',
  'captions.too-many-cues': (d: Readonly<Record<string, unknown>>) =>
    `Hay más de ${formatNumber('es', Number(d.most))} subtítulos. Divida el archivo en partes.`,
  'captions.cue-too-long': (d: Readonly<Record<string, unknown>>) =>
    `El subtítulo en ${clock(Number(d.startMs))} tiene más de ${formatNumber('es', Number(d.most))} caracteres. Puede faltar una línea de tiempos después.`,
  'captions.language': () => 'Esta no es una etiqueta de idioma. Escriba en, es, es-GT, quc…',
  'captions.other-window': () => 'Esta pista se cambió en otra ventana. Cargue la página de nuevo.',
  'captions.changed': () =>
    'Mientras tanto otra persona guardó otra versión. Nada se sobrescribió: vea ambas y combínelas.',
  'captions.choose': (d: Readonly<Record<string, unknown>>) =>
    `Elija en cada subtítulo qué palabras quedan. Falta el número ${String(d.number)}.`,
  'captions.empty': () => 'Todavía no hay subtítulos que guardar.',
  'captions.left-out': (d: Readonly<Record<string, unknown>>) =>
    `${cues(Number(d.cues))} a partir de ${clock(Number(d.startMs))} están en un pasaje que se omite para proteger a alguien. Quite esas palabras; después se podrá guardar.`,
  'captions.public-already': () => 'Esta versión ya es pública.',
  'captions.speaker-name': () => 'Escriba un nombre.',
  'captions.note-words': () => 'Escriba la nota al menos en un idioma.',
  'captions.note-times': () => 'El pasaje tiene que terminar después de empezar. Escriba los tiempos como mm:ss.',
  'captions.offset': () => 'Escriba el desfase en segundos: +3.2 o -0.8.',
  'captions.factor': () => 'Escriba la velocidad como número o fracción entre 0.5 y 2: 25/23.976.',
  'captions.missing': () => 'No existe esa pista o versión.'
};
