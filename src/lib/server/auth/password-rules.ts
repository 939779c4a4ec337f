import { longestPassword, shortestPassword } from '#lib/domain/access/account.ts';
import { commonPasswords } from '#lib/server/auth/common-passwords.ts';
import { DomainError } from '#lib/server/errors.ts';

/** Signs that stand for letters in passwords that want to look clever. */
const disguises: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i'
};
const undisguised = (text: string) => [...text].map((sign) => disguises[sign] ?? sign).join('');
/** Years, numbers and signs that are hung on before or behind. */
const core = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, '');

function isCommon(password: string): boolean {
  const small = password.toLowerCase();
  // what is left of a long password without its core makes it another one
  const isMostly = (word: string) => word.length >= 5 && small.length - word.length <= 6;
  const forms = [small, undisguised(small), undisguised(small.replace(/[^a-z]+$/, ''))];
  return forms.some((form) => commonPasswords.has(form) || (isMostly(core(form)) && commonPasswords.has(core(form))));
}

/** aaaaaaaaaa, 1234567890, abcabcabcabc: long, and said in one breath. */
function isPattern(password: string): boolean {
  const codes = [...password.toLowerCase()].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const isRun = [-1, 0, 1].some((step) => steps.filter((each) => each === step).length >= steps.length - 2);
  return isRun || /^(.{1,4})\1+.{0,3}$/s.test(password);
}

/** The parts of a name or address that anybody knows. */
const partsOf = (texts: readonly string[]) =>
  texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4);

/**
 * Refuses a password that would be guessed: by its length, the lists that are tried first, patterns, and what is known of
 * its owner. Signs and numbers are nobody's business (NIST SP 800-63B, 3.1.1).
 *
 * @param about the owner's name and address
 */
export function assertGoodPassword(password: string, about: readonly string[] = []): void {
  const refuse = (code: string, data = {}) => new DomainError('invalid', code, { field: 'password', ...data });
  const length = [...password].length;
  if (length < shortestPassword) throw refuse('password.short', { least: shortestPassword });
  if (length > longestPassword) throw refuse('password.long', { most: longestPassword });
  if (isCommon(password) || isPattern(password)) throw refuse('password.common');
  const small = password.toLowerCase();
  const own = partsOf(about).find((part) => small.includes(part) && small.length - part.length < 8);
  if (own) throw refuse('password.own');
}
