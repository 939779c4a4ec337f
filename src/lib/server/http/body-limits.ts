const kibibyte = 1024;

/** The largest body in bytes for paths that begin so; the first that fits counts. A route that takes more gets a row. */
const limits: readonly (readonly [prefix: string, bytes: number])[] = [['/', 512 * kibibyte]];

export const bodyLimit = (pathname: string): number => limits.find(([prefix]) => pathname.startsWith(prefix))?.[1] ?? 0;

/** For SvelteKit's own limit, which is one for all paths. */
export const largestBody = Math.max(...limits.map(([, bytes]) => bytes));
