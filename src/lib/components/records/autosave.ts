import type { Locale } from '#lib/domain/i18n/locale.ts';

/*
 * What is being written, kept in this browser while the server does not have it. A browser that keeps nothing (private windows)
 * loses nothing but this second copy.
 */
const keyOf = (kind: string, id: string) => `acervo:draft:${kind}:${id}`;

export function keepHere(kind: string, id: string, text: string): void {
  try {
    localStorage.setItem(keyOf(kind, id), text);
  } catch {
    // full or forbidden: the server's copy is the one that counts
  }
}

export function keptHere(kind: string, id: string): string | null {
  try {
    return localStorage.getItem(keyOf(kind, id));
  } catch {
    return null;
  }
}

export function forgetHere(kind: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(kind, id));
  } catch {
    // nothing was kept
  }
}

const isKept = (body: unknown): body is { at: number } =>
  typeof body === 'object' && body !== null && 'at' in body && typeof body.at === 'number';

/** UTC milliseconds at which the server kept it; null when it did not. */
export async function sendDraft(path: string, form: FormData): Promise<number | null> {
  try {
    const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields })
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    return isKept(body) ? body.at : null;
  } catch {
    return null;
  }
}

export const clock = (locale: Locale, at: number): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
