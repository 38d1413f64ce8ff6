import { setTimeout as delay } from 'node:timers/promises';

import { eventually } from '../eventually.mjs';

/** How long the load goes on after a change, in milliseconds: longer than a name's address is remembered. */
const settleMs = 5_000;
const patienceMs = 120_000;

const isHealthy = async (stack, id) => (await stack.inspect(id)).State.Health?.Status === 'healthy';
const healthy = (stack, id) => eventually(() => isHealthy(stack, id), `${id} to be healthy`, patienceMs);

async function allHealthy(stack, service, count) {
  await eventually(
    async () => (await stack.containers(service)).length === count,
    `${count} of ${service}`,
    patienceMs,
  );
  for (const id of await stack.containers(service)) await healthy(stack, id);
}

/** Restart the containers of a service one after the other, each when the one before is healthy. */
const restartEach = (service) => async (stack) => {
  for (const id of await stack.containers(service)) {
    await stack.docker('restart', '-t', '40', id);
    await healthy(stack, id);
  }
  await delay(settleMs);
};

/** Kill the main process of every container of a service from outside, one after the other. */
const killEach = (service) => async (stack) => {
  for (const id of await stack.containers(service)) {
    const { Pid } = (await stack.inspect(id)).State;
    try {
      process.kill(Pid, 'SIGKILL');
    } catch (error) {
      return `not tried: ${error.code}`;
    }
    await eventually(
      async () => {
        const { State } = await stack.inspect(id);
        return State.Running && State.Pid !== Pid;
      },
      `${service} to be started again`,
      patienceMs,
    );
    await healthy(stack, id);
  }
  await delay(settleMs);
  return undefined;
};

/** What happens, in this order. Each resolves with a remark or nothing. */
export const phases = [
  { name: 'nothing', run: () => delay(settleMs) },
  {
    name: 'scaled to 2 api and 3 worker',
    async run(stack) {
      await stack.compose(['up', '-d', '--no-recreate', '--scale', 'api=2', '--scale', 'worker=3', 'api', 'worker']);
      await Promise.all([allHealthy(stack, 'api', 2), allHealthy(stack, 'worker', 3)]);
      await delay(settleMs);
    },
  },
  { name: 'each api restarted', run: restartEach('api') },
  { name: 'each worker restarted', run: restartEach('worker') },
  {
    name: '`nginx -s reload`, five times',
    async run(stack) {
      const [id] = await stack.containers('nginx');
      for (let time = 0; time < 5; time += 1) {
        await stack.exec(id, 'nginx', '-s', 'reload');
        await delay(1_000);
      }
      await delay(settleMs);
    },
  },
  { name: 'redis restarted', run: restartEach('redis') },
  { name: 'postgres restarted', run: restartEach('postgres') },
  ...['api', 'worker', 'redis', 'postgres', 'nginx'].map((service) => ({
    name: `\`kill -9\` of each ${service}`,
    run: killEach(service),
  })),
  { name: 'nothing', run: () => delay(settleMs) },
];
