import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lookAt, makeFolders, syncPath, writeText } from '#lib/server/files/index.ts';

const encoded = (path: string) => path.replace(/[%\r\n]/g, (letter) => encodeURIComponent(letter));

/** Writes a bag's payload, remembering each file's size and hash for the manifest. */
export class BagWriter {
  readonly root: string;
  readonly #sums = new Map<string, { sha256: string; bytes: number }>();
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  async #place(path: string): Promise<string> {
    const place = join(this.root, 'data', path);
    const folder = dirname(place);
    if (!this.#folders.has(folder)) await makeFolders(folder);
    this.#folders.add(folder);
    return place;
  }

  async text(path: string, text: string): Promise<void> {
    await writeText(await this.#place(path), text);
    this.#sums.set(path, { sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) });
  }

  /** Lines as they come, one JSON each. Returns how many there were. */
  async lines(path: string, rows: AsyncIterable<object>): Promise<number> {
    const place = await this.#place(path);
    const handle = await open(place, 'w');
    let count = 0;
    try {
      let pending = '';
      for await (const row of rows) {
        pending += `${JSON.stringify(row)}\n`;
        count++;
        if (pending.length < 1 << 20) continue;
        await handle.writeFile(pending);
        pending = '';
      }
      await handle.writeFile(pending);
    } finally {
      await handle.close();
    }
    await syncPath(place);
    const { sha256, bytes } = await lookAt(place);
    this.#sums.set(path, { sha256, bytes });
    return count;
  }

  /** A file that `put` brings to a place, with what it found it to be. */
  async file(path: string, put: (place: string) => Promise<{ sha256: string; bytes: number }>): Promise<void> {
    const { sha256, bytes } = await put(await this.#place(path));
    this.#sums.set(path, { sha256, bytes });
  }

  /** Manifests and tag files; afterwards nothing is added. Returns bytes and files of the payload. */
  async finish(info: readonly (readonly [label: string, value: string])[]): Promise<{ bytes: number; files: number }> {
    const all = [...this.#sums].sort(([a], [b]) => (a < b ? -1 : 1));
    const bytes = all.reduce((sum, [, file]) => sum + file.bytes, 0);
    const tags: Record<string, string> = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': [...info, ['Payload-Oxum', `${bytes}.${all.length}`] as const]
        .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
        .join(''),
      'manifest-sha256.txt': all.map(([path, { sha256 }]) => `${sha256}  data/${encoded(path)}\n`).join('')
    };
    const sums = Object.entries(tags).map(
      ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`
    );
    for (const name of ['bag-info.txt', 'manifest-sha256.txt'])
      await writeText(join(this.root, name), tags[name] ?? '');
    await writeText(join(this.root, 'tagmanifest-sha256.txt'), sums.join(''));
    for (const folder of this.#folders) await syncPath(folder);
    // last: without it nobody takes the folder for a bag
    await writeText(join(this.root, 'bagit.txt'), tags['bagit.txt'] ?? '');
    return { bytes, files: all.length };
  }
}

/** A folder for a bag must be new or empty: a bag lists everything in it. */
export const isFree = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length === 0;
