import { cpus, totalmem } from 'node:os';

/** @typedef {{ what: string, value: number, bar: string, ok: boolean }} Bar */

const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? '',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  os: process.platform
});

/** @param {number} value */
export const rounded = (value) => Number(value.toPrecision(3));

/**
 * A bar of the kind "at least" or "at most".
 * @param {string} what
 * @param {number} value
 * @param {'≥' | '≤'} sign
 * @param {number} bar
 * @returns {Bar}
 */
export const bar = (what, value, sign, bar) => ({
  what,
  value: rounded(value),
  bar: `${sign} ${rounded(bar)}`,
  ok: sign === '≥' ? value >= bar : value <= bar
});

/**
 * Prints one table (not with --json) and, as the last line, everything as JSON. A bar that is not reached sets the exit code.
 * @param {string} name
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @param {unknown} figures
 * @param {Bar[]} bars
 */
export function report(name, head, rows, figures, bars) {
  if (!process.argv.includes('--json')) {
    const table = [head, ...rows].map((row) => row.map(String));
    const widths = head.map((_, column) => Math.max(...table.map((row) => [...(row[column] ?? '')].length)));
    for (const row of table) {
      console.log(row.map((cell, c) => (c ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0))).join('  '));
    }
    console.log();
    for (const { what, value, bar, ok } of bars) console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}: ${value} (bar ${bar})`);
  }
  console.log(JSON.stringify({ name, machine: machine(), figures, bars }));
  if (bars.some(({ ok }) => !ok)) process.exitCode = 1;
}
