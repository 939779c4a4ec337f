import type { Sharing, StoredFile } from '#lib/server/media/index.ts';
import type { Pace } from '#lib/server/http/pace.ts';
import { portionOf, readPortion } from '#lib/server/media/index.ts';

/**
 * Names of stored files never change what they stand for, so a browser need not ask again. A week and not a year: what is
 * withdrawn must also leave the shared caches in between.
 */
export const cacheControl = {
  public: 'public, max-age=604800, immutable',
  private: 'private, max-age=3600',
  none: 'private, no-store'
} as const satisfies Record<Sharing, string>;

/** What of a request decides how a file is answered. */
export interface AskedFile {
  method: string;
  range: string | null;
  ifRange: string | null;
  ifNoneMatch: string | null;
}

export interface FilePlan {
  status: number;
  headers: Record<string, string>;
  /** First and last byte; null: nothing is sent. */
  bytes: { start: number; end: number } | null;
}

/** `If-None-Match` of RFC 9110, 13.1.2: compared weakly. */
const knows = (header: string | null, etag: string) =>
  header !== null && header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);

/** nginx sends the bytes, with its own validators and ranges; what may be kept, and the type, are ours to say. */
const handedOver = ({ mimeType, sharing, key }: StoredFile, accelPrefix: string): FilePlan => ({
  status: 200,
  headers: {
    'cache-control': cacheControl[sharing],
    'content-type': mimeType,
    'x-accel-redirect': `${accelPrefix}${key.split('/').map(encodeURIComponent).join('/')}`
  },
  bytes: null
});

/** The answer to GET or HEAD for a stored file: whole, one part of it, nothing new, or a word to the proxy. */
export function planFile(asked: AskedFile, file: StoredFile, accelPrefix: string | null): FilePlan {
  if (accelPrefix !== null) return handedOver(file, accelPrefix);
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'cache-control': cacheControl[file.sharing],
    'content-type': file.mimeType,
    etag: file.etag
  };
  if (knows(asked.ifNoneMatch, file.etag)) return { status: 304, headers, bytes: null };
  const isHead = asked.method === 'HEAD';
  // RFC 9110, 14.2: Range is defined for GET only
  const portion = portionOf({ range: isHead ? null : asked.range, ifRange: asked.ifRange }, file.bytes, file.etag);
  if (portion.kind === 'unsatisfiable') {
    headers['content-range'] = `bytes */${String(file.bytes)}`;
    headers['content-length'] = '0';
    return { status: 416, headers, bytes: null };
  }
  const { start, end } = portion.kind === 'part' ? portion : { start: 0, end: file.bytes - 1 };
  headers['content-length'] = String(end - start + 1);
  if (portion.kind === 'part') headers['content-range'] = `bytes ${String(start)}-${String(end)}/${String(file.bytes)}`;
  const status = portion.kind === 'part' ? 206 : 200;
  return { status, headers, bytes: isHead || end < start ? null : { start, end } };
}

/** As SvelteKit answers it. */
export function answerWithFile(
  request: Request,
  file: StoredFile,
  accelPrefix: string | null = null,
  pace: Pace | null = null
): Response {
  const { headers: given, method } = request;
  const asked = {
    ...{ method, range: given.get('range'), ifRange: given.get('if-range') },
    ifNoneMatch: given.get('if-none-match')
  };
  const { status, headers, bytes } = planFile(asked, file, accelPrefix);
  return new Response(bytes && readPortion(file.path, bytes.start, bytes.end, pace ?? undefined), { status, headers });
}
