import { opendir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** Names that are being written: they begin with a dot or end in .part. */
const isUnfinished = (name: string) => name.startsWith('.') || name.endsWith('.part');

/** Every file below a folder, as a key with slashes; what is being written is left out. */
export async function* filesBelow(folder: string, prefix = ''): AsyncGenerator<string> {
  const entries = await opendir(join(folder, prefix)).catch(() => null);
  if (!entries) return;
  for await (const entry of entries) {
    if (isUnfinished(entry.name)) continue;
    const key = posix.join(prefix, entry.name);
    if (entry.isDirectory()) yield* filesBelow(folder, key);
    else yield key;
  }
}
