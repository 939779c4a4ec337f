import { open } from 'node:fs/promises';

export interface ImageSize {
  width: number | null;
  height: number | null;
}

const unknown: ImageSize = { width: null, height: null };
/** Metadata stands before the size in a JPEG; rarely more than this. */
const headBytes = 512 * 1024;

/** PNG: the IHDR chunk comes first. */
const pngSize = (head: Buffer): ImageSize =>
  head.length >= 24 ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) } : unknown;

/** JPEG: the size stands in the start-of-frame segment, whichever kind of frame it is. */
function jpegSize(head: Buffer): ImageSize {
  let at = 2;
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return unknown;
}

/** Width and height of a PNG or JPEG, in pixels; null for other kinds and for what is broken. */
export async function imageSize(path: string): Promise<ImageSize> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.toString('latin1', 1, 4) === 'PNG') return pngSize(head);
    return head[0] === 0xff && head[1] === 0xd8 ? jpegSize(head) : unknown;
  } finally {
    await handle.close();
  }
}
