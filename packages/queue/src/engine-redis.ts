import { asError } from '@jobwire/runtime';
import { Queue, Relay, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';

import { addToQueues, removeFrom, stateOf, workerOptions } from './engine-jobs.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { storePatienceMs } from './rate-limits/rate-limiter.ts';
import { createRedisLimits } from './rate-limits/redis-limits.ts';
import { checkServer, runIdOf } from './redis-server.ts';
import { createRelayBus, relaySettings } from './relay-bus.ts';

/** Written after everything was given to the engine; its absence means that the engine has lost its memory. */
const markerKey = 'bull:jobwire:marker';

type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** Every client: a dead peer is noticed, a returning server is found within 2 s, a demoted one is left. */
const common = (process: string): ClientOptions => ({
  connectionName: `jobwire-${process}`,
  connectTimeout: 5_000,
  keepAlive: 30_000,
  retryStrategy: (times) => Math.min(100 * 2 ** times, 2_000) + Math.random() * 200,
  reconnectOnError: (error) => (error.message.includes('READONLY') ? 2 : false),
});

/** Fails fast in every state of the server, frozen included; the only combination that neither hangs nor poisons. */
const producer: ClientOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_500 };

/** Waits as long as it takes; BullMQ demands it of clients that block. */
const consumer: ClientOptions = { maxRetriesPerRequest: null, socketTimeout: 30_000 };

/** Run BullMQ on Redis. */
export function createRedisEngine(
  url: string,
  { names, process, emit, onUnfit = () => undefined, limitPatienceMs = storePatienceMs }: EngineOptions,
): Engine {
  const client = new Redis(url, { ...common(process), ...producer });
  client.on('error', (error) => emit('engine.error', { client: 'producer', error }));
  const queues = new Map(names.map((name) => [name, newQueue(name)]));
  // A connection of its own: a count must not wait behind a batch of jobs.
  const limits = createRedisLimits({
    connect: () => new Redis(url, { ...common(process), ...producer, commandTimeout: limitPatienceMs }),
    patienceMs: limitPatienceMs,
    emit,
  });
  let knownRunId: string | undefined;
  let workerClient: Redis | undefined;
  const busClients: Redis[] = [];

  function newQueue(name: string): Queue {
    const queue = new Queue(name, { connection: client, skipWaitingForReady: true, skipVersionCheck: true });
    queue.on('error', (error) => emit('engine.error', { job: name, error }));
    return queue;
  }

  const queueOf = (name: string): Queue => {
    const queue = queues.get(name);
    if (!queue) throw new Error(`There is no queue "${name}": it is not in the catalog`);
    return queue;
  };

  return {
    kind: 'redis',
    names,
    prepare: () => checkServer(client, emit, onUnfit),
    ready: () => client.status === 'ready',
    add: (dispatches) => addToQueues(queueOf, dispatches, emit),
    remove: (delivery) => removeFrom(queueOf(delivery.name), delivery),
    pause: (name) => queueOf(name).pause(),
    resume: (name) => queueOf(name).resume(),
    isPaused: (name) => queueOf(name).isPaused(),
    states: (deliveries) => Promise.all(deliveries.map((delivery) => stateOf(queueOf(delivery.name), delivery))),
    async memory() {
      const [marker, runId] = await Promise.all([client.exists(markerKey), runIdOf(client)]);
      const restarted = knownRunId !== undefined && runId !== knownRunId;
      knownRunId = runId;
      if (marker === 0) return 'lost';
      return restarted ? 'restarted' : 'kept';
    },
    remember: async () => void (await client.set(markerKey, new Date().toISOString())),
    queue: queueOf,
    worker(name, settings) {
      if (!workerClient) {
        workerClient = new Redis(url, { ...common(process), ...consumer });
        workerClient.on('error', (error) => emit('engine.error', { client: 'worker', error }));
      }
      return new Worker(name, settings.processor, { ...workerOptions(settings), connection: workerClient });
    },
    bus(nodeName) {
      // A client of our own: Relay leaves the one that it makes for itself open when its goodbye is cut short.
      const busClient = new Redis(url, {
        ...{ ...common(process), maxRetriesPerRequest: null },
        // Doorbells come in batches: one packet for those of one batch.
        enableAutoPipelining: true,
      });
      // Relay reports its errors, until it is closed; without a listener ioredis would write them to the console then.
      busClient.on('error', () => undefined);
      busClients.push(busClient);
      const relay = new Relay({ ...relaySettings(nodeName), connection: busClient });
      return createRelayBus(relay, () => client.status === 'ready', emit);
    },
    limiter: (rule) => limits.limiter(rule),
    async close() {
      const closed = await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      for (const outcome of closed) {
        if (outcome.status === 'rejected') emit('engine.error', { error: asError(outcome.reason) });
      }
      limits.close();
      client.disconnect();
      workerClient?.disconnect();
      for (const busClient of busClients) busClient.disconnect();
    },
  };
}
