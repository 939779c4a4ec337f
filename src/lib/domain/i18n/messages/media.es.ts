import type { MediaMessages } from '#lib/domain/i18n/messages/media.en.ts';

type Data = Parameters<MediaMessages['problem']>[1] & object;
const gib = (bytes: unknown) => `${(Number(bytes) / 2 ** 30).toFixed(1)} GB`;

const problems: Record<string, (data: Data) => string> = {
  'upload.too-large': ({ most }) => `El archivo pesa más de ${gib(most)}, que es lo máximo para un solo archivo.`,
  'upload.quota': ({ most }) =>
    `Se agotaría el espacio que tiene el archivo en el disco (${gib(most)}). Elimine algo o pida más espacio a quien administra el servidor.`,
  'upload.no-space': ({ free }) =>
    `No hay suficiente espacio en el disco del servidor: quedan ${gib(free)} disponibles. Pida a quien administra el servidor que libere espacio.`,
  'upload.incomplete': () => 'El archivo no llegó completo. Elíjalo otra vez: la carga sigue desde donde se detuvo.',
  'upload.in-use': () => 'Este archivo se está usando y no se puede eliminar.',
  'upload.missing': () => 'Esta carga ya no está aquí. Elija el archivo otra vez.',
  'upload.empty': () => 'No eligió ningún archivo. Elija uno y envíe el formulario otra vez.',
  'upload.form': () => 'El formulario no llegó como debía. Elija el archivo otra vez y envíelo de nuevo.',
  'upload.form-too-large': () =>
    'Sin scripts, un archivo puede pesar 100 MB como máximo. Active los scripts para archivos más grandes.',
  'media.unknown-kind': () =>
    'No es una grabación que se pueda reproducir aquí. Se aceptan MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV y FLAC.',
  'media.broken': () =>
    'El archivo está dañado y no se puede leer. Expórtelo otra vez desde el programa con que se hizo.',
  'media.nothing-to-play': () => 'Este archivo no tiene imagen ni sonido que se pueda reproducir aquí.',
  'media.no-length': () => 'El archivo no indica su duración. Expórtelo otra vez desde el programa con que se hizo.',
  'ffmpeg.missing': () =>
    'Falta instalar ffmpeg en el servidor. El archivo está a salvo y espera; pida a quien administra el servidor que instale ffmpeg.'
};

export const media: MediaMessages = {
  problem: (code, data = {}) => problems[code]?.(data) ?? 'Algo salió mal. Inténtelo otra vez.'
};
