import type { Locale } from '#lib/domain/i18n/locale.ts';
import { en } from '#lib/domain/i18n/messages/import.en.ts';
import { es } from '#lib/domain/i18n/messages/import.es.ts';
import type { ImportProblem } from '#lib/domain/import/problems.ts';

const words = { en, es };

/** What is wrong with what is to be imported, and what to do about it. */
export const importProblemText = (problem: Pick<ImportProblem, 'code' | 'data'>, locale: Locale): string =>
  words[locale][problem.code](problem.data);

/** file:line: path: sentence */
export function importProblemLine(problem: ImportProblem, locale: Locale): string {
  const { file, line, path } = problem;
  return [line === null ? file : `${file}:${line}`, ...(path ? [path] : []), importProblemText(problem, locale)].join(
    ': '
  );
}

export interface ImportCounts {
  made: number;
  changed: number;
  unchanged: number;
  conflicts: number;
  problems: number;
}

const number = (locale: Locale, value: number) => value.toLocaleString(locale);

/** The last line of an import. */
export function importSummaryText(counts: ImportCounts, dryRun: boolean, locale: Locale): string {
  const [made, changed, unchanged, conflicts, problems] = [
    counts.made,
    counts.changed,
    counts.unchanged,
    counts.conflicts,
    counts.problems
  ].map((value) => number(locale, value));
  if (locale === 'es') {
    if (counts.problems > 0) return `Problemas: ${problems}. No se ha escrito nada.`;
    const done = `Nuevos: ${made} · cambiados: ${changed} · sin cambios: ${unchanged} · en conflicto: ${conflicts}.`;
    return dryRun ? `${done} Era una prueba: no se ha escrito nada.` : done;
  }
  if (counts.problems > 0) return `Problems: ${problems}. Nothing has been written.`;
  const done = `New: ${made} · changed: ${changed} · unchanged: ${unchanged} · in conflict: ${conflicts}.`;
  return dryRun ? `${done} This was a trial: nothing has been written.` : done;
}

export interface ConflictWords {
  kind: string;
  id: string;
  field: string;
  file: string;
  line: number | null;
  theirs: unknown;
  ours: unknown;
}

/** A field that was changed in the file and here: both values, and how to choose. */
export function conflictText(conflict: ConflictWords, locale: Locale): string {
  const { kind, id, field, file, line, theirs, ours } = conflict;
  const where = `${file}${line === null ? '' : `:${line}`}: ${kind} ${id}, ${field}`;
  const [file_, here] = [JSON.stringify(theirs), JSON.stringify(ours)];
  return locale === 'es'
    ? `${where}: cambió en el fichero y también aquí.\n  fichero (--theirs): ${file_}\n  aquí (--ours):      ${here}`
    : `${where}: changed in the file and here as well.\n  file (--theirs): ${file_}\n  here (--ours):   ${here}`;
}
