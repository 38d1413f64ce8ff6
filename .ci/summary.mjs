// The last lines of the proof: what was slow, what needed a second run, what failed, and how many passed and failed.
import { statSync } from 'node:fs';

import { readReport } from './report.mjs';

const [firstPath, secondPath] = process.argv.slice(2);
const first = readReport(firstPath);
const second = statSync(secondPath).size > 0 ? readReport(secondPath) : undefined;
const say = (line) => process.stdout.write(`${line}\n`);

for (const { file, seconds } of first.suites.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  say(`slow: ${seconds} s ${file}`);
}
for (const run of second ? [first, second] : [first]) {
  for (const { file, status, message, failures } of run.suites) {
    if (status !== 'failed') continue;
    say(`${run === first && second ? 'failed at first' : 'FAILED'}: ${file}`);
    if (failures.length === 0) say(message.slice(0, 1500));
    for (const { fullName, failureMessages } of failures.slice(0, 10)) {
      say(`  ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`);
    }
  }
}
const again = new Set(second?.suites.map(({ file }) => file));
const passedOnce = first.suites.filter(({ file }) => !again.has(file)).reduce((sum, { passed }) => sum + passed, 0);
say(
  second
    ? `${passedOnce + second.passed} passed, ${second.failed} failed`
    : `${first.passed} passed, ${first.failed} failed`,
);
