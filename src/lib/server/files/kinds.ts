import { open } from 'node:fs/promises';

interface FileKind {
  mimeType: string;
  ending: string;
  isKind(head: Buffer, name: string): boolean;
}

const startsWith = (head: Buffer, text: string, at = 0) => head.toString('latin1', at, at + text.length) === text;
const nameEnds = (name: string, ...endings: string[]) => endings.some((ending) => name.toLowerCase().endsWith(ending));
/** An ISO base media file: a box of one of these types comes first. */
const isIsoMedia = (head: Buffer) => ['ftyp', 'styp', 'moof', 'sidx'].some((box) => startsWith(head, box, 4));

/** What a file is, told by its first bytes; the name only decides between relatives. */
const kinds: FileKind[] = [
  { mimeType: 'image/png', ending: '.png', isKind: (head) => startsWith(head, '\x89PNG\r\n\x1a\n') },
  { mimeType: 'image/jpeg', ending: '.jpg', isKind: (head) => startsWith(head, '\xff\xd8\xff') },
  {
    mimeType: 'image/webp',
    ending: '.webp',
    isKind: (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)
  },
  { mimeType: 'image/avif', ending: '.avif', isKind: (head) => startsWith(head, 'ftypavif', 4) },
  { mimeType: 'audio/mp4', ending: '.m4a', isKind: (head, name) => isIsoMedia(head) && nameEnds(name, '.m4a') },
  { mimeType: 'video/iso.segment', ending: '.m4s', isKind: (head, name) => isIsoMedia(head) && nameEnds(name, '.m4s') },
  {
    mimeType: 'video/mp4',
    ending: '.mp4',
    isKind: (head, name) => isIsoMedia(head) && !nameEnds(name, '.m4a', '.m4s')
  },
  { mimeType: 'video/mp2t', ending: '.ts', isKind: (head) => head[0] === 0x47 && (head[188] ?? 0x47) === 0x47 },
  { mimeType: 'video/webm', ending: '.webm', isKind: (head) => startsWith(head, '\x1a\x45\xdf\xa3') },
  { mimeType: 'audio/mpeg', ending: '.mp3', isKind: (head) => startsWith(head, 'ID3') || isMpegAudio(head) },
  { mimeType: 'audio/ogg', ending: '.ogg', isKind: (head) => startsWith(head, 'OggS') },
  { mimeType: 'audio/flac', ending: '.flac', isKind: (head) => startsWith(head, 'fLaC') },
  { mimeType: 'audio/wav', ending: '.wav', isKind: (head) => startsWith(head, 'RIFF') && startsWith(head, 'WAVE', 8) },
  { mimeType: 'application/vnd.apple.mpegurl', ending: '.m3u8', isKind: (head) => startsWith(head, '#EXTM3U') },
  { mimeType: 'application/pdf', ending: '.pdf', isKind: (head) => startsWith(head, '%PDF-') },
  { mimeType: 'text/vtt', ending: '.vtt', isKind: (head, name) => nameEnds(name, '.vtt') && !head.includes(0) }
];

/** Frame sync of MPEG audio, with a layer and a bit rate that exist. */
const isMpegAudio = (head: Buffer) =>
  head[0] === 0xff &&
  ((head[1] ?? 0) & 0xe0) === 0xe0 &&
  ((head[1] ?? 0) & 0x06) !== 0 &&
  ((head[2] ?? 0xf0) & 0xf0) !== 0xf0;

export interface Kind {
  mimeType: string;
  /** With its dot. */
  ending: string;
}

const headBytes = 512;

/** By the first bytes; null: nothing that the archive shows or plays. */
export const kindOfHead = (head: Buffer, name: string): Kind | null =>
  kinds.find((kind) => kind.isKind(head.subarray(0, headBytes), name)) ?? null;

/** Null: nothing that the archive shows or plays. */
export async function kindOfFile(path: string): Promise<Kind | null> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return kindOfHead(buffer.subarray(0, bytesRead), path);
  } finally {
    await handle.close();
  }
}
