import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, opendir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';

// RFC 8493 (BagIt 1.0), and the drafts before it that are still met as 0.97.

export const algorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];
const isAlgorithm = (name: string): name is Algorithm => algorithms.some((each) => each === name);

export interface BagFault {
  /** `declaration`, `manifest`, `path`, `missing`, `unlisted`, `duplicate`, `checksum`, `oxum`, `fetch`, `link`, `bag-info`, `encoding` */
  code: string;
  path: string;
}

export interface BagVerdict {
  version: string | null;
  /** Every file that is listed is there, and no other. */
  complete: boolean;
  /** Complete, and every checksum is right. */
  valid: boolean;
  faults: BagFault[];
}

interface Line {
  sum: string;
  path: string;
}

interface ManifestFile {
  name: string;
  algorithm: Algorithm;
  lines: Line[];
}

const decodePath = (path: string, version: string) =>
  version === '0.97'
    ? path.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
    : path.replace(/%(0D|0A|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Leads nowhere but into the bag. */
const isSafe = (path: string) =>
  path !== '' &&
  !/^(\/|~|[A-Za-z]:)/.test(path) &&
  !path.includes('\\') &&
  !path.split('/').some((part) => ['', '.', '..'].includes(part));

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null: not there. Throws when it is no UTF-8. */
async function textOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && strictUtf8.decode(bytes);
}

/** All files below the bag, with slashes; a link or a device is a fault and is not followed. */
async function filesIn(root: string, faults: BagFault[], prefix = ''): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of await opendir(join(root, prefix))) {
    const path = posix.join(prefix, entry.name);
    if (entry.isDirectory()) found.push(...(await filesIn(root, faults, path)));
    else if (entry.isFile()) found.push(path);
    else faults.push({ code: 'link', path });
  }
  return found;
}

async function readDeclaration(root: string, faults: BagFault[]): Promise<string | null> {
  const text = await textOf(join(root, 'bagit.txt')).catch(() => null);
  const [, version, encoding] =
    /^BagIt-Version: *(\d+\.\d+) *\r?\nTag-File-Character-Encoding: *(\S+) *(?:\r?\n)?$/.exec(text ?? '') ?? [];
  const known = version === '1.0' || version === '0.97';
  if (known && encoding?.toUpperCase() === 'UTF-8') return version;
  faults.push({ code: 'declaration', path: 'bagit.txt' });
  return null;
}

function readLines(text: string, name: string, version: string, faults: BagFault[]): Line[] {
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    // 0.97 allowed what md5sum writes: an asterisk before the name
    const [, sum, , written] = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line) ?? [];
    if (!sum || !written) {
      faults.push({ code: 'manifest', path: name });
      continue;
    }
    const path = decodePath(written.replace(/^\.\//, ''), version);
    if (!isSafe(path)) faults.push({ code: 'path', path });
    else if (seen.has(path)) faults.push({ code: 'duplicate', path });
    else lines.push({ sum: sum.toLowerCase(), path });
    seen.add(path);
  }
  return lines;
}

async function readManifests(
  root: string,
  all: string[],
  prefix: 'manifest' | 'tagmanifest',
  version: string,
  faults: BagFault[]
) {
  const manifests: ManifestFile[] = [];
  for (const name of all.filter(
    (path) => path.startsWith(`${prefix}-`) && path.endsWith('.txt') && !path.includes('/')
  )) {
    const algorithm = name.slice(prefix.length + 1, -4).toLowerCase();
    if (!isAlgorithm(algorithm)) {
      faults.push({ code: 'manifest', path: name });
      continue;
    }
    const text = await textOf(join(root, name)).catch(() => null);
    if (text === null) faults.push({ code: 'encoding', path: name });
    else manifests.push({ name, algorithm, lines: readLines(text, name, version, faults) });
  }
  return manifests;
}

/** Size and hashes of a file, read once. */
async function sumsOf(path: string, wanted: ReadonlySet<Algorithm>): Promise<Map<Algorithm, string>> {
  const hashes = [...wanted].map((algorithm) => [algorithm, createHash(algorithm)] as const);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) for (const [, hash] of hashes) hash.update(chunk);
  });
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
}

async function checkSums(
  root: string,
  there: ReadonlyMap<string, string>,
  manifests: ManifestFile[],
  faults: BagFault[]
) {
  const wanted = new Map<string, Map<Algorithm, string>>();
  for (const { algorithm, lines } of manifests) {
    for (const { path, sum } of lines) {
      const sums = wanted.get(path) ?? new Map<Algorithm, string>();
      wanted.set(path, sums.set(algorithm, sum));
    }
  }
  for (const [path, sums] of wanted) {
    const place = there.get(path.normalize('NFC'));
    if (place === undefined) continue;
    const found = await sumsOf(join(root, place), new Set(sums.keys()));
    if ([...sums].some(([algorithm, sum]) => found.get(algorithm) !== sum)) faults.push({ code: 'checksum', path });
  }
}

/** `Label: value`, values going on in lines that begin with white space. */
export function readBagInfo(text: string): { label: string; value: string }[] | null {
  const entries: { label: string; value: string }[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const last = entries.at(-1);
    if (/^[ \t]/.test(line)) {
      if (!last) return null;
      last.value += ` ${line.trim()}`;
      continue;
    }
    const [, label, value = ''] = /^([^:]+?) *:(?: *(.*))?$/.exec(line) ?? [];
    if (!label) return null;
    entries.push({ label, value: value.trim() });
  }
  return entries;
}

async function checkInfo(root: string, payload: readonly string[], faults: BagFault[]): Promise<void> {
  const text = await textOf(join(root, 'bag-info.txt')).catch(() => {
    faults.push({ code: 'encoding', path: 'bag-info.txt' });
    return null;
  });
  if (text === null) return;
  const entries = readBagInfo(text);
  if (!entries) faults.push({ code: 'bag-info', path: 'bag-info.txt' });
  const said = (entries ?? []).filter(({ label }) => label.toLowerCase() === 'payload-oxum').map(({ value }) => value);
  if (said.length === 0) return;
  let bytes = 0;
  for (const path of payload) bytes += (await lstat(join(root, path))).size;
  if (said.length > 1 || said[0] !== `${bytes}.${payload.length}`) faults.push({ code: 'oxum', path: 'bag-info.txt' });
}

function checkListing(
  manifests: ManifestFile[],
  payload: readonly string[],
  there: ReadonlyMap<string, string>,
  version: string,
  faults: BagFault[]
) {
  const listedAnywhere = new Set(manifests.flatMap(({ lines }) => lines.map(({ path }) => path.normalize('NFC'))));
  for (const { lines } of manifests) {
    const listed = new Set(lines.map(({ path }) => path.normalize('NFC')));
    for (const { path } of lines) {
      if (!path.startsWith('data/')) faults.push({ code: 'path', path });
      else if (!there.has(path.normalize('NFC'))) faults.push({ code: 'missing', path });
    }
    // 1.0: each manifest lists all; before it, some manifest had to list each
    const needed = version === '0.97' ? listedAnywhere : listed;
    for (const path of payload) if (!needed.has(path.normalize('NFC'))) faults.push({ code: 'unlisted', path });
  }
}

function checkTags(manifests: ManifestFile[], there: ReadonlyMap<string, string>, faults: BagFault[]): void {
  for (const { lines } of manifests) {
    for (const { path } of lines) {
      if (path.startsWith('data/') || /^tagmanifest-[^/]+$/.test(path)) faults.push({ code: 'path', path });
      else if (!there.has(path.normalize('NFC'))) faults.push({ code: 'missing', path });
    }
  }
}

async function checkFetch(root: string, manifests: ManifestFile[], version: string, faults: BagFault[]): Promise<void> {
  const text = await textOf(join(root, 'fetch.txt')).catch(() => '\0');
  if (text === null) return;
  const listed = new Set(manifests.flatMap(({ lines }) => lines.map(({ path }) => path)));
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const [, url, written] = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    const path = decodePath(written ?? '', version);
    if (!url || !URL.canParse(url) || !isSafe(path) || !listed.has(path))
      faults.push({ code: 'fetch', path: written ?? 'fetch.txt' });
  }
}

const once = (faults: BagFault[]) => [
  ...new Map(faults.map((fault) => [`${fault.code} ${fault.path}`, fault])).values()
];

/** Judges a bag as RFC 8493 wants it: complete, valid, and where not, what is wrong. Fetches nothing, follows no link. */
export async function verifyBag(root: string): Promise<BagVerdict> {
  const faults: BagFault[] = [];
  const version = await readDeclaration(root, faults);
  if (version === null) return { version, complete: false, valid: false, faults };
  const all = await filesIn(root, faults);
  const payload = all.filter((path) => path.startsWith('data/'));
  const there = new Map(all.map((path) => [path.normalize('NFC'), path]));
  const hasPayloadFolder = await lstat(join(root, 'data')).then(
    (at) => at.isDirectory(),
    () => false
  );
  if (!hasPayloadFolder) faults.push({ code: 'missing', path: 'data/' });
  const manifests = await readManifests(root, all, 'manifest', version, faults);
  if (manifests.length === 0) faults.push({ code: 'missing', path: 'manifest-sha256.txt' });
  const tags = await readManifests(root, all, 'tagmanifest', version, faults);
  checkListing(manifests, payload, there, version, faults);
  checkTags(tags, there, faults);
  await checkFetch(root, manifests, version, faults);
  await checkInfo(root, payload, faults);
  const complete = faults.length === 0 || faults.every(({ code }) => code === 'oxum');
  await checkSums(root, there, [...manifests, ...tags], faults);
  return { version, complete, valid: complete && faults.length === 0, faults: once(faults) };
}
