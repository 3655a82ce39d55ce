// Reads a JSON report of Vitest and prints "<passed> <failed>". A skipped case counts as failed unless the same case passed in another project: what one database
// cannot run, the other one must have run.
import { readFileSync } from 'node:fs';

const { testResults, numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const cases = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ fullName, status }) => ({ id: `${name} > ${fullName}`, status })),
);
const passed = new Set(cases.filter(({ status }) => status === 'passed').map(({ id }) => id));
const unproven = cases.filter(({ id, status }) => status !== 'passed' && status !== 'failed' && !passed.has(id));
for (const { id } of unproven) console.error(`skipped everywhere: ${id}`);
console.log(`${numPassedTests} ${(numFailedTests || numFailedTestSuites) + unproven.length}`);
