import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding, KeptPages, Page, Rendered } from '#lib/server/http/kept-pages.ts';
import { encodingFor, nameOfPage, treatmentOf } from '#lib/server/http/page-key.ts';

/** Above this a page is sent as it comes and not kept. */
const largestPage = 16 * 1024 ** 2;
const smallestWorthPacking = 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Quality 5: a page of 1,500 cues in 7 ms, 4 % more bytes than quality 9 (docs/decisions/0010-kept-pages.md). */
export async function pack(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') {
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
    });
  }
  return encoding === 'gzip' ? zip(body, { level: 6 }) : body;
}

/** Worth holding back until it is whole: a page, its data, a drawn picture; not a file or an export that streams. */
function isHoldable(response: ServerResponse, status: number): boolean {
  const type = String(response.getHeader('content-type') ?? '');
  const hasBody = status !== 204 && status !== 304;
  return (
    hasBody &&
    /^(text\/html|application\/(problem\+)?json|image\/svg\+xml)\b/.test(type) &&
    !response.hasHeader('content-encoding')
  );
}

/** Every header of the page as it goes out, by name. */
function headersOf(response: ServerResponse, body: Buffer, encoding: Encoding): Map<string, string | string[]> {
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (value !== undefined && name !== 'transfer-encoding')
      headers.set(name, Array.isArray(value) ? value : String(value));
  }
  const tag = headers.get('etag');
  if (typeof tag === 'string') headers.set('etag', `W/${tag.replace(/^W\//, '')}`);
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  // the visitor keeps it too, and asks each time whether it is still right: 304 costs no data
  if (response.statusCode === 200 && !headers.has('cache-control')) headers.set('cache-control', 'no-cache');
  headers.set('vary', [headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', '));
  headers.set('content-length', String(body.length));
  return headers;
}

async function finish(response: ServerResponse, chunks: Buffer[], encoding: Encoding): Promise<Page> {
  const plain = Buffer.concat(chunks);
  const packed = plain.length < smallestWorthPacking ? 'identity' : encoding;
  const body = await pack(plain, packed);
  const headers = headersOf(response, body, packed);
  const isShareable =
    response.statusCode === 200 &&
    !headers.has('set-cookie') &&
    !/no-store|private/.test(String(headers.get('cache-control')));
  return {
    status: response.statusCode,
    headers: [...headers].flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one])),
    body,
    etag: String(headers.get('etag') ?? ''),
    isShareable
  };
}

/**
 * What a 304 says replaces what the browser has kept with the page (RFC 9111, 3.2). The policy that every answer begins with is
 * stricter than a page's own, and would leave a reloaded page without script and fonts.
 */
const withoutPolicy = (response: ServerResponse) => response.removeHeader('content-security-policy');

/** The same for an answer that goes out as SvelteKit makes it. */
function keepingPolicy(response: ServerResponse): ServerResponse {
  // SvelteKit sets its headers one by one and gives writeHead the status only; its server of built files gives them here
  response.writeHead = function (status: number, ...headers: unknown[]): ServerResponse {
    Reflect.deleteProperty(response, 'writeHead'); // the prototype's own comes back
    if (status === 304) withoutPolicy(response);
    Reflect.apply(Reflect.get(response, 'writeHead'), response, [status, ...headers]);
    return response;
  };
  return response;
}

/** Of a page the visitor has already: what it takes to keep it (RFC 9110, 15.4.5). */
const headersOf304: ReadonlySet<string> = new Set(['etag', 'vary', 'cache-control']);

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  // the page brings its own headers; those of the rendering are among them
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const known = page.etag !== '' && request.headers['if-none-match']?.includes(page.etag.slice(2));
  if (known) {
    const kept = page.headers.filter((_, at) => headersOf304.has(page.headers[at - (at % 2)] ?? ''));
    response.writeHead(304, kept).end();
  } else {
    response.writeHead(page.status, page.headers).end(request.method === 'HEAD' ? undefined : page.body);
  }
}

const toBuffer = (chunk: unknown): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk) : chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);

/**
 * Lets SvelteKit write into `response`, holds the body of a page back, and gives the finished page.
 * Null: it went out as it was, or the visitor left.
 */
function capture(response: ServerResponse, encoding: Encoding): Promise<Page | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // our own methods hide the prototype's: taking them away brings those back
    const restore = () => {
      for (const name of ['writeHead', 'write', 'end']) Reflect.deleteProperty(response, name);
    };
    const letGo = () => {
      restore();
      resolve(null);
    };
    response.once('close', () => resolve(null));
    const hold = (chunk: unknown) => {
      if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
      const buffer = toBuffer(chunk);
      size += buffer.length;
      chunks.push(buffer);
    };
    response.writeHead = function (status: number, ...rest: unknown[]) {
      const [headers] = rest;
      if (status === 304) withoutPolicy(response);
      if (headers && typeof headers === 'object') {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
      }
      if (!isHoldable(response, status)) {
        letGo();
        return response.writeHead(status);
      }
      response.statusCode = status;
      return response;
    };
    response.write = function (chunk: unknown) {
      hold(chunk);
      if (size <= largestPage) return true;
      // too large to hold: what was held goes first, the rest as it comes
      letGo();
      response.writeHead(response.statusCode);
      return response.write(Buffer.concat(chunks));
    };
    response.end = function (chunk?: unknown) {
      hold(chunk);
      restore();
      finish(response, chunks, encoding).then(resolve, reject);
      return response;
    };
  });
}

/** Serves kept pages in front of SvelteKit's handler, keeps what the handler finishes, and packs what is not kept. */
export function servePages(handler: RequestListener, pages: KeptPages, now: () => number = Date.now): RequestListener {
  async function render(request: IncomingMessage, response: ServerResponse, encoding: Encoding): Promise<void> {
    const finished = capture(response, encoding);
    handler(request, response);
    const page = await finished;
    if (page) send(request, response, page);
  }

  /** Renders for all who wait, so what this visitor already has must not make it a 304. */
  async function renderForAll(
    request: IncomingMessage,
    response: ServerResponse,
    encoding: Encoding
  ): Promise<Rendered> {
    const own = request.headers['if-none-match'];
    delete request.headers['if-none-match'];
    const finished = capture(response, encoding);
    handler(request, response);
    const page = await finished;
    if (own) request.headers['if-none-match'] = own;
    if (page) send(request, response, page);
    if (page?.isShareable) return page;
    return !page && !response.writableEnded ? 'left' : 'own';
  }

  async function serve(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const name = nameOfPage(key, request.headers['accept-encoding']);
    const revision = pages.currentRevision();
    if (revision === null || request.method === 'HEAD') return render(request, response, encoding);
    const kept = pages.get(name, now());
    if (kept) return send(request, response, kept);
    const others = pages.rendering(name, revision);
    if (others) {
      const page = await others;
      if (page === 'left') return serve(request, response, key); // the first who waited renders now
      return page === 'own' ? render(request, response, encoding) : send(request, response, page);
    }
    const rendering = renderForAll(request, response, encoding);
    pages.startRendering(name, revision, rendering);
    const page = await rendering;
    if (typeof page === 'object') pages.keep(name, page, revision, now());
  }

  return (request, response) => {
    const treatment = treatmentOf(request);
    if (treatment.pass) return handler(request, keepingPolicy(response));
    const { key } = treatment;
    const answered =
      key === null
        ? render(request, response, encodingFor(request.headers['accept-encoding']))
        : serve(request, response, key);
    answered.catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
}
