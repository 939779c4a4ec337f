import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder of the shared cases: $ACERVO_SHARED, else shared/ in the project, else ../shared. Null and a loud line where there is none. */
export function sharedFolder(...parts: string[]): string | null {
  const places = [process.env.ACERVO_SHARED, resolve('shared'), resolve('..', 'shared')];
  for (const place of places) if (place && existsSync(join(place, ...parts))) return join(place, ...parts);
  console.warn(`SKIPPED: no shared cases (${parts.join('/')}) in $ACERVO_SHARED, shared/ or ../shared`);
  return null;
}
