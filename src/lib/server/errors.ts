/**
 * What kind of refusal this is; lib/server/http gives each its HTTP number, the command line its exit code.
 *
 * - `missing`: there is nothing here, or nothing that this viewer may know of
 * - `gone`: it was here and was withdrawn; a tombstone says so
 * - `not-allowed`: it is here and this viewer may not do that
 * - `invalid`: what was sent breaks a rule
 * - `conflict`: it changed meanwhile, or exists already
 * - `too-large`: over a limit
 * - `no-space`: the disk or the archive's share of it is full
 * - `busy`: try again later
 * - `too-many`: this one asks too often; try again after `data.seconds`
 */
export type ErrorKind =
  'missing' | 'gone' | 'not-allowed' | 'invalid' | 'conflict' | 'too-large' | 'no-space' | 'busy' | 'too-many';

/** Plain data for the words in lib/domain/i18n/messages; never a sentence. */
export type ErrorData = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal that a person may read about. `code` names the words for it; absence is null, not an error. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly data: ErrorData;

  constructor(kind: ErrorKind, code: string, data: ErrorData = {}) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.data = data;
  }
}

/** `missing('recording', { slug })` */
export const missing = (what: string, data: ErrorData = {}): DomainError =>
  new DomainError('missing', `${what}.missing`, data);

/** `gone('recording', { id })` */
export const gone = (what: string, data: ErrorData = {}): DomainError => new DomainError('gone', `${what}.gone`, data);

/** `notAllowed('recording:publish')` */
export const notAllowed = (action: string): DomainError => new DomainError('not-allowed', 'not-allowed', { action });

/**
 * A sentence for whoever runs the program in a terminal: what is wrong and what to do. For what no visitor can meet, so
 * it is in English as all of the command line is.
 */
export class OperatorProblem extends Error {
  override readonly name = 'OperatorProblem';
}
