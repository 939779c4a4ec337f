import { DomainError } from '#lib/server/errors.ts';

/** One picture at a time: a large one takes some hundred megabytes and both processors while it is drawn. */
const waitingMost = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= waitingMost) throw new DomainError('busy', 'images.busy');
  waiting++;
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting--;
  }
}
