import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { mediaMessages } from '#lib/domain/i18n/messages/media.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';
import {
  closeUpload,
  declareLength,
  dropUpload,
  keepPartsMs,
  openUpload,
  placeOfUploads,
  uploadOf
} from '#lib/server/uploads/index.ts';

/** As the protocol calls its version. */
const version = '1.0.0';
const chunkType = 'application/offset+octet-stream';

/** What the library throws: it answers with this number and these words. */
const thrown = (status_code: number, body: string) =>
  Object.assign(new Error(body), { status_code, body: `${body}\n` });
const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
const full = () => thrown(507, 'The disk of the archive is full. What has arrived is kept: go on when there is space.');

/** The store of the library, which otherwise hides from everybody that a disk was full. */
class UploadStore extends FileStore {
  override async write(...[source, id, offset]: Parameters<FileStore['write']>): Promise<number> {
    const target = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset });
    try {
      // nothing is held back: what has come is on its way to the disk, so a death costs no more than what was on the line
      await pipeline(source, target);
    } catch (problem) {
      throw isFull(problem) ? full() : thrown(500, 'The line broke. Ask for the offset and go on from there.');
    }
    return offset + target.bytesWritten;
  }
}

/** Who asks, by request: the library hands the request on and knows nothing of us. */
const askers = new WeakMap<object, Ctx>();
const askerOf = (request: object): Ctx => {
  const ctx = askers.get(request);
  if (!ctx) throw thrown(403, 'Nobody asked.');
  return ctx;
};

const idOf = (fileId: string) => fileId.replace(/\/data$/, '');

/** A refusal of the archive's as one that the library passes on. */
function refusal(ctx: Ctx, problem: unknown): Error {
  if (problem instanceof DomainError) {
    return thrown(statusOf[problem.kind], mediaMessages('en').problem(problem.code, problem.data));
  }
  if (isFull(problem)) return full();
  return problem instanceof Error ? problem : new Error(String(problem));
}
async function passOn<T>(ctx: Ctx, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (problem) {
    throw refusal(ctx, problem);
  }
}

const text = (metadata: Record<string, string | null> | undefined, name: string) => metadata?.[name] ?? '';

function createServer({ config }: Ctx): Server {
  const datastore = new UploadStore({
    directory: placeOfUploads(config),
    expirationPeriodInMilliseconds: keepPartsMs
  });
  return new Server({
    path: '/uploads',
    datastore,
    relativeLocation: true,
    // no other site's page may speak with it
    allowedOrigins: [],
    maxSize: config.uploadMaxBytes,
    namingFunction: async (request, metadata) => {
      const ctx = askerOf(request);
      const length = request.headers.get('upload-length');
      const opened = openUpload(ctx, {
        recordingId: text(metadata, 'recording'),
        originalName: text(metadata, 'filename') || text(metadata, 'name'),
        declaredBytes: length === null ? null : Number(length)
      });
      return `${await passOn(ctx, opened)}/data`;
    },
    generateUrl: (_, { id }) => `/uploads/${idOf(id)}`,
    getFileIdFromRequest: (_, last) => (last === undefined ? undefined : `${last}/data`),
    onIncomingRequest: async (request, id) => {
      const ctx = askerOf(request);
      await passOn(ctx, uploadOf(ctx, idOf(id)));
    },
    onUploadFinish: async (request, { id, size }) => {
      const ctx = askerOf(request);
      if (size !== undefined) await passOn(ctx, declareLength(ctx, idOf(id), size));
      await passOn(ctx, closeUpload(ctx, idOf(id)));
      return {};
    },
    onResponseError: (_, problem) => (problem instanceof Error && isFull(problem) ? full() : undefined)
  });
}

const plain = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(`${body}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'tus-resumable': version, ...headers }
  });

/**
 * What the protocol asks of a server and the library answers otherwise (1.0.0, "Core protocol"): a wrong version is 412 and names
 * the right one, a body of another kind 415, an offset that is none 400. Null: nothing is wrong.
 */
function misuseOf({ method, headers }: Request): Response | null {
  if (method === 'OPTIONS') return null;
  if (headers.get('tus-resumable') !== version)
    return plain(412, `Tus-Resumable: ${version} is spoken here.`, { 'tus-version': version });
  const type = headers.get('content-type');
  const isChunk = type === chunkType;
  if (method === 'PATCH') {
    if (!isChunk) return plain(415, `Content-Type must be ${chunkType}.`);
    if (!/^\d+$/.test(headers.get('upload-offset') ?? '')) return plain(400, 'Upload-Offset must be a whole number.');
  }
  const hasBody = Number(headers.get('content-length') ?? 0) > 0;
  if (method === 'POST' && hasBody && !isChunk) return plain(415, `Content-Type must be ${chunkType}.`);
  const length = headers.get('upload-length');
  if (method === 'POST' && length !== null && !/^\d{1,15}$/.test(length))
    return plain(400, 'Upload-Length must be a whole number.');
  return null;
}

const uploadIdIn = (request: Request) => new URL(request.url).pathname.split('/')[2] ?? '';

/** What is complete is told by the database: its bytes may have moved on, and the answer to the last chunk may have been lost. */
async function answerForArrived(request: Request, ctx: Ctx): Promise<Response | null> {
  if (request.method !== 'HEAD') return null;
  const upload = await uploadOf(ctx, uploadIdIn(request));
  if (upload.state === 'receiving') return null;
  const bytes = String(upload.declaredBytes ?? 0);
  const headers = {
    'tus-resumable': version,
    'cache-control': 'no-store',
    'upload-offset': bytes,
    'upload-length': bytes
  };
  return new Response(null, { status: 200, headers });
}

async function terminate(request: Request, ctx: Ctx): Promise<Response | null> {
  if (request.method !== 'DELETE') return null;
  await dropUpload(ctx, uploadIdIn(request));
  return new Response(null, { status: 204, headers: { 'tus-resumable': version } });
}

/** After the library: an offset that is wrong names the right one, and a part says when it will be thrown away. */
async function complete(request: Request, ctx: Ctx, response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  const id = uploadIdIn(request);
  if (id && request.method === 'HEAD' && response.ok) {
    const { expiresAt, declaredBytes } = await uploadOf(ctx, id);
    headers.set('upload-expires', new Date(expiresAt).toUTCString());
    // killed between the last byte and the word of it
    if (headers.get('upload-offset') === String(declaredBytes)) await closeUpload(ctx, id);
  }
  const { status } = response;
  const body = request.method === 'HEAD' || status === 204 ? null : response.body;
  return new Response(body, { status, headers });
}

let server: { folder: string; tus: Server } | null = null;

/** Made with the first request: the library makes its folder when it is made, and routes are imported while building. */
function serverFor(ctx: Ctx): Server {
  const folder = placeOfUploads(ctx.config);
  if (server?.folder !== folder) server = { folder, tus: createServer(ctx) };
  return server.tus;
}

/**
 * Answers a request of the tus protocol for whoever asks. Each upload belongs to a recording: only who may change that may
 * open, go on with, ask for or end it; nobody reads bytes here.
 */
export async function answerTus(request: Request, ctx: Ctx): Promise<Response> {
  if (ctx.viewer.kind === 'anonymous') return plain(401, 'Sign in first.');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(request.url).origin && origin !== ctx.config.publicUrl.origin) {
    return plain(403, 'Not from another site.');
  }
  const misuse = misuseOf(request);
  if (misuse) return misuse;
  try {
    const own = (await answerForArrived(request, ctx)) ?? (await terminate(request, ctx));
    if (own) return own;
  } catch (problem) {
    if (problem instanceof DomainError)
      return plain(statusOf[problem.kind], mediaMessages('en').problem(problem.code, problem.data));
    throw problem;
  }
  askers.set(request, ctx);
  return complete(request, ctx, await serverFor(ctx).handleWeb(request));
}
