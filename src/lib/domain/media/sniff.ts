/** What a file is by its own first bytes, and the one demuxer that may open it. */
export interface Sniffed {
  /** ffmpeg's name for it, for `-f` */
  demuxer: 'mov' | 'matroska' | 'mp3' | 'ogg' | 'wav' | 'flac' | 'mpegts' | 'aac';
  /** How ffmpeg calls that demuxer in its own lists, for `-format_whitelist` */
  whitelist: string;
  mimeType: string;
  /** With its dot. */
  ending: string;
}

/** As much of a file as `sniff` wants to see. */
export const sniffBytes = 1024;

const mov = 'mov,mp4,m4a,3gp,3g2,mj2';
const ebml = 'matroska,webm';
const text = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
const uint32 = (head: Uint8Array, at: number) =>
  (head[at] ?? 0) * 2 ** 24 + (head[at + 1] ?? 0) * 2 ** 16 + (head[at + 2] ?? 0) * 2 ** 8 + (head[at + 3] ?? 0);

/** ISO/IEC 14496-12: a box of a believable size and of a type that may come first. */
function isIsoMedia(head: Uint8Array): boolean {
  const size = uint32(head, 0);
  const type = text(head, 4, 8);
  if (type === 'ftyp') return size >= 8 && size <= 4096;
  return (size === 1 || size >= 8) && ['moov', 'mdat', 'wide'].includes(type);
}

/** Brands of pictures that stand in the same kind of boxes. */
const pictureBrands = new Set(['avif', 'avis', 'heic', 'heix', 'mif1', 'msf1', 'crx ', 'jxl ']);

function isoMedia(head: Uint8Array): Sniffed | null {
  if (!isIsoMedia(head) || pictureBrands.has(text(head, 8, 12))) return null;
  const brand = text(head, 8, 12);
  if (brand === 'M4A ' || brand === 'M4B ')
    return { demuxer: 'mov', whitelist: mov, mimeType: 'audio/mp4', ending: '.m4a' };
  if (brand === 'qt  ' || text(head, 4, 8) !== 'ftyp')
    return { demuxer: 'mov', whitelist: mov, mimeType: 'video/quicktime', ending: '.mov' };
  return { demuxer: 'mov', whitelist: mov, mimeType: 'video/mp4', ending: '.mp4' };
}

function matroska(head: Uint8Array): Sniffed | null {
  if (uint32(head, 0) !== 0x1a45dfa3) return null;
  const isWebm = text(head, 4, 64).includes('webm');
  return {
    demuxer: 'matroska',
    whitelist: ebml,
    mimeType: isWebm ? 'video/webm' : 'video/x-matroska',
    ending: isWebm ? '.webm' : '.mkv'
  };
}

/** Frame header of MPEG audio, layers I to III, with a bit rate and a sample rate that exist. */
const isMpegFrame = (head: Uint8Array, at: number) =>
  head[at] === 0xff &&
  ((head[at + 1] ?? 0) & 0xe0) === 0xe0 &&
  ((head[at + 1] ?? 0) & 0x18) !== 0x08 &&
  ((head[at + 1] ?? 0) & 0x06) !== 0 &&
  ((head[at + 2] ?? 0xf0) & 0xf0) !== 0xf0 &&
  ((head[at + 2] ?? 0) & 0x0c) !== 0x0c;

/** ADTS: twelve bits of ones and layer 0. */
const isAdts = (head: Uint8Array) => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;

/** Packets of 188 bytes, each with its mark; a single G at the beginning is also how many texts begin. */
const isTransport = (head: Uint8Array) => [0, 188, 376, 564].every((at) => head[at] === 0x47);

const simple = (demuxer: Sniffed['demuxer'], mimeType: string, ending: string): Sniffed => ({
  demuxer,
  whitelist: demuxer,
  mimeType,
  ending
});

/**
 * Recognizes what the archive can play, by the bytes only: a name says nothing. Lists (HLS, DASH, ffconcat, SDP), texts, pictures
 * and everything else that makes a player open other files or addresses is null.
 *
 * @param head the first `sniffBytes` of the file, fewer when it is shorter
 */
export function sniff(head: Uint8Array): Sniffed | null {
  const start = text(head, 0, 4);
  if (start === 'OggS') return simple('ogg', 'audio/ogg', '.ogg');
  if (start === 'fLaC') return simple('flac', 'audio/flac', '.flac');
  if ((start === 'RIFF' || start === 'RF64') && text(head, 8, 12) === 'WAVE') return simple('wav', 'audio/wav', '.wav');
  if (text(head, 0, 3) === 'ID3' || isMpegFrame(head, 0)) return simple('mp3', 'audio/mpeg', '.mp3');
  if (isAdts(head)) return simple('aac', 'audio/aac', '.aac');
  if (isTransport(head)) return simple('mpegts', 'video/mp2t', '.ts');
  return matroska(head) ?? isoMedia(head);
}
