import { logActors, readLog } from '#lib/server/desk/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import { logFilterOf } from '#lib/server/http/log-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1);
  const [log, actors] = await answer(Promise.all([readLog(ctx, logFilterOf(url), page), logActors(ctx)]));
  const asked = Object.fromEntries(
    ['who', 'what', 'id', 'from', 'until'].map((name) => [name, url.searchParams.get(name) ?? ''])
  );
  return { ...log, actors, page, asked };
};
