// Reads what the test programs wrote about themselves (JSON) and adds it up.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: string[], failures?: string[] }} Suite */
/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName?: string }[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} VitestReport */
/** @typedef {{ expected: number, flaky: number, unexpected: number, skipped: number }} PlaywrightStats */
/** @typedef {{ title: string, file: string, ok: boolean, tests: { projectName: string }[] }} Spec */
/** @typedef {{ suites?: Group[], specs: Spec[] }} Group */
/** @typedef {{ stats: PlaywrightStats, errors: unknown[], suites?: Group[] }} PlaywrightReport */

/**
 * A suite that left no report did not run to its end: that is a failure.
 * @param {string} name
 * @returns {Suite}
 */
const unreported = (name) => ({ name, passed: 0, failed: 1, skipped: [] });

/**
 * @param {string} name
 * @param {string} file by vitest's JSON reporter
 * @returns {Suite}
 */
export function readVitest(name, file) {
  if (!existsSync(file)) return unreported(name);
  /** @type {VitestReport} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = testResults.flatMap(({ name: path, assertionResults: all }) => {
    const left = all.filter(({ status }) => status !== 'passed' && status !== 'failed');
    return left.length > 0 ? [`${path.replace(`${process.cwd()}/`, '')}: ${left.length} of ${all.length} tests`] : [];
  });
  // a file that cannot be loaded has no tests that could fail
  const broken = testResults.filter(({ status, assertionResults: all }) => status === 'failed' && all.length === 0);
  const failures = testResults.flatMap(({ name: path, status, assertionResults: all }) => {
    const short = path.replace(`${process.cwd()}/`, '');
    if (status === 'failed' && all.length === 0) return [`${short}: cannot be loaded`];
    return all.filter((each) => each.status === 'failed').map(({ fullName = '' }) => `${short}: ${fullName}`);
  });
  return { name, passed: numPassedTests, failed: numFailedTests + broken.length, skipped, failures };
}

/**
 * @param {Group[]} groups
 * @returns {string[]} every test that failed, with its project
 */
const failedSpecs = (groups) =>
  groups.flatMap(({ suites = [], specs }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => `${file}: ${title} [${tests.map(({ projectName }) => projectName).join(', ')}]`),
    ...failedSpecs(suites)
  ]);

/**
 * @param {string} name
 * @param {string} file by Playwright's JSON reporter
 * @returns {Suite}
 */
export function readPlaywright(name, file) {
  if (!existsSync(file)) return unreported(name);
  /** @type {PlaywrightReport} */
  const { stats, errors, suites = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    name,
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped > 0 ? [`end-to-end: ${stats.skipped} tests`] : [],
    failures: failedSpecs(suites)
  };
}

/**
 * @param {string} name
 * @param {string} file a list with one suite, as our own scripts write it
 * @returns {Suite}
 */
export function readOwn(name, file) {
  if (!existsSync(file)) return unreported(name);
  /** @type {Suite[]} */
  const [suite] = JSON.parse(readFileSync(file, 'utf8'));
  return suite ?? unreported(name);
}

/**
 * Prints each suite, what was skipped, and last one line with the sums.
 * @param {Suite[]} suites
 * @returns {number} how many failed
 */
export function printSums(suites) {
  let passed = 0;
  let failed = 0;
  for (const suite of suites) {
    console.log(`${suite.failed > 0 ? '✗' : '✓'} ${suite.name}: ${suite.passed} passed, ${suite.failed} failed`);
    passed += suite.passed;
    failed += suite.failed;
  }
  for (const line of new Set(suites.flatMap(({ skipped }) => skipped))) console.log(`skipped: ${line}`);
  for (const line of suites.flatMap(({ failures = [] }) => failures)) console.log(`failed: ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
