import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyBag } from '#lib/server/bag/index.ts';

// Bags of our own, good and bad, after RFC 8493 and the draft that 0.97 was. The suite of the Library of Congress is not
// in this repository; where one of its cases is known by name it stands beside ours.

const dir = mkdtempSync(join(tmpdir(), 'acervo-bags-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const sum = (text: string, algorithm = 'sha256') => createHash(algorithm).update(text).digest('hex');
const good = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const older = good.replace('1.0', '0.97');
const payload = { 'data/a.txt': 'a', 'data/b/c.txt': 'c' };
const manifest = `${sum('a')}  data/a.txt\n${sum('c')}  data/b/c.txt\n`;

type Files = Record<string, string | Buffer | null>;
let bags = 0;
/** A good bag with some of its files changed; null takes one away. */
function bag(changes: Files = {}): string {
  const root = join(dir, String(++bags));
  const files: Files = { 'bagit.txt': good, 'manifest-sha256.txt': manifest, ...payload, ...changes };
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const nfc = 'data/ñandú.txt'.normalize('NFC');
const nfd = nfc.normalize('NFD');

test.each<[string, Files]>([
  ['the least that a bag is', {}],
  ['version 0.97', { 'bagit.txt': older }],
  [
    'version 0.97 with names as md5sum writes them (*)',
    { 'bagit.txt': older, 'manifest-sha256.txt': manifest.replaceAll('  ', ' *') }
  ],
  [
    'lines that end as on Windows',
    { 'bagit.txt': good.replaceAll('\n', '\r\n'), 'manifest-sha256.txt': manifest.replaceAll('\n', '\r\n') }
  ],
  ['no line end after the last line', { 'manifest-sha256.txt': manifest.trimEnd() }],
  ['checksums in capitals', { 'manifest-sha256.txt': manifest.replace(/^\w+/gm, (hash) => hash.toUpperCase()) }],
  ['a tab between checksum and name', { 'manifest-sha256.txt': manifest.replaceAll('  ', '\t') }],
  [
    'md5, as older bags have it',
    {
      'manifest-sha256.txt': null,
      'manifest-md5.txt': `${sum('a', 'md5')}  data/a.txt\n${sum('c', 'md5')}  data/b/c.txt\n`
    }
  ],
  [
    'sha1',
    {
      'manifest-sha256.txt': null,
      'manifest-sha1.txt': `${sum('a', 'sha1')}  data/a.txt\n${sum('c', 'sha1')}  data/b/c.txt\n`
    }
  ],
  [
    'two manifests',
    { 'manifest-sha512.txt': `${sum('a', 'sha512')}  data/a.txt\n${sum('c', 'sha512')}  data/b/c.txt\n` }
  ],
  [
    '0.97: each file in one of two manifests',
    {
      'bagit.txt': older,
      'manifest-sha256.txt': `${sum('a')}  data/a.txt\n`,
      'manifest-md5.txt': `${sum('c', 'md5')}  data/b/c.txt\n`
    }
  ],
  [
    'an empty payload',
    { 'data/a.txt': null, 'data/b/c.txt': null, 'data/.keep': '', 'manifest-sha256.txt': `${sum('')}  data/.keep\n` }
  ],
  ['a tag manifest', { 'tagmanifest-sha256.txt': `${sum(good)}  bagit.txt\n${sum(manifest)}  manifest-sha256.txt\n` }],
  ['other tag files, listed nowhere', { 'notes.txt': 'x', 'meta/dc.xml': '<x/>' }],
  ['bag-info with a value on two lines', { 'bag-info.txt': 'Source-Organization: A\n  and B\nPayload-Oxum: 2.2\n' }],
  ['bag-info without a colon’s space', { 'bag-info.txt': 'Contact-Name:Ana\n' }],
  ['fetch.txt for files that are there', { 'fetch.txt': 'https://example.org/a 1 data/a.txt\n' }],
  ['fetch.txt without a length', { 'fetch.txt': 'https://example.org/a - data/a.txt\n' }],
  ['a name with a space', { 'data/d e.txt': 'd', 'manifest-sha256.txt': `${manifest}${sum('d')}  data/d e.txt\n` }],
  [
    'a name with a per cent sign',
    { 'data/100%25.txt': 'p', 'manifest-sha256.txt': `${manifest}${sum('p')}  data/100%2525.txt\n` }
  ],
  ['a name with a line end in it', { 'data/x\ny': 'n', 'manifest-sha256.txt': `${manifest}${sum('n')}  data/x%0Ay\n` }],
  [
    'a name that is listed composed and stored decomposed',
    { [nfd]: 'u', 'manifest-sha256.txt': `${manifest}${sum('u')}  ${nfc}\n` }
  ],
  ['./ in front of names', { 'manifest-sha256.txt': manifest.replaceAll('data/', './data/') }]
])('valid: %s', async (_, changes) => {
  expect(await verifyBag(bag(changes))).toMatchObject({ complete: true, valid: true, faults: [] });
});

test.each<[string, Files, string]>([
  ['no bagit.txt', { 'bagit.txt': null }, 'declaration'],
  ['bagit.txt with a mark of byte order', { 'bagit.txt': `\ufeff${good}` }, 'declaration'],
  ['bagit.txt with a third line', { 'bagit.txt': `${good}More: yes\n` }, 'declaration'],
  [
    'bagit.txt with its lines the wrong way round',
    { 'bagit.txt': good.split('\n').reverse().join('\n') },
    'declaration'
  ],
  ['a version that does not exist', { 'bagit.txt': good.replace('1.0', '.97') }, 'declaration'],
  ['a version of the future', { 'bagit.txt': good.replace('1.0', '2.0') }, 'declaration'],
  ['another encoding', { 'bagit.txt': good.replace('UTF-8', 'UTF-16') }, 'declaration'],
  ['no manifest', { 'manifest-sha256.txt': null }, 'missing'],
  ['an unknown algorithm', { 'manifest-sha256.txt': null, 'manifest-crc.txt': manifest }, 'manifest'],
  ['a file that is listed and not there', { 'data/a.txt': null }, 'missing'],
  ['a file that is there and not listed', { 'data/z.txt': 'z' }, 'unlisted'],
  [
    '1.0: a second manifest that lists only some',
    { 'manifest-md5.txt': `${sum('a', 'md5')}  data/a.txt\n` },
    'unlisted'
  ],
  ['a file whose content changed', { 'data/a.txt': 'b' }, 'checksum'],
  [
    'one of two checksums is wrong',
    { 'manifest-md5.txt': `${sum('x', 'md5')}  data/a.txt\n${sum('c', 'md5')}  data/b/c.txt\n` },
    'checksum'
  ],
  ['the same file listed twice', { 'manifest-sha256.txt': `${manifest}${sum('a')}  data/a.txt\n` }, 'duplicate'],
  ['a path that climbs', { 'manifest-sha256.txt': `${manifest}${sum('x')}  data/../../x\n` }, 'path'],
  ['a path from the root', { 'manifest-sha256.txt': `${manifest}${sum('x')}  /etc/passwd\n` }, 'path'],
  ['a path into somebody’s home', { 'manifest-sha256.txt': `${manifest}${sum('x')}  ~/x\n` }, 'path'],
  ['a path with a drive', { 'manifest-sha256.txt': `${manifest}${sum('x')}  C:\\x\n` }, 'path'],
  [
    'a payload manifest that lists a tag file',
    { 'manifest-sha256.txt': `${manifest}${sum(good)}  bagit.txt\n` },
    'path'
  ],
  ['a line without a name', { 'manifest-sha256.txt': `${manifest}${sum('a')}\n` }, 'manifest'],
  ['a line without a checksum', { 'manifest-sha256.txt': `${manifest}data/a.txt\n` }, 'manifest'],
  ['a manifest that is no UTF-8', { 'manifest-sha256.txt': Buffer.from([0xff, 0xfe, 0x20, 0x20]) }, 'encoding'],
  ['a tag manifest with a wrong checksum', { 'tagmanifest-sha256.txt': `${sum('x')}  bagit.txt\n` }, 'checksum'],
  ['a tag manifest that lists what is not there', { 'tagmanifest-sha256.txt': `${sum('x')}  gone.txt\n` }, 'missing'],
  ['a tag manifest that lists payload', { 'tagmanifest-sha256.txt': `${sum('a')}  data/a.txt\n` }, 'path'],
  ['a tag manifest that lists itself', { 'tagmanifest-sha256.txt': `${sum('a')}  tagmanifest-sha256.txt\n` }, 'path'],
  ['a wrong Payload-Oxum', { 'bag-info.txt': 'Payload-Oxum: 3.2\n' }, 'oxum'],
  ['two Payload-Oxums', { 'bag-info.txt': 'Payload-Oxum: 2.2\nPayload-Oxum: 2.2\n' }, 'oxum'],
  ['bag-info without labels', { 'bag-info.txt': 'just words\n' }, 'bag-info'],
  ['bag-info that begins with the second half of a value', { 'bag-info.txt': '  and B\n' }, 'bag-info'],
  ['bag-info that is no UTF-8', { 'bag-info.txt': Buffer.from([0xc3, 0x28]) }, 'encoding'],
  ['fetch.txt that leads out of the bag', { 'fetch.txt': 'https://example.org/x 1 ../x\n' }, 'fetch'],
  ['fetch.txt for a file that no manifest lists', { 'fetch.txt': 'https://example.org/x 1 data/x.txt\n' }, 'fetch'],
  ['fetch.txt without an address', { 'fetch.txt': 'nothing 1 data/a.txt\n' }, 'fetch'],
  [
    'fetch.txt for a file that was not fetched',
    { 'data/a.txt': null, 'fetch.txt': 'https://example.org/a 1 data/a.txt\n' },
    'missing'
  ],
  ['no payload folder', { 'data/a.txt': null, 'data/b/c.txt': null }, 'missing']
])('not valid: %s', async (_, changes, code) => {
  const { valid, faults } = await verifyBag(bag(changes));
  expect(valid).toBe(false);
  expect(faults.map((fault) => fault.code)).toContain(code);
});

test('not valid: a link that leads out of the bag; it is not followed', async () => {
  const root = bag({ 'manifest-sha256.txt': `${manifest}${sum('x')}  data/link\n` });
  symlinkSync('/etc/passwd', join(root, 'data/link'));
  expect(await verifyBag(root)).toMatchObject({ complete: false, valid: false });
});

test('complete and not valid are two things: only a content changed', async () => {
  const verdict = await verifyBag(bag({ 'data/a.txt': 'b' }));
  expect(verdict).toMatchObject({ complete: true, valid: false });
});
