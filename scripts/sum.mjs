// Adds up the reports that .ci/run collected. usage: node scripts/sum.mjs FILE…
import { readFileSync } from 'node:fs';
import { printSums } from './results.mjs';

const suites = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
process.exitCode = printSums(suites) > 0 ? 1 : 0;
