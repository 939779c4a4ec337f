import type { CorpusFilter } from '#lib/server/feeds/index.ts';

const shapes = {
  language: /^[a-z]{2,8}$/i,
  series: /^[0-9a-zA-Z-]{1,64}$/,
  event: /^[0-9a-zA-Z-]{1,64}$/,
  year: /^\d{4}$/
} as const;

/** The choice in an address; the name of a parameter that cannot be one of ours instead, so that nothing is guessed. */
export function readCorpusFilter(given: URLSearchParams): CorpusFilter | { wrong: string } {
  const filter = { language: null, series: null, event: null, year: null } as Record<
    keyof typeof shapes,
    string | null
  >;
  for (const name of Object.keys(shapes) as (keyof typeof shapes)[]) {
    const value = given.get(name) ?? '';
    if (value === '') continue;
    if (!shapes[name].test(value)) return { wrong: name };
    filter[name] = name === 'language' ? value.toLowerCase() : value;
  }
  return { ...filter, standIns: given.get('standIns') === 'include' };
}
