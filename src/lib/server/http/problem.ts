import { createHash } from 'node:crypto';

/** Problem details for programs (RFC 9457). `code` is stable; `title` and `detail` are English sentences. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  headers?: Record<string, string>;
}

export const problem = ({ status, code, title, detail, headers = {} }: Problem): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
  });

/** JSON with an ETag; 304 without a body when the client has it already. */
export function jsonWithTag(request: Request, value: unknown): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}
