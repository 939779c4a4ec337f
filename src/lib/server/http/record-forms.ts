import { error, fail } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { refusalText } from '#lib/domain/i18n/messages/refusals.ts';
import type { RecordProblem } from '#lib/domain/records/check.ts';
import { kindOfWord, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import type { MergeConflict } from '#lib/domain/records/merge.ts';
import type { Pick, PickNames } from '#lib/server/records/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';

/** What a form of a record gets back when it was not saved: everything that was typed, and why. */
export interface RecordFormState {
  record: LooseRecord;
  base: string;
  problems: RecordProblem[];
  conflicts: MergeConflict[];
  message: string;
  /** Answers of "Find and add" without script. */
  found: { path: string; q: string; picks: Pick[] } | null;
  names: PickNames;
}

export function kindOf(word: string): RecordKind {
  const kind = kindOfWord(word);
  if (!kind) error(404, { message: 'missing', code: 'missing' });
  return kind;
}

/** Name → its values; files are left out. */
export function sentOf(form: FormData): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') sent.set(name, [...(sent.get(name) ?? []), value]);
  }
  return sent;
}

export const textOf = (sent: ReadonlyMap<string, readonly string[]>, name: string): string => sent.get(name)?.[0] ?? '';

/** A refusal in words, beside what was typed. */
export function refused(thrown: unknown, locale: Locale, typed: Omit<RecordFormState, 'message'>) {
  if (!(thrown instanceof DomainError)) throw thrown;
  const message = refusalText(locale, thrown.kind, thrown.code, thrown.data);
  return fail(statusOf[thrown.kind], { ...typed, message } satisfies RecordFormState);
}
