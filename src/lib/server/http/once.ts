import { actorOf } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';

/** The field that names one filling-in of a form; Form.svelte writes it. */
export const onceField = 'once';
/** Long enough for a double click, a slow line, and a "send again?" of the browser. */
const rememberMs = 10 * 60_000;
const most = 2_000;

interface Done {
  at: number;
  result: Promise<unknown>;
}
const done = new Map<string, Done>();

function forget(now: number): void {
  for (const [key, { at }] of done) {
    if (now - at < rememberMs && done.size <= most) return;
    done.delete(key);
  }
}

/**
 * Does the work of a form once, however often it is sent: the second one is given what the first one comes to, also when
 * that is a redirect. What failed in another way is forgotten, so that it can be sent again.
 */
export async function once<T>(ctx: Ctx, route: string, form: FormData, work: () => Promise<T>): Promise<T> {
  const token = form.get(onceField);
  if (typeof token !== 'string' || token === '' || token.length > 100) return work();
  forget(ctx.now());
  const key = `${actorOf(ctx.viewer)} ${route} ${token}`;
  const known = done.get(key);
  if (known) return (await known.result) as T;
  const result = work();
  done.set(key, { at: ctx.now(), result });
  result.catch((problem: unknown) => {
    if (!isRedirect(problem)) done.delete(key);
  });
  return result;
}

const isRedirect = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'status' in problem && 'location' in problem;
