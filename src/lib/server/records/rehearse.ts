import { anonymous } from '#lib/domain/access/viewer.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { asViewer, inTransaction } from '#lib/server/context.ts';

/** Carries an answer out of a transaction that is meant to leave nothing behind. */
class Rehearsed<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super('rehearsed');
    this.answer = answer;
  }
}

/**
 * What readers would see if something were done: it is done in a transaction, `look` reads with the eyes of a visitor, and then all
 * is rolled back. So a preview is made by the very code that makes the page, and cannot differ from it.
 */
export async function rehearse<T>(
  ctx: Ctx,
  act: (tx: Tx) => Promise<void>,
  look: (visitor: Ctx) => Promise<T>
): Promise<T> {
  try {
    return await inTransaction(ctx, async (tx): Promise<never> => {
      await act(tx);
      throw new Rehearsed(await look(asViewer(tx, anonymous)));
    });
  } catch (error) {
    if (error instanceof Rehearsed && isAnswer<T>(error)) return error.answer;
    throw error;
  }
}

const isAnswer = <T>(error: Rehearsed<unknown>): error is Rehearsed<T> => error.message === 'rehearsed';
