import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { PickKind } from '#lib/domain/records/fields.ts';
import type { Ctx } from '#lib/server/context.ts';
import { inTransaction } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { createIn } from '#lib/server/records/create.ts';
import type { Pick } from '#lib/server/records/picks.ts';

/** Somebody who is not here yet, made from within another form by name alone; a draft, to be filled in later. */
export function createNamed(ctx: Ctx, of: PickKind, typed: string, locale: Locale): Promise<Pick> {
  const name = typed.trim();
  const record =
    of === 'person'
      ? { name, kind: 'campaign', display: 'full_name', consent: 'to_confirm' }
      : of === 'organization'
        ? { short: name, nameOrigin: 'unknown' }
        : null;
  if (!record || (of !== 'person' && of !== 'organization'))
    throw new DomainError('invalid', 'records.not-by-name', { of, locale });
  return inTransaction(ctx, async (tx) => {
    const created = await createIn(tx, of, record, null);
    if ('problems' in created)
      throw new DomainError('invalid', 'records.bad-name', { code: created.problems[0]?.code ?? '' });
    return { id: created.id, name, state: 'draft' as const };
  });
}
