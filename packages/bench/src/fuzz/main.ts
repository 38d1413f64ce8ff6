import { parseArgs } from 'node:util';

import { createStops } from '@jobwire/testing';

import { startServers } from '../servers.ts';
import { fuzz } from './fuzz.ts';
import { describeReport } from './print.ts';
import { startTarget } from './target.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lanes: { type: 'string', default: '8' },
  },
});
const options = { requests: Number(values.requests), seed: Number(values.seed), lanes: Number(values.lanes) };
process.stdout.write(`fuzz: --requests ${options.requests} --seed ${options.seed} --lanes ${options.lanes}\n`);

const stops = createStops();
try {
  const target = stops.add(await startTarget(stops.add(await startServers())));
  const started = performance.now();
  const perSecond = (done: number): string => ((1_000 * done) / (performance.now() - started)).toFixed(0);
  const report = await fuzz(target, {
    ...options,
    onProgress: (done) => process.stderr.write(`\r${done} of ${options.requests}, ${perSecond(done)}/s `),
  });
  process.stdout.write(
    `\n${describeReport(report)}\n\nseed ${options.seed}, ${perSecond(options.requests)} requests/s\n`,
  );
  process.exitCode = report.findings.length > 0 ? 1 : 0;
} finally {
  await stops.stopAll();
}
// Connections of clients may linger.
process.exit();
