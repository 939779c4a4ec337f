import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keys = new Map<string, Buffer>();
const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** Made whole beside and linked into place: two processes that start at once end with the same key. */
function makeKey(file: string): void {
  const beside = `${file}.${String(process.pid)}`;
  writeFileSync(beside, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(beside);
  }
}

/** DATA_DIR/secret.key, made at first use: signs links and seals the keys of authenticator apps. */
function keyOf(dataDir: string): Buffer {
  const known = keys.get(dataDir);
  if (known) return known;
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) makeKey(file);
  const text = readFileSync(file, 'utf8');
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== 32) throw new Error(`${file} is not a key. Put the right one back from a backup.`);
  keys.set(dataDir, key);
  return key;
}

/** One key per use, so that what was signed for one is nothing for another. */
const keyFor = (dataDir: string, use: string) => createHmac('sha256', keyOf(dataDir)).update(use).digest();

export const sign = (dataDir: string, use: string, text: string): string =>
  createHmac('sha256', keyFor(dataDir, use)).update(text).digest('base64url');

export function isSignature(dataDir: string, use: string, text: string, signature: string): boolean {
  const [right, given] = [Buffer.from(sign(dataDir, use, text)), Buffer.from(signature)];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** AES-256-GCM: the database alone gives nothing away. */
export function seal(dataDir: string, use: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(dataDir, use), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null when it was sealed with another key, or is broken. */
export function unseal(dataDir: string, use: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(dataDir, use), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
