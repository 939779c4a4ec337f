// Reads what the test programs wrote about themselves (JSON) and adds it up.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: string[] }} Suite */

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A suite that left no report did not run to its end: that is a failure. */
const unreported = (name) => ({ name, passed: 0, failed: 1, skipped: [] });

/** @returns {Suite} of a file by vitest's JSON reporter */
export function readVitest(name, file) {
  const report = read(file);
  if (!report) return unreported(name);
  const skipped = report.testResults.flatMap(({ name: path, assertionResults }) => {
    const left = assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status));
    return left.length > 0
      ? [`${path.replace(`${process.cwd()}/`, '')}: ${left.length} of ${assertionResults.length} tests`]
      : [];
  });
  // a file that cannot be loaded has no tests that could fail
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  );
  return { name, passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped };
}

/** @returns {Suite} of a file by Playwright's JSON reporter */
export function readPlaywright(name, file) {
  const report = read(file);
  if (!report) return unreported(name);
  const { expected, flaky, unexpected, skipped } = report.stats;
  return {
    name,
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped: skipped > 0 ? [`end-to-end: ${skipped} tests`] : []
  };
}

/** Prints each suite, what was skipped, and last one line with the sums. Returns how many failed. */
export function printSums(suites) {
  for (const { name, passed, failed } of suites)
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`);
  for (const line of new Set(suites.flatMap(({ skipped }) => skipped))) console.log(`skipped: ${line}`);
  const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}
