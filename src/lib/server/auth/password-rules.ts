import { longestPassword, shortestPassword } from '#lib/domain/access/account.ts';
import { DomainError } from '#lib/server/errors.ts';

/** Refuses a password that would be guessed. Length counts, signs and numbers are nobody's business (NIST 800-63B). */
export function assertGoodPassword(password: string): void {
  const length = [...password].length;
  if (length < shortestPassword)
    throw new DomainError('invalid', 'password.short', { field: 'password', least: shortestPassword });
  if (length > longestPassword)
    throw new DomainError('invalid', 'password.long', { field: 'password', most: longestPassword });
}
