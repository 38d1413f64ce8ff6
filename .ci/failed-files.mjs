// Prints the test files that failed in a report of Jest's, one a line.
import { readReport } from './report.mjs';

for (const { file, status } of readReport(process.argv[2]).suites)
  if (status === 'failed') process.stdout.write(`${file}\n`);
