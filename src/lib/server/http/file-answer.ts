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

/** `If-None-Match` of RFC 9110, 13.1.2: compared weakly. */
const knows = (header: string | null, etag: string) =>
  header !== null && header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);

/** The answer to GET or HEAD for a stored file: whole, one part of it, or nothing new. */
export function answerWithFile(request: Request, file: StoredFile, pace: Pace | null = null): Response {
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'cache-control': cacheControl[file.sharing],
    'content-type': file.mimeType,
    etag: file.etag
  });
  if (knows(request.headers.get('if-none-match'), file.etag)) return new Response(null, { status: 304, headers });
  const isHead = request.method === 'HEAD';
  // RFC 9110, 14.2: Range is defined for GET only
  const asked = {
    range: isHead ? null : request.headers.get('range'),
    ifRange: request.headers.get('if-range')
  };
  const portion = portionOf(asked, file.bytes, file.etag);
  if (portion.kind === 'unsatisfiable') {
    headers.set('content-range', `bytes */${String(file.bytes)}`);
    headers.set('content-length', '0');
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = portion.kind === 'part' ? portion : { start: 0, end: file.bytes - 1 };
  headers.set('content-length', String(end - start + 1));
  if (portion.kind === 'part') {
    headers.set('content-range', `bytes ${String(start)}-${String(end)}/${String(file.bytes)}`);
  }
  const body = isHead || end < start ? null : readPortion(file.path, start, end, pace ?? undefined);
  return new Response(body, { status: portion.kind === 'part' ? 206 : 200, headers });
}
