import type { IncomingMessage, ServerResponse } from 'node:http';
import { planFile } from '#lib/server/http/file-answer.ts';
import type { KeptFiles, Lent } from '#lib/server/http/kept-files.ts';
import type { KeptPages } from '#lib/server/http/kept-pages.ts';

const kibibyte = 1024;
/** Larger ones are no faster: they leave the processor's cache before they are sent. */
const largestPiece = 256 * kibibyte;
const smallestPiece = 64 * kibibyte;
/** Of all answers together, read and not yet taken by the other side. */
const budget = 48 * 1024 * kibibyte;
let held = 0;

/** Large pieces for few readers, small ones for many slow ones: memory does not grow with the number of readers. */
const pieceBytes = (left: number) =>
  Math.min(left, largestPiece, Math.max(smallestPiece, Math.floor((budget - held) / 16)));

/** Buffers that have been sent, to be filled again: new ones cost more than reading into them, and pile up until they are collected. */
const spare: Record<'large' | 'small', Buffer[]> = { large: [], small: [] };
const mostSpare = { large: 32, small: 256 };
const bufferFor = (bytes: number): Buffer =>
  bytes <= smallestPiece
    ? (spare.small.pop() ?? Buffer.allocUnsafeSlow(smallestPiece))
    : (spare.large.pop() ?? Buffer.allocUnsafeSlow(largestPiece));
function keepBuffer(buffer: Buffer): void {
  const kind = buffer.length === largestPiece ? 'large' : 'small';
  if (spare[kind].length < mostSpare[kind]) spare[kind].push(buffer);
}

async function sendPiece(response: ServerResponse, { handle, file }: Lent, at: number, bytes: number): Promise<number> {
  const buffer = bufferFor(bytes);
  held += bytes;
  try {
    const { bytesRead } = await handle.read(buffer, 0, bytes, at);
    // shorter than it was: the connection is broken, so that nobody takes a part for the whole
    if (bytesRead === 0) throw new Error(`${file.key} ended at byte ${String(at)}`);
    if (response.destroyed) return bytesRead;
    await new Promise<void>((resolve) => {
      const done = () => resolve();
      response.once('close', done);
      response.write(buffer.subarray(0, bytesRead), () => {
        response.off('close', done);
        keepBuffer(buffer);
        done();
      });
    });
    return bytesRead;
  } finally {
    held -= bytes;
  }
}

async function sendBytes(response: ServerResponse, lent: Lent, start: number, end: number): Promise<void> {
  for (let at = start; at <= end && !response.destroyed;) {
    at += await sendPiece(response, lent, at, pieceBytes(end - at + 1));
  }
}

const one = (header: string | string[] | undefined) => (typeof header === 'string' ? header : null);

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  lent: Lent,
  accelPrefix: string | null
): Promise<void> {
  const { headers: given, method = 'GET' } = request;
  const asked = {
    ...{ method, range: one(given.range), ifRange: one(given['if-range']) },
    ifNoneMatch: one(given['if-none-match'])
  };
  const { status, headers, bytes } = planFile(asked, lent.file, accelPrefix);
  response.writeHead(status, headers);
  try {
    if (bytes) await sendBytes(response, lent, bytes.start, bytes.end);
    if (!response.destroyed) response.end();
  } catch {
    response.destroy();
  }
}

const sessionCookie = /(?:^|;\s*)(?:__Host-)?acervo=/;

/**
 * Sends a stored file that is known to be everybody's without going through SvelteKit. False: somebody else must answer.
 */
export async function serveKeptFile(
  request: IncomingMessage,
  response: ServerResponse,
  {
    files,
    pages,
    accelPrefix,
    begin
  }: { files: KeptFiles; pages: KeptPages; accelPrefix: string | null; begin: () => void }
): Promise<boolean> {
  const revision = pages.currentRevision();
  if (revision === null) return false;
  const lent = await files.lend(request.url ?? '', revision);
  if (!lent) return false;
  begin();
  try {
    await send(request, response, lent, accelPrefix);
  } finally {
    lent.giveBack();
  }
  return true;
}

/** Could it be one? Asked first, because most requests are not. */
export const mayBeKeptFile = ({ method, url = '', headers }: IncomingMessage, files: KeptFiles): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  url.startsWith('/media/') &&
  files.has(url) &&
  !sessionCookie.test(headers.cookie ?? '');
