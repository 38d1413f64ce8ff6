import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertApiKey, type Tx } from '@jobwire/db';
import { systemClock, uuidv7 } from '@jobwire/runtime';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import { openTestSocket, type TestSocket } from '../sockets/testing/test-socket.ts';
import { createCredentialWatch } from './credential-watch.ts';

let system: LiveSystem;

beforeAll(async () => {
  system = await startLiveSystem();
});
afterAll(() => system.stop());
beforeEach(async () => {
  await system.db.query('TRUNCATE users, sessions, api_keys CASCADE');
});

const unauthenticated = 4001;

/** A session whose user has the same id. */
async function newSession(): Promise<string> {
  const id = uuidv7();
  await system.db.query('INSERT INTO users (id, email_original, email_key) VALUES ($1, $2, $2)', [
    id,
    `${id}@example.com`,
  ]);
  await system.db.query(
    `INSERT INTO sessions (id, user_id, family_hash, token_hash, expires_at) VALUES ($1, $1, $2, $2, now() + interval '1 h')`,
    [id, id],
  );
  return id;
}
async function newKey(): Promise<string> {
  const id = uuidv7();
  await insertApiKey(system.db, { id, name: 'shop', tokenHash: id, jobs: ['*'], expiresAt: null });
  return id;
}
async function hello(token?: string): Promise<TestSocket> {
  const socket = await openTestSocket(system.socketUrl);
  const answer = await socket.ask('hello', token === undefined ? {} : { token });
  expect(answer).toHaveProperty('ok');
  return socket;
}
async function stream(jobId: string, token: string): Promise<IncomingMessage> {
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
  const asked = get(`${system.url}/jobs/${jobId}/events`, { headers });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

describe('a socket', () => {
  it.each([
    ['revoked', 'UPDATE sessions SET revoked_at = now() WHERE id = $1'],
    ['over', `UPDATE sessions SET expires_at = now() - interval '1 s' WHERE id = $1`],
    ['deleted with its user', 'DELETE FROM users WHERE id = $1'],
    ['that of a user who was disabled', `UPDATE users SET status = 'disabled' WHERE id = $1`],
  ])('is closed when its session is %s; others stay', async (_what, change) => {
    const [ending, staying] = [await newSession(), await newSession()];
    const first = await hello(`session-${ending}`);
    const second = await hello(`session-${ending}`);
    const other = await hello(`session-${staying}`);
    const stranger = await hello();
    await system.credentials.check();
    await system.db.query(change, [ending]);
    await system.credentials.check();
    expect([await first.closed, await second.closed]).toEqual([unauthenticated, unauthenticated]);
    expect(await other.ask('ping')).toHaveProperty('ok');
    expect(await stranger.ask('ping')).toHaveProperty('ok');
    await Promise.all([other.close(), stranger.close()]);
  });

  it.each([
    ['revoked', 'UPDATE api_keys SET revoked_at = now() WHERE id = $1'],
    ['over', `UPDATE api_keys SET expires_at = now() - interval '1 s' WHERE id = $1`],
    ['deleted', 'DELETE FROM api_keys WHERE id = $1'],
  ])('is closed when its key is %s', async (_what, change) => {
    const key = await newKey();
    const socket = await hello(`key-${key}`);
    await system.credentials.check();
    expect(await socket.ask('ping')).toHaveProperty('ok');
    await system.db.query(change, [key]);
    await system.credentials.check();
    expect(await socket.closed).toBe(unauthenticated);
  });

  it('is closed at once by the process that ends its session', async () => {
    const session = await newSession();
    const socket = await hello(`session-${session}`);
    system.credentials.end([session]);
    expect(await socket.closed).toBe(unauthenticated);
  });
});

describe('a stream of events', () => {
  it('ends with the session or key that opened it', async () => {
    const [session, key] = [await newSession(), await newKey()];
    const [own, keys] = [await system.newJob(session), await system.newJob(key)];
    const streams = [await stream(own.id, `session-${session}`), await stream(keys.id, `key-${key}`)];
    const ends = streams.map((response) => once(response, 'close'));
    await system.db.query('UPDATE sessions SET revoked_at = now()');
    await system.db.query('UPDATE api_keys SET revoked_at = now()');
    await system.credentials.check();
    await Promise.all(ends);
    expect(system.bus.watched).toEqual([]);
  });

  it('goes on when a ticket opened it', async () => {
    const session = await newSession();
    const job = await system.newJob(session);
    const response = await stream(job.id, job.ticket);
    await system.db.query('UPDATE sessions SET revoked_at = now()');
    await system.credentials.check();
    const data = once(response, 'data');
    await job.happen(['job.started']);
    await expect(data).resolves.toBeDefined();
    response.destroy();
  });
});

describe('the watch', () => {
  it('looks again and again until it is stopped', async () => {
    const watch = createCredentialWatch({ db: system.db, clock: systemClock(), emit: () => undefined, everyMs: 5 });
    const sessionId = await newSession();
    watch.start();
    const ended = new Promise<void>((resolve) => {
      watch.watch({ kind: 'user', userId: sessionId, sessionId }, resolve);
    });
    await system.db.query('DELETE FROM sessions');
    await expect(ended).resolves.toBeUndefined();
    await watch.stop();
  });

  it('asks one question for everything that is open, and none when nothing is', async () => {
    const asked: unknown[] = [];
    const db: Tx = {
      query(sql, params) {
        asked.push(params);
        return system.db.query(sql, params);
      },
    };
    const watch = createCredentialWatch({ db, clock: systemClock(), emit: () => undefined });
    await watch.check();
    expect(asked).toHaveLength(0);
    const [one, two] = [await newSession(), await newSession()];
    const held = [one, one, two].map((sessionId) =>
      watch.watch({ kind: 'user', userId: 'x', sessionId }, () => undefined),
    );
    await watch.check();
    expect(asked).toEqual([[[one, two], [], expect.any(Date)]]);
    for (const unwatch of held) unwatch();
    await watch.check();
    expect(asked).toHaveLength(1);
  });

  it('cuts nobody off because the record cannot be asked', async () => {
    const told = new Promise<string>((resolve) => {
      const db: Tx = { query: () => Promise.reject(new Error('gone')) };
      const watch = createCredentialWatch({ db, clock: systemClock(), emit: resolve, everyMs: 5 });
      watch.watch({ kind: 'user', userId: 'x', sessionId: uuidv7() }, () => resolve('ended'));
      watch.start();
      setTimeout(() => void watch.stop(), 1_000).unref();
    });
    expect(await told).toBe('credentials.unchecked');
  });
});
