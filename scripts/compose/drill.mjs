// `scripts/compose-drill`: restarts and kills the parts of the running system under load, and counts what clients noticed.
import { fileURLToPath } from 'node:url';

import { checkRecord } from './drill/check-record.mjs';
import { startLoad } from './drill/load.mjs';
import { phases } from './drill/phases.mjs';
import { runOnStack, say } from './run-on-stack.mjs';
import { createVisitor } from './visitor.mjs';

await runOnStack(fileURLToPath(import.meta.url), {
  kind: 'drill',
  // One address makes all of the load here. nginx's own limits stay, far above it.
  settings: {
    RATE_LIMITS: 'off',
    NGINX_REQUEST_RATE: '2000r/s',
    NGINX_REQUEST_BURST: '4000',
    NGINX_CONNECTIONS: '2000',
  },
  async work(stack) {
    const load = startLoad(await createVisitor(stack));
    say('| meanwhile | requests | retried 503 | connections lost, repeated | failed |\n|---|---|---|---|---|');
    for (const { name, run } of phases) {
      const before = load.counts();
      const note = await run(stack, load);
      const now = load.counts();
      const row = Object.keys(now).map((key) => now[key] - before[key]);
      say(`| ${name}${note ? ` (${note})` : ''} | ${row.join(' | ')} |`);
    }
    const accepted = await load.stop();
    const { failed } = load.counts();
    const record = await checkRecord(await createVisitor(stack), accepted);
    for (const example of [...load.failures(), ...record.problems].slice(0, 20)) say(`FAILED  ${example}`);
    say(
      `${accepted.length} jobs were accepted: ${record.succeeded} succeeded, ${record.problems.length} problems; ${record.watched} were watched over sockets without a gap`,
    );
    if (failed > 0 || record.problems.length > 0) process.exitCode = 1;
  },
});
