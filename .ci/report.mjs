import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Read a report of Jest's. A run that left none counts as one failure, and so does a suite that could not run at all. */
export function readReport(path) {
  const text = readFileSync(path, 'utf8');
  if (!text) return { passed: 0, failed: 1, suites: [] };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(text);
  const suites = testResults.map(({ name, status, message, startTime, endTime, assertionResults }) => ({
    file: relative(process.cwd(), name),
    status,
    message,
    seconds: Math.round((endTime - startTime) / 1000),
    passed: assertionResults.filter((test) => test.status === 'passed').length,
    failures: assertionResults.filter((test) => test.status === 'failed'),
  }));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, suites };
}
