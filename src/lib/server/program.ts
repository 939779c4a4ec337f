import { readFileSync } from 'node:fs';
import { root } from '#lib/server/root.ts';

/** The version of the program, as package.json has it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
  return version;
}
