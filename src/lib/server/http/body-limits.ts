const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/**
 * The largest body in bytes for paths of this form; the first that fits counts. A route that takes more than a form of words
 * gets a row.
 */
const limits: readonly (readonly [path: RegExp, bytes: number])[] = [
  // a chunk of 16 MiB and what is around it
  [/^\/uploads(\/|$)/, 17 * mebibyte],
  // files of at most 100 MB without script, with the form around them
  [/^\/(en|es)\/(manage|gestion)\/(media|medios)\/[^/]+\/(file|archivo)$/, 101 * mebibyte],
  // pictures of at most 25 MiB; those that are somewhat larger are refused in the form, with what was typed
  [/^\/(en|es)\/(manage|gestion)\/(images|imagenes)(\/|$)/, 40 * mebibyte],
  [/^\/(en|es)\/(manage|gestion)\/(captions|subtitulos)(\/|$)/, 6 * mebibyte],
  // a text that is too long is refused at its field, with what was typed, not at the door
  [/^\/(en|es)\/(manage|gestion)\//, 4 * mebibyte],
  // what was written when a session ended comes along through signing in
  [/^\/(en\/sign-in|es\/entrar)(\/|$)/, 7 * mebibyte],
  [/^/, 512 * kibibyte]
];

export const bodyLimit = (pathname: string): number => limits.find(([path]) => path.test(pathname))?.[1] ?? 0;

/** For SvelteKit's own limit, which is one for all paths. */
export const largestBody = Math.max(...limits.map(([, bytes]) => bytes));

/** Paths whose bodies may take as long as the visitor's line needs; elsewhere a body is here within a minute. */
export const isSlowBody = (pathname: string): boolean => bodyLimit(pathname) > 8 * mebibyte;
