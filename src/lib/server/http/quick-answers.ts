import type { KeptPages, Page } from '#lib/server/http/kept-pages.ts';
import { nameOfPage, treatmentOf } from '#lib/server/http/page-key.ts';

/** The answer to a request whose head is this text, ready to be sent; null: the ordinary server answers. */
export type QuickAnswers = (head: string) => Buffer | null;

/** One whole GET and nothing else: no folded lines, no odd whitespace, no other signs than those of a keyboard. */
const plainGet = /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[A-Za-z0-9-]+: [ -~]*\r\n)+)\r\n$/;

/** Names that change nothing about a page. A request with any other one is the ordinary server's. */
const harmless: ReadonlySet<string> = new Set([
  ...['accept', 'accept-language', 'cache-control', 'dnt', 'forwarded', 'from', 'origin', 'pragma', 'priority'],
  ...['referer', 'user-agent', 'upgrade-insecure-requests', 'via', 'x-real-ip', 'x-request-id']
]);
const harmlessFamily = /^(?:sec-|x-forwarded-)/;

interface Plain {
  url: string;
  host: string;
  accepts: string;
}

/** Null for everything that does not read the same to everybody: another method, a body, a name twice, a cookie. */
export function readPlainGet(head: string): Plain | null {
  const [, url, lines] = plainGet.exec(head) ?? [];
  if (url === undefined || lines === undefined) return null;
  const found: { host?: string; accepts?: string } = {};
  for (const line of lines.split('\r\n')) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 2);
    if (name === 'host' && found.host === undefined) found.host = value.toLowerCase();
    else if (name === 'accept-encoding' && found.accepts === undefined) found.accepts = value;
    else if (name === 'connection' && value.toLowerCase() === 'keep-alive') continue;
    else if (!harmless.has(name) && !harmlessFamily.test(name)) return null;
  }
  return found.host === undefined ? null : { url, host: found.host, accepts: found.accepts ?? '' };
}

function wireOf(page: Page, second: number, keepAliveMs: number): Buffer {
  const head = [
    'HTTP/1.1 200 OK',
    ...page.headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${page.headers[at + 1] ?? ''}`] : [])),
    `Date: ${new Date(second * 1000).toUTCString()}`,
    'Connection: keep-alive',
    `Keep-Alive: timeout=${String(Math.floor(keepAliveMs / 1000))}`
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), page.body]);
}

interface Options {
  /** The Host headers that are ours. */
  hosts: readonly string[];
  keepAliveMs: number;
  now?: () => number;
}

/** Heads repeat: on one connection, and from one kind of browser. As many are remembered as fit into some megabytes. */
const headsRemembered = 500;

/** Under which name a page would be kept that answers this head; null: the ordinary server answers. */
function namesOfHeads(hosts: readonly string[]): (head: string) => string | null {
  const known = new Map<string, string | null>();
  const read = (head: string) => {
    const plain = readPlainGet(head);
    if (!plain || !hosts.includes(plain.host)) return null;
    const treatment = treatmentOf({ method: 'GET', url: plain.url, headers: {} });
    return treatment.pass || treatment.key === null ? null : nameOfPage(treatment.key, plain.accepts);
  };
  return (head) => {
    const remembered = known.get(head);
    if (remembered !== undefined) return remembered;
    if (known.size >= headsRemembered) known.clear();
    const name = read(head);
    known.set(head, name);
    return name;
  };
}

/**
 * Asks for the revision once for all requests that had come in when the first of them is answered. A change that was there
 * before one of them was sent is seen: the question is asked after all of them have arrived.
 */
function oncePerTurn(pages: KeptPages): () => boolean {
  let isKeeping: boolean | null = null;
  const forget = () => (isKeeping = null);
  return () => {
    if (isKeeping !== null) return isKeeping;
    isKeeping = pages.currentRevision() !== null;
    setImmediate(forget); // runs before the process looks for new requests
    return isKeeping;
  };
}

/** Answers out of the kept pages. A page that is asked for again within the second goes out as the same bytes. */
export function quickAnswers(pages: KeptPages, { hosts, keepAliveMs, now = Date.now }: Options): QuickAnswers {
  const wires = new WeakMap<Page, { second: number; bytes: Buffer }>();
  const nameOf = namesOfHeads(hosts);
  const isKeeping = oncePerTurn(pages);
  return (head) => {
    const name = nameOf(head);
    if (name === null || !isKeeping()) return null;
    const at = now();
    const page = pages.get(name, at);
    if (!page) return null;
    const second = Math.floor(at / 1000);
    const ready = wires.get(page);
    if (ready?.second === second) return ready.bytes;
    const bytes = wireOf(page, second, keepAliveMs);
    wires.set(page, { second, bytes });
    return bytes;
  };
}
