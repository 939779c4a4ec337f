import { islandOf } from '#lib/server/islands.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The server knows nothing of what is collected: the list lives in the browser. */
export const load: PageServerLoad = ({ locals: { locale } }) => ({
  section: 'recordings' as const,
  script: islandOf(`basket-${locale}`)
});
