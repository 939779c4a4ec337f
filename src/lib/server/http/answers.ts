import { error } from '@sveltejs/kit';
import { DomainError, type ErrorKind } from '#lib/server/errors.ts';

/** The HTTP number of each kind of refusal. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  missing: 404,
  gone: 410,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'too-large': 413,
  'no-space': 507,
  busy: 503,
  'too-many': 429
};

/** SvelteKit’s own error, with the code that names its words. */
export const refuse = (status: number, code: string, more: Partial<App.Error> = {}): never =>
  error(status, { message: code, code, ...more });

/** What a service gives, its refusals (DomainError) turned into SvelteKit's errors; other errors stay what they are. */
export async function answer<T>(service: Promise<T>): Promise<T> {
  try {
    return await service;
  } catch (problem) {
    if (!(problem instanceof DomainError)) throw problem;
    const { at } = problem.data;
    return refuse(statusOf[problem.kind], problem.code, typeof at === 'number' ? { at } : {});
  }
}

/** For a `load`: `await found(getEvent(ctx, slug))`. As `answer`, and null becomes 404. */
export async function found<T>(service: Promise<T | null>): Promise<T> {
  return (await answer(service)) ?? refuse(404, 'missing');
}
