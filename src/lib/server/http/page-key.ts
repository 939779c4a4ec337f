import type { IncomingMessage } from 'node:http';
import { encodings, type Encoding } from '#lib/server/http/kept-pages.ts';

/** Parameters that our pages read and that have few values. An address with any other one passes by the kept pages. */
const knownParameters: ReadonlySet<string> = new Set([
  'audio',
  'cc',
  'kind',
  'lang',
  'page',
  'place',
  'read',
  'status',
  't',
  'text',
  'when',
  'year'
]);

/** Files have their own validators and are not pages. */
const notPages = /^\/(_app|media|captions|hls|uploads|healthz|readyz|metrics|fonts)(\/|$)/;
/** For who looks after the archive, and previews: never kept, and not shared between those who ask at the same time. */
const ofTheDesk =
  /^\/(en\/(manage|sign-in|password|setup|preview)|es\/(gestion|entrar|contrasena|preparar|vista-previa))(\/|$)/;
const sessionCookie = /(?:^|;\s*)(?:__Host-)?acervo=/;

/** The best of our encodings that the visitor takes. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  const offers = (acceptEncoding ?? '').toLowerCase().split(',');
  const accepts = (name: string) =>
    offers.some((offer) => {
      const [coding, weight] = offer.trim().split(/\s*;\s*/);
      return coding === name && !/^q=0(\.0*)?$/.test(weight ?? '');
    });
  return encodings.find((name) => accepts(name)) ?? 'identity';
}

/** Name of a kept page in the encoding that the visitor is sent. */
export const nameOfPage = (key: string, acceptEncoding: string | undefined): string =>
  `${encodingFor(acceptEncoding)} ${key}`;

/**
 * What may be done with the answer to a request. `pass`: nothing, it belongs to one visitor or is a file. Otherwise it
 * may be packed, and kept under `key` (path and sorted known parameters) unless that is null.
 */
export type Treatment = { pass: true } | { pass: false; key: string | null };

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export function treatmentOf({ method, url = '/', headers }: Asked): Treatment {
  const [path = '', query = ''] = url.split('?', 2);
  const isRead = method === 'GET' || method === 'HEAD';
  if (
    !isRead ||
    headers.range ||
    sessionCookie.test(headers.cookie ?? '') ||
    notPages.test(path) ||
    ofTheDesk.test(path)
  )
    return { pass: true };
  const parameters = [...new URLSearchParams(query)];
  // answers of the API carry how many requests are left: packed, but never kept
  if (path.startsWith('/api/')) return { pass: false, key: null };
  // who asks for little data is given another page under the same address
  if (headers['save-data'] === 'on') return { pass: false, key: null };
  if (url.length > 1000 || parameters.some(([name]) => !knownParameters.has(name))) return { pass: false, key: null };
  if (parameters.length === 0) return { pass: false, key: path };
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { pass: false, key: `${path}?${new URLSearchParams(parameters).toString()}` };
}
