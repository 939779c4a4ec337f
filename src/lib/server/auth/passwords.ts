import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#lib/server/errors.ts';

/** argon2id, RFC 9106's second choice: 64 MiB, three passes. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** More at once would take memory from the pages; who waits longer than this is asked to come back. */
const atOnce = 2;
const mostWaiting = 20;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new DomainError('busy', 'sign-in.busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // the place goes on to the next one who waits
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let decoy: Promise<string> | null = null;

/**
 * Is it the password? Where there is none, as of an unknown address, the same work is done, so that the time that it
 * takes says nothing. The password is taken exactly as typed.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', cost);
  const against = passwordHash ?? (await decoy);
  const fits = await inTurn(() => verify(against, password));
  return fits && passwordHash !== null;
}
