import { open, type FileHandle } from 'node:fs/promises';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { assertRoomFor, closeUpload, dataOf, dropUpload, openUpload } from '#lib/server/uploads/index.ts';

const mostHeaderBytes = 8192;
/** What a form without script may bring. */
export const mostFormBytes = 100 * 1000 * 1000;

const refused = (code: string) => new DomainError('invalid', code);

/** RFC 7578: the file's own name, as the browser wrote it; null: a part that is no file. */
function fileNameIn(headers: string): string | null {
  const [, quoted] = /content-disposition:[^\r\n]*;\s*filename="([^"]*)"/i.exec(headers) ?? [];
  return quoted === undefined ? null : quoted.replace(/%22/g, '"');
}

/** What stands between two delimiters, in pieces as they come; true at the end when a delimiter closed it. */
interface Reader {
  headers(): Promise<string | null>;
  body(take: (bytes: Uint8Array) => Promise<void>): Promise<boolean>;
}

function partReader(source: AsyncIterator<Uint8Array, undefined>, boundary: string): Reader {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // the first delimiter has no line end before it
  let held: Buffer = Buffer.from('\r\n');
  let ended = false;
  const more = async () => {
    const { value } = await source.next();
    if (!value) ended = true;
    else
      held =
        held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return !ended;
  };
  const body: Reader['body'] = async (take) => {
    for (;;) {
      const at = held.indexOf(delimiter);
      if (at >= 0) {
        if (at > 0) await take(held.subarray(0, at));
        held = held.subarray(at + delimiter.length);
        return true;
      }
      const safe = held.length - delimiter.length;
      if (safe > 0) {
        await take(held.subarray(0, safe));
        held = held.subarray(safe);
      }
      if (ended || !(await more())) return false;
    }
  };
  const headers: Reader['headers'] = async () => {
    for (;;) {
      if (held.length >= 2 && held.toString('latin1', 0, 2) === '--') return null;
      const end = held.indexOf('\r\n\r\n');
      if (end >= 0) {
        const text = held.toString('utf8', 0, end);
        held = held.subarray(end + 4);
        return text;
      }
      if (held.length > mostHeaderBytes || ended || !(await more())) throw refused('upload.form');
    }
  };
  return { headers, body };
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function writeTo(file: FileHandle, reader: Reader): Promise<{ whole: boolean; bytes: number }> {
  let bytes = 0;
  const whole = await reader.body(async (piece) => {
    await file.write(piece, 0, piece.length, bytes);
    bytes += piece.length;
  });
  return { whole, bytes };
}

async function receive(ctx: Ctx, recordingId: string, name: string, reader: Reader): Promise<string> {
  const id = await openUpload(ctx, { recordingId, originalName: name, declaredBytes: null });
  const file = await open(dataOf(ctx, id), 'w');
  const written = await writeTo(file, reader)
    .catch((problem: unknown) => (problem instanceof Error ? problem : new Error(String(problem))))
    .finally(() => file.close());
  if (!(written instanceof Error) && written.whole && written.bytes > 0) {
    await closeUpload(ctx, id);
    return id;
  }
  await dropUpload(ctx, id);
  if (written instanceof Error)
    throw 'code' in written && written.code === 'ENOSPC'
      ? new DomainError('no-space', 'upload.no-space', { free: 0 })
      : written;
  throw refused(written.bytes === 0 ? 'upload.empty' : 'upload.form');
}

/** Takes the first file of a form to the disk as it comes: never more of it in memory than what is on the line. */
export async function receiveForm(request: Request, ctx: Ctx, recordingId: string): Promise<string> {
  const [, plain, quoted] =
    /^multipart\/form-data;.*boundary=(?:([^\s;"]+)|"([^"]+)")/i.exec(request.headers.get('content-type') ?? '') ?? [];
  const boundary = plain ?? quoted;
  if (!boundary || !request.body) throw refused('upload.form');
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > mostFormBytes + mostHeaderBytes) throw new DomainError('too-large', 'upload.form-too-large');
  await assertRoomFor(ctx, length);
  const reader = partReader(chunksOf(request.body), boundary);
  const skip = async () => undefined;
  if (!(await reader.body(skip))) throw refused('upload.form');
  for (let headers = await reader.headers(); headers !== null; headers = await reader.headers()) {
    const name = fileNameIn(headers);
    if (name) return receive(ctx, recordingId, name, reader);
    if (!(await reader.body(skip))) throw refused('upload.form');
  }
  throw refused('upload.empty');
}
