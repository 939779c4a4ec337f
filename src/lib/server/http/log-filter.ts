import type { LogFilter } from '#lib/server/desk/index.ts';

const dayMs = 86_400_000;
const dayOf = (text: string | null): number | null => {
  const ms = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
};

/** The filter of the log as it stands in an address; days are whole days in UTC. */
export function logFilterOf({ searchParams }: URL): LogFilter {
  const until = dayOf(searchParams.get('until'));
  return {
    actor: searchParams.get('who'),
    action: searchParams.get('what'),
    object: searchParams.get('id'),
    from: dayOf(searchParams.get('from')),
    until: until === null ? null : until + dayMs
  };
}
