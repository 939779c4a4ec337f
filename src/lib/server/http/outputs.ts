import { createHash } from 'node:crypto';

/** Feeds, calendars and the API are read by programs on other sites. No cookie is ever looked at for them. */
const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, ratelimit, ratelimit-policy, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  // kept by whoever fetched it, asked again each time: what was withdrawn must go
  'cache-control': 'public, no-cache'
} as const;

export interface OutputHead {
  type: string;
  /** Offered as a file of this name; else shown. */
  fileName?: string;
  headers?: Readonly<Record<string, string>>;
}

export function outputHeaders({ type, fileName, headers = {} }: OutputHead): Headers {
  const all = new Headers({ ...shared, 'content-type': type, ...headers });
  if (fileName) all.set('content-disposition', `inline; filename="${fileName.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"`);
  return all;
}

export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Does the asker already have this? If-None-Match is compared weakly (RFC 9110, 13.1.2). */
export const hasAlready = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** A finished text with its ETag; 304 where it is known already. */
export function textAnswer(request: Request, body: string, head: OutputHead): Response {
  const headers = outputHeaders(head);
  const etag = etagOf(body);
  headers.set('etag', etag);
  if (hasAlready(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/**
 * A text that is written piece by piece, as fast as it is read. The first piece is made before the answer begins, so that
 * a failure there is still an error and not a broken file.
 */
export async function streamAnswer(pieces: AsyncGenerator<string, void>, head: OutputHead): Promise<Response> {
  const encoder = new TextEncoder();
  const first = await pieces.next();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.done) controller.close();
      else controller.enqueue(encoder.encode(first.value));
    },
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    }
  });
  return new Response(stream, { headers: outputHeaders(head) });
}
