import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { readQuery } from '#lib/domain/api/endpoints.ts';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { isLocale, type Locale } from '#lib/domain/i18n/locale.ts';
import { apiMessages } from '#lib/domain/i18n/messages/api.ts';
import type { ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';
import { outputHeaders, textAnswer } from '#lib/server/http/outputs.ts';
import { apiLimit, RateLimit } from '#lib/server/http/rate-limit.ts';

const limit = new RateLimit(apiLimit);
type ProblemCode = keyof ApiMessages['problems'];

const localeOf = (url: URL): Locale => {
  const asked = url.searchParams.get('lang') ?? undefined;
  return isLocale(asked) ? asked : 'en';
};

/** An error as problem details (RFC 9457), in the language asked for. */
export function problemAnswer(
  url: URL,
  status: number,
  code: ProblemCode,
  more: {
    errors?: readonly { parameter: string; code: keyof ApiMessages['parameters'] }[];
    headers?: Record<string, string>;
  } = {}
): Response {
  const words = apiMessages(localeOf(url));
  const errors = more.errors?.map((error) => ({ ...error, detail: words.parameters[error.code] }));
  const body = { type: 'about:blank', title: words.problems[code], status, code, ...(errors && { errors }) };
  const headers = { ...more.headers, 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), {
    status,
    headers: outputHeaders({ type: 'application/problem+json', headers })
  });
}

const isProblem = (code: string): code is ProblemCode => code in apiMessages('en').problems;

function refusal(url: URL, error: unknown): Response {
  if (!(error instanceof DomainError)) throw error;
  return problemAnswer(url, statusOf[error.kind], isProblem(error.kind) ? error.kind : 'invalid');
}

/** Counts the request, adds what is left to the answer's headers, and refuses when nothing is. */
export async function limited(event: RequestEvent, answer: () => Promise<Response>): Promise<Response> {
  const { allowed, remaining, resetSeconds } = limit.take(event.getClientAddress(), event.locals.ctx.now());
  const { requests, windowSeconds } = limit.policy;
  const response = allowed
    ? await answer()
    : problemAnswer(event.url, 429, 'too-many-requests', { headers: { 'retry-after': String(resetSeconds) } });
  // draft-ietf-httpapi-ratelimit-headers
  response.headers.set('ratelimit-policy', `"default";q=${String(requests)};w=${String(windowSeconds)}`);
  response.headers.set('ratelimit', `"default";r=${String(remaining)};t=${String(resetSeconds)}`);
  return response;
}

/**
 * The answer of an endpoint: parameters through the schema, the object as JSON with an ETag, refusals as problem details.
 * Always as an anonymous visitor: what a program reads does not depend on who is signed in. Null is 404.
 */
export function apiAnswer<S extends v.GenericSchema>(
  event: RequestEvent,
  schema: S,
  read: (ctx: Ctx, query: v.InferOutput<S>) => Promise<object | null>
): Promise<Response> {
  const { url, request, locals } = event;
  return limited(event, async () => {
    const query = readQuery(schema, url.searchParams, apiMessages('en').parameters);
    if (!query.ok) return problemAnswer(url, 400, 'bad-request', query);
    try {
      const found = await read(asViewer(locals.ctx, anonymous), query.query);
      if (!found) return problemAnswer(url, 404, url.searchParams.has('page') ? 'page-missing' : 'missing');
      return textAnswer(request, JSON.stringify(found), { type: 'application/json; charset=utf-8' });
    } catch (error) {
      return refusal(url, error);
    }
  });
}

/** For every other method: what is published is changed elsewhere. */
export const readOnly = ({ url }: { url: URL }): Response =>
  problemAnswer(url, 405, 'method-not-allowed', { headers: { allow: 'GET, HEAD' } });
