// `scripts/compose-smoke`: what a user, an administrator, an attacker and an operator find when everything runs in containers.
import { fileURLToPath } from 'node:url';

import { boardChecks } from './checks/board.mjs';
import { containerChecks } from './checks/containers.mjs';
import { edgeChecks } from './checks/edge.mjs';
import { floodChecks } from './checks/floods.mjs';
import { peopleChecks } from './checks/people.mjs';
import { privilegeChecks } from './checks/privileges.mjs';
import { watchingChecks } from './checks/watching.mjs';
import { runOnStack, say } from './run-on-stack.mjs';
import { createVisitor } from './visitor.mjs';

const operator = 'operator@example.com';

// The floods use up what one address may ask for, so they come last.
const checks = [
  peopleChecks,
  watchingChecks,
  boardChecks,
  edgeChecks,
  containerChecks,
  privilegeChecks,
  floodChecks,
].flat();

await runOnStack(fileURLToPath(import.meta.url), {
  kind: 'smoke',
  settings: { ADMIN_EMAILS: operator },
  async work(stack) {
    const visitor = await createVisitor(stack);
    let failed = 0;
    for (const { name, run } of checks) {
      try {
        await run({ stack, visitor, operator });
        say(`held    ${name}`);
      } catch (error) {
        failed += 1;
        say(`FAILED  ${name}\n        ${error.stack ?? error}`);
      }
    }
    say(`${checks.length - failed} of ${checks.length} held`);
    if (failed > 0) process.exitCode = 1;
  },
});
