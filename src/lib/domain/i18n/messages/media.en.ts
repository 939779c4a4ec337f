type Data = Readonly<Record<string, string | number | boolean | null>>;
const gib = (bytes: unknown) => `${(Number(bytes) / 2 ** 30).toFixed(1)} GB`;

const problems: Record<string, (data: Data) => string> = {
  'upload.too-large': ({ most }) =>
    `The file is larger than ${gib(most)}, which is the most that one file may have here.`,
  'upload.quota': ({ most }) =>
    `The archive’s share of the disk (${gib(most)}) would be used up. Remove something first, or ask whoever runs the server for more.`,
  'upload.no-space': ({ free }) =>
    `There is not enough space on the server’s disk: ${gib(free)} can still be used. Ask whoever runs the server to free some.`,
  'upload.incomplete': () => 'The file has not arrived whole. Choose it again: the upload goes on where it stopped.',
  'upload.in-use': () => 'This file is being used and cannot be removed.',
  'upload.missing': () => 'This upload is not here any more. Choose the file again.',
  'upload.empty': () => 'No file was chosen. Choose one and send the form again.',
  'upload.form': () => 'The form did not arrive as it should. Choose the file again and send the form once more.',
  'upload.form-too-large': () => 'Without script a file may have at most 100 MB. Turn scripts on for larger files.',
  'media.unknown-kind': () =>
    'This is no recording that the archive can play. It takes MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV and FLAC.',
  'media.broken': () => 'The file is damaged and cannot be read. Export it again from the program that made it.',
  'media.nothing-to-play': () => 'There is neither a picture nor a sound in this file that the archive can play.',
  'media.no-length': () => 'The file does not say how long it is. Export it again from the program that made it.',
  'ffmpeg.missing': () =>
    'ffmpeg is not installed on the server. The file is safe and waits; ask whoever runs the server to install ffmpeg.'
};

/** Uploads, what is made of them, and what players are told about it. */
export const media = {
  problem: (code: string, data: Data = {}) => problems[code]?.(data) ?? 'Something went wrong. Try again.'
};

export type MediaMessages = typeof media;
