const isControl = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return code <= 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
};

const misleads = (path: string): boolean => {
  const [before = ''] = path.split(/[?#]/);
  return /^\/[/\\]/.test(path) || before.includes('\\') || [...before].some(isControl);
};

/**
 * A path of this site to go on to, or null. Nothing that a browser could take for another site: it begins with one
 * slash, has no backslash and no control character, and that is still so when somebody on the way decodes it.
 */
export function ownPath(next: string | null | undefined): string | null {
  if (!next || next.length > 2000 || !next.startsWith('/')) return null;
  let path = next;
  for (let round = 0; round < 3; round++) {
    if (misleads(path)) return null;
    try {
      path = decodeURIComponent(path);
    } catch {
      return null;
    }
  }
  const url = new URL(next, 'https://archive.invalid');
  // "/en/../..//host" begins with one slash, and with two once its dots are gone
  const found = url.pathname + url.search;
  return url.origin === 'https://archive.invalid' && !misleads(found) ? found : null;
}
