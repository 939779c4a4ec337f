import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { operator } from '#lib/domain/access/viewer.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import { describeSite } from '#lib/server/archive/index.ts';
import { addOrganizer } from '#lib/server/auth/organizers.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { countOrganizers } from '#lib/server/auth/store.ts';
import { asViewer, inTransaction, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

/** Printed once when the server starts and nobody may sign in yet. 80 bits in groups that can be typed. */
export const newSetUpToken = (): string =>
  (randomBytes(10).toString('hex').toUpperCase().match(/.{5}/g) ?? []).join('-');

export const needsSetUp = async (ctx: Ctx): Promise<boolean> => (await countOrganizers(ctx)) === 0;

const plain = (token: string) =>
  Buffer.from(
    token
      .replaceAll(/[^0-9a-z]/gi, '')
      .toUpperCase()
      .padEnd(20)
      .slice(0, 20)
  );

/** Compared without telling by its time how much of it is right. */
const isToken = (given: string, token: string | null) => token !== null && timingSafeEqual(plain(given), plain(token));

export interface SetUp {
  token: string;
  email: string;
  name: string;
  password: string;
  locale: Locale;
  /** Who answers for the archive, and how they are reached: shown on every page. */
  responsibleBody: Localized;
  contactEmail: string;
}

/** Makes the first organizer, an admin. Works once: as soon as anybody may sign in, it is refused. Gives their id. */
export async function setUp(ctx: Ctx, token: string | null, input: SetUp): Promise<string> {
  if (!(await needsSetUp(ctx))) throw new DomainError('gone', 'set-up.done');
  if (!isToken(input.token, token)) throw new DomainError('not-allowed', 'set-up.token', { field: 'token' });
  assertGoodPassword(input.password, [input.name, input.email]);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(asViewer(ctx, operator('set-up')), async (tx) => {
    // of many who came this far together, one is first
    if (!(await needsSetUp(tx))) throw new DomainError('gone', 'set-up.done');
    const id = await addOrganizer(tx, { ...input, role: 'admin' }, passwordHash);
    const { responsibleBody, contactEmail } = input;
    await describeSite(tx, { responsibleBody, contactEmail });
    await noteAudit(tx, 'organizer.created', { kind: 'organizer', id }, { role: 'admin' });
    return id;
  });
}
