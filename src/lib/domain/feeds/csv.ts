/** A cell: words, a number, or nothing. */
export type Cell = string | number | boolean | null;

/**
 * A spreadsheet takes a cell that begins so for a formula. The apostrophe in front makes it words again; it is part of
 * the file, and the data dictionary says so.
 */
const looksLikeFormula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The only CSV escaper: RFC 4180 quoting, and no formula ever. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = looksLikeFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Tells spreadsheets that the file is UTF-8. Written once, in front of the header. */
export const csvMark = '\ufeff';
