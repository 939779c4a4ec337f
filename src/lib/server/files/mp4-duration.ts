import { open, type FileHandle } from 'node:fs/promises';

interface Box {
  type: string;
  /** Of its content. */
  from: number;
  to: number;
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function boxAt(file: FileHandle, at: number, end: number): Promise<Box | null> {
  const head = await readAt(file, at, 16);
  if (head.length < 8) return null;
  const short = head.readUInt32BE(0);
  const long = short === 1 && head.length === 16;
  const size = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
  const from = at + (long ? 16 : 8);
  return at + size < from ? null : { type: head.toString('latin1', 4, 8), from, to: at + size };
}

async function findBox(file: FileHandle, type: string, from: number, end: number): Promise<Box | null> {
  // a file can have thousands of fragments; the header is among the first or last boxes of an ordinary one
  for (let at = from, count = 0; at < end && count < 10_000; count++) {
    const box = await boxAt(file, at, end);
    if (!box) return null;
    if (box.type === type) return box;
    at = box.to;
  }
  return null;
}

/** Length by the movie header (ISO/IEC 14496-12, 8.2.2), milliseconds; null when the file does not say. */
export async function mp4DurationMs(path: string): Promise<number | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const movie = await findBox(file, 'moov', 0, size);
    const header = movie && (await findBox(file, 'mvhd', movie.from, movie.to));
    if (!header) return null;
    const data = await readAt(file, header.from, 32);
    const wide = data[0] === 1;
    if (data.length < (wide ? 32 : 20)) return null;
    const scale = data.readUInt32BE(wide ? 20 : 12);
    const duration = wide ? Number(data.readBigUInt64BE(24)) : data.readUInt32BE(16);
    const unknown = !wide && duration === 0xffffffff;
    return scale === 0 || duration === 0 || unknown ? null : Math.round((duration / scale) * 1000);
  } finally {
    await file.close();
  }
}
