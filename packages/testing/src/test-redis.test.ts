import { connect } from 'node:net';
import { createInterface } from 'node:readline';

import { expect, it } from '@jest/globals';

import { describeWithRedis, engines, hasRedis, testRedis } from './index.ts';

/** One inline command, one line of answer. */
async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`${command}\r\n`);
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    return String((await lines.next()).value);
  } finally {
    socket.destroy();
  }
}

describeWithRedis('a redis-server of its own', () => {
  it('loses everything when it is killed without an append-only file', async () => {
    const redis = await testRedis();
    if (!redis) throw new Error('no redis');
    const before = redis.pid;
    expect(await ask(redis.port, 'SET key value')).toBe('+OK');
    await redis.restart();
    expect(redis.pid).not.toBe(before);
    expect(await ask(redis.port, 'EXISTS key')).toBe(':0');
    await redis.stop();
    await expect(ask(redis.port, 'PING')).rejects.toThrow('ECONNREFUSED');
  });

  it('keeps what it acknowledged with an append-only file, until it is started empty', async () => {
    const redis = await testRedis({ appendOnly: true });
    if (!redis) throw new Error('no redis');
    await ask(redis.port, 'SET key value');
    await redis.restart();
    expect(await ask(redis.port, 'EXISTS key')).toBe(':1');
    await redis.restart({ empty: true });
    expect(await ask(redis.port, 'EXISTS key')).toBe(':0');
    await redis.stop();
  });
});

it('lists PostgreSQL always and Redis where the machine has it', () => {
  expect(engines.map(({ kind }) => kind)).toEqual(hasRedis ? ['redis', 'postgres'] : ['postgres']);
});
