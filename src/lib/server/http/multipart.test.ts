import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { receiveForm } from '#lib/server/http/multipart.ts';
import { dataOf, uploadsOf } from '#lib/server/uploads/index.ts';
import { insertRecording, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { insertOrganizer } from '../../../../tests/support/organizer.ts';

let archive: TestArchive;
let editor: Ctx;
beforeAll(async () => {
  archive = await openTestArchive();
  await insertRecording(archive, { id: 'talk', slug: { en: 'talk', es: 'charla' }, title: { en: 'A talk' } });
  editor = await insertOrganizer(archive, 'editor');
});
afterAll(() => archive.close());

const type = 'multipart/form-data; boundary=----x';
const part = (headers: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`------x\r\n${headers}\r\n\r\n`), body, Buffer.from('\r\n')]);
const file = (body: Buffer, name = 'C:\\fakepath\\charla "dos".mp4') =>
  part(
    `Content-Disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\nContent-Type: video/mp4`,
    body
  );
const end = Buffer.from('------x--\r\n');

/** The bytes in pieces of some size, as lines bring them. */
function send(body: Buffer, size: number, headers: Record<string, string> = {}) {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(new Uint8Array(body.subarray(at, at + size)));
      at += size;
    }
  });
  const init = { method: 'POST', headers: { 'content-type': type, ...headers }, body: stream, duplex: 'half' };
  return receiveForm(new Request('http://localhost/', init), editor, 'talk');
}

// what looks like the end of a part, in the middle of one
const awkward = Buffer.concat([
  randomBytes(5000),
  Buffer.from('\r\n------'),
  Buffer.from('\r\n\r\n------X'),
  randomBytes(5000)
]);

test.each([1, 7, 100, 4096, 100_000])('a file that comes in pieces of %d bytes is the same file', async (size) => {
  const field = part('Content-Disposition: form-data; name="once"', Buffer.from('abc'));
  const id = await send(Buffer.concat([field, file(awkward), end]), size);
  expect(readFileSync(dataOf(editor, id)).equals(awkward)).toBe(true);
  const rows = await uploadsOf(editor, 'talk');
  expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'arrived', originalName: 'charla "dos".mp4' });
});

test.each<[string, Buffer, Record<string, string>, string]>([
  [
    'no file chosen',
    Buffer.concat([part('Content-Disposition: form-data; name="file"; filename=""', Buffer.alloc(0)), end]),
    {},
    'upload.empty'
  ],
  ['an empty file', Buffer.concat([file(Buffer.alloc(0)), end]), {}, 'upload.empty'],
  ['a line that broke', file(Buffer.alloc(500)).subarray(0, 300), {}, 'upload.form'],
  ['no form', Buffer.from('hello'), {}, 'upload.form'],
  ['another type', end, { 'content-type': 'text/plain' }, 'upload.form'],
  ['headers without end', Buffer.concat([Buffer.from('------x\r\n'), Buffer.alloc(20_000, 65)]), {}, 'upload.form'],
  ['too large', end, { 'content-length': '200000000' }, 'upload.form-too-large']
])('%s is refused, and nothing is left of it', async (_, body, headers, code) => {
  const before = readdirSync(join(archive.dataDir, 'uploads'));
  await expect(send(body, 64, headers)).rejects.toMatchObject({ code });
  expect(readdirSync(join(archive.dataDir, 'uploads'))).toEqual(before);
});
