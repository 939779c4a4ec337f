import type { LiveMessages } from '#lib/domain/i18n/messages/live.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

export const live = {
  player: {
    label: 'Reproductor',
    play: 'Reproducir',
    pause: 'Pausar',
    back: 'Retroceder 10 segundos',
    forward: 'Avanzar 10 segundos',
    position: 'Posición',
    mute: 'Silenciar',
    unmute: 'Activar el sonido',
    speedLabel: 'Velocidad',
    fullScreen: 'Pantalla completa',
    leaveFullScreen: 'Salir de la pantalla completa',
    keys: 'Teclas',
    loading: 'Cargando',
    failed: 'No se pudo cargar la grabación.',
    tryAgain: 'Intentar de nuevo',
    goOn: (time) => `Seguir en ${time}`,
    of: (at, whole) => `${at} de ${whole}`,
    inChapter: (time, chapter) => `${time}, ${chapter}`,
    interpretationMark: 'interpretación',
    translationMark: 'traducción'
  },
  time: {
    hours: (n) => plural('es', n, { one: '# hora', many: '# de horas', other: '# horas' }),
    minutes: (n) => plural('es', n, { one: '# minuto', many: '# de minutos', other: '# minutos' }),
    seconds: (n) => plural('es', n, { one: '# segundo', many: '# de segundos', other: '# segundos' }),
    shortHours: (n) => `${String(n)} h`,
    shortMinutes: (n) => `${String(n)} min`,
    shortSeconds: (n) => `${String(n)} s`
  },
  captions: {
    legend: 'Subtítulos',
    off: 'No',
    look: 'Aspecto de los subtítulos',
    size: 'Tamaño',
    sizes: { small: 'Pequeño', medium: 'Mediano', large: 'Grande', huge: 'Muy grande' },
    ground: 'Fondo',
    grounds: { solid: 'Oscuro', light: 'Claro', clear: 'Ninguno' },
    place: 'Lugar',
    places: { over: 'Sobre la imagen', below: 'Debajo de la imagen' },
    sample: 'Así se ven los subtítulos.'
  },
  keys: {
    title: 'Teclas del reproductor',
    note: 'Funcionan solo mientras el foco está en el reproductor.',
    on: 'Teclas de una sola letra activadas',
    close: 'Cerrar',
    list: [
      ['Espacio, K', 'Reproducir o pausar'],
      ['Flecha izquierda, derecha', '5 segundos atrás o adelante'],
      ['J, L', '10 segundos atrás o adelante'],
      ['Re Pág, Av Pág', '1 minuto adelante o atrás, en la línea de tiempo'],
      ['Inicio, Fin', 'Principio o final, en la línea de tiempo'],
      ['A', 'Siguiente sonido'],
      ['C', 'Poner o quitar los subtítulos'],
      ['F', 'Pantalla completa'],
      ['M', 'Poner o quitar el sonido'],
      ['< y >', 'Más despacio o más deprisa'],
      ['?', 'Esta lista']
    ] as [string, string][],
    transcript: 'En la transcripción',
    transcriptList: [
      ['Flecha arriba, abajo', 'Pasaje anterior o siguiente'],
      ['Inicio, Fin', 'Primer o último pasaje'],
      ['Entrar', 'Reproducir desde este pasaje'],
      ['Q', 'Citar este pasaje'],
      ['Esc', 'Volver a la barra de la transcripción']
    ] as [string, string][]
  },
  transcript: {
    find: 'Buscar en esta transcripción',
    found: (at, of) => `${String(at)} de ${String(of)}`,
    noneFound: 'Nada',
    previous: 'Coincidencia anterior',
    next: 'Coincidencia siguiente',
    following: 'Siguiendo',
    followingHint: 'deslice para pausar',
    paused: 'En pausa',
    pausedHint: 'volver a seguir',
    show: 'Mostrar',
    both: 'Ambos',
    playingNow: 'Suena ahora'
  },
  sound: {
    legend: 'Escuchar',
    choose: 'Aplicar'
  }
} satisfies LiveMessages;
