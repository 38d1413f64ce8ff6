import type { Emit } from '@jobwire/runtime';
import type { Redis } from 'ioredis';

/** The server must not be used as it is configured; restarting the process does not help. */
export class EngineUnfit extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EngineUnfit';
  }
}

/** How long a server may take to answer at start, in milliseconds; later it is checked when it comes. */
const patienceMs = 2_000;

/**
 * Check the server's settings, from `INFO` alone, because managed servers refuse `CONFIG`. A server that does not answer
 * yet is not an error: the process starts without it, and it is checked when it appears.
 *
 * @param onUnfit called when a server that appears later must not be used
 * @throws EngineUnfit when the server evicts keys: it would drop locks and jobs silently
 */
export async function checkServer(client: Redis, emit: Emit, onUnfit: (error: unknown) => void): Promise<void> {
  if (!(await becomesReady(client))) {
    emit('engine.waiting', { engine: 'redis' });
    client.once('ready', () => {
      checkInfo(client, emit).catch((error: unknown) => {
        emit('engine.unfit', { error });
        if (error instanceof EngineUnfit) onUnfit(error);
      });
    });
    return;
  }
  await checkInfo(client, emit);
}

async function becomesReady(client: Redis): Promise<boolean> {
  if (client.status === 'ready') return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(false), patienceMs);
    const onReady = (): void => done(true);
    const done = (ready: boolean): void => {
      clearTimeout(timer);
      client.off('ready', onReady);
      resolve(ready);
    };
    client.once('ready', onReady);
  });
}

async function checkInfo(client: Redis, emit: Emit): Promise<void> {
  const info = await client.info();
  const policy = field(info, 'maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    throw new EngineUnfit(`REDIS_URL: the server's maxmemory-policy is "${policy}"; it must be "noeviction"`);
  }
  const version = field(info, 'redis_version') ?? '0';
  if (!atLeast(version, [6, 2])) throw new EngineUnfit(`REDIS_URL: the server is ${version}; it must be 6.2 or newer`);
  // Nothing is lost without it, because the record rebuilds the engine, but every restart delays what was queued.
  if (field(info, 'aof_enabled') === '0') emit('engine.aof-off', { version });
  emit('engine.ready', { engine: 'redis', version });
}

/** The id of the server's run: another one means a restart or a failover. */
export async function runIdOf(client: Redis): Promise<string | undefined> {
  return field(await client.info('server'), 'run_id');
}

function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}

function atLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [actualMajor = 0, actualMinor = 0] = version.split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}
