import { loadavg } from 'node:os';

import { uuidv7 } from '@jobwire/runtime';
import { type Crowd, killOneOfTwo, startCrowd, startReturningApi } from '@jobwire/testing';

import { keyOf } from '../api-callers.ts';
import { progressLatency } from '../progress-latency.ts';
import { type BenchServers, onServers } from '../servers.ts';
import { type Row, writeCells } from '../table.ts';
import { fanOut, fanOutLatency, fanOutRates } from './fan-out.ts';
import { idleMemory } from './idle-memory.ts';
import { reconnectStorm } from './storm.ts';

/** How many sockets each measurement has, and how many processes hold their clients. */
const sizes = { idle: 10_000, storm: 5_000, killed: 2_000, crowds: 2 };

/** 20 messages a second for 30 s; one of two processes is killed after 8 s and started again after 15 s. */
const killing = { everyMs: 50, forMs: 30_000, killAtMs: 8_000, startAtMs: 15_000 };

/** Rooms, sockets and their return, each beside the part that limits it or the goal that it has. */
export async function realtime(): Promise<Row[]> {
  const rows: Row[] = [];
  const crowd = await startCrowd(sizes.crowds);
  const add = (row: Row): void => {
    const limit = row.limit === undefined ? '' : ` (alone ${row.limit.toFixed(0)} ${row.unit})`;
    process.stdout.write(
      `${row.what}: ${row.ours.toFixed(1)} ${row.unit}${limit} at a load of ${loadavg()[0]?.toFixed(1)}\n`,
    );
    rows.push(row);
  };
  await onServers(async (servers) => rooms(servers, crowd, add));
  await onServers(async (servers) => idleAndStorm(servers, crowd, add));
  await onServers(async (servers) => {
    const { p50, p99 } = await progressLatency(servers, 10);
    add({ what: 'progress → frame, p50', unit: 'ms', ours: p50, target: 5 });
    add({ what: 'progress → frame, p99', unit: 'ms', ours: p99, target: 25 });
  });
  await onServers(async (servers) => killed(servers, crowd));
  await crowd.stop();
  process.stdout.write('\n');
  return rows;
}

/** `npm run bench -- gateway-kill`: the killing alone. */
export async function gatewayKill(): Promise<Row[]> {
  const crowd = await startCrowd(sizes.crowds);
  await onServers(async (servers) => killed(servers, crowd));
  await crowd.stop();
  return [];
}

async function rooms(servers: BenchServers, crowd: Crowd, add: (row: Row) => void): Promise<void> {
  const gateway = await startReturningApi(envOf(servers));
  const token = (await keyOf(servers.db, uuidv7())).replace('Bearer ', '');
  const { ours, bare } = await fanOutRates(gateway, crowd, { channel: 'room:bench', token });
  const what = `deliveries, ${fanOut.sockets} sockets, ${fanOut.publishers} publishers, by a bare ws loop`;
  add({ what, unit: '/s', ours, limit: bare, target: 0.8 });
  const { p50, p99 } = await fanOutLatency(gateway, crowd, { channel: 'room:calm', token });
  add({ what: `publish → frame at ${fanOut.sockets} sockets, p50`, unit: 'ms', ours: p50, target: 25 });
  add({ what: `publish → frame at ${fanOut.sockets} sockets, p99`, unit: 'ms', ours: p99, target: 100 });
  await gateway.kill();
}

async function idleAndStorm(servers: BenchServers, crowd: Crowd, add: (row: Row) => void): Promise<void> {
  const gateway = await startReturningApi(envOf(servers), { measured: true });
  const token = (await keyOf(servers.db, uuidv7())).replace('Bearer ', '');
  const room = { channel: 'room:idle', token };
  const { resident, collected, heap } = await idleMemory(gateway, crowd, room, sizes.idle);
  const what = (of: string): string => `memory of one of ${sizes.idle} idle sockets, ${of}`;
  add({ what: what('as it is'), unit: 'KB', ours: resident, target: 20 });
  add({ what: what('after a collection'), unit: 'KB', ours: collected, target: 20 });
  add({ what: what('objects alone'), unit: 'KB', ours: heap, target: 20 });
  crowd.leave();
  await crowd.connect({ urls: [gateway.socketUrl], count: sizes.storm, ...room });
  const { away, back } = await reconnectStorm(gateway, crowd);
  process.stdout.write(`The process of the storm was away for ${away.toFixed(1)} s\n`);
  add({ what: `all ${sizes.storm} back after a kill, from the first answer on`, unit: 's', ours: back, target: 20 });
  crowd.leave();
  await gateway.kill();
}

async function killed(servers: BenchServers, crowd: Crowd): Promise<void> {
  const gateways = [await startReturningApi(envOf(servers)), await startReturningApi(envOf(servers))] as const;
  const authorization = await keyOf(servers.db, uuidv7());
  const urls = gateways.map(({ socketUrl }) => socketUrl);
  await crowd.connect({ urls, count: sizes.killed, channel: 'room:killed' });
  const seen = await killOneOfTwo(gateways, crowd, servers.db, { room: 'killed', authorization, ...killing });
  for (const { kill } of gateways) await kill();
  crowd.leave();
  process.stdout.write(`codes of errors and closes: ${JSON.stringify(seen.codes)}\n`);
  writeCells([
    [
      'one of two processes killed',
      'sockets',
      'cut off',
      'messages',
      'gaps',
      'duplicates',
      'snapshots',
      'not the table',
      'all back',
    ],
    [
      `load ${loadavg()[0]?.toFixed(1)}`,
      ...[sizes.killed, seen.lost, seen.messages, seen.gaps, seen.duplicates, seen.snapshots, seen.different].map(
        String,
      ),
      `${seen.back.toFixed(1)} s`,
    ],
  ]);
}

function envOf(servers: BenchServers): Record<string, string> {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SECRET_KEY: 'a key of the benchmarks, at least 32 characters',
    RATE_LIMITS: 'off',
    ROOM_ANONYMOUS: 'on',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  };
}
