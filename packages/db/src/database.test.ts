import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGate, createStops, tcpProxy, type TcpProxy, type TestDatabase, testDatabase } from '@jobwire/testing';

import { awaitEpoch, createDatabase, type Database, isUniqueViolation, RecordUnavailable } from './index.ts';

const user = (id: string, key: string): [string, string[]] => [
  'INSERT INTO users (id, email_original, email_key) VALUES ($1, $2, $2)',
  [id, key],
];
const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const;

describe('the record', () => {
  const stops = createStops();
  let database: TestDatabase;
  let proxy: TcpProxy;
  let db: Database;

  beforeAll(async () => {
    database = stops.add(await testDatabase());
    proxy = stops.add(await tcpProxy(database.url));
    const opened = createDatabase({ url: proxy.url, name: 'test', maxConnections: 2, emit: () => undefined });
    db = opened;
    stops.add({ stop: () => opened.close() });
  });
  afterAll(() => stops.stopAll());

  const count = async (): Promise<number> => {
    const [row] = await database.db.query<{ count: number }>('SELECT count(*)::int AS count FROM users');
    return row?.count ?? -1;
  };

  it('keeps nothing of a transaction whose work throws', async () => {
    const work = db.transaction(async (tx) => {
      await tx.query(...user(ids[0], 'a@example.com'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(0);
  });

  it('keeps nothing of a pipeline in which one statement fails, and names the first failure', async () => {
    const work = db.pipeline((tx) => {
      void tx.query(...user(ids[0], 'same@example.com'));
      void tx.query(...user(ids[1], 'same@example.com'));
      void tx.query('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    await expect(work.catch((error: unknown) => isUniqueViolation(error, 'users_email_key_key'))).resolves.toBe(true);
    expect(await count()).toBe(0);
  });

  it('commits a pipeline whose statements all succeed', async () => {
    await db.pipeline((tx) => {
      void tx.query(...user(ids[0], 'one@example.com'));
      void tx.query(...user(ids[1], 'two@example.com'));
    });
    expect(await count()).toBe(2);
  });

  it('tells that it is out of reach, and works again afterwards', async () => {
    await proxy.refuse();
    await expect(db.query('SELECT 1')).rejects.toBeInstanceOf(RecordUnavailable);
    await expect(db.transaction((tx) => tx.query('SELECT 1'))).rejects.toBeInstanceOf(RecordUnavailable);
    await proxy.accept();
    await expect(db.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('survives a connection that ends in the middle of a transaction', async () => {
    const work = db.transaction(async (tx) => {
      await tx.query('SELECT 1');
      proxy.cut();
      // The error of the connection arrives while nothing is asked of it.
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      return tx.query('SELECT 2');
    });
    await expect(work).rejects.toBeInstanceOf(RecordUnavailable);
    await expect(db.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('is waited for by a process that starts first, said once, and not by one that stops', async () => {
    await proxy.refuse();
    const [waiting, told] = [createGate(), [] as string[]];
    waiting.close();
    const epoch = awaitEpoch(db, {
      stopping: () => false,
      emit(event) {
        told.push(event);
        waiting.open();
      },
    });
    await waiting.passage();
    await expect(awaitEpoch(db, { stopping: () => true, emit: () => undefined })).rejects.toThrow(RecordUnavailable);
    await proxy.accept();
    expect(await epoch).toMatch(/^\w+$/);
    expect(told).toEqual(['record.waiting']);
  });
});
