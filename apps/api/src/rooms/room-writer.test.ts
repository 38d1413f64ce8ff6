import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database, NewRoomMessage } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

import { createRoomWriter } from './room-writer.ts';
import { newPerson, type TestPerson } from './testing/people.ts';

let database: TestDatabase;
let ada: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  ada = await newPerson(database.db, 'Ada');
});
afterAll(() => database.stop());

const messageOf = (room: string, data: unknown, key: string): NewRoomMessage => ({
  room,
  channels: [`room:${room}`],
  from: { id: ada.id, userId: ada.id, keyId: null, name: null, kind: 'user' },
  to: null,
  data,
  key,
  except: null,
  everywhere: false,
});

/** The record, and how many transactions of several statements it has seen. */
function counting(db: Database): { db: Database; transactions: () => number } {
  let transactions = 0;
  return {
    db: {
      ...db,
      transaction(work) {
        transactions += 1;
        return db.transaction(work);
      },
    },
    transactions: () => transactions,
  };
}

describe('messages that come while others are committed', () => {
  it('share the next commit, in the order in which they came', async () => {
    const { db, transactions } = counting(database.db);
    const write = createRoomWriter(db);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => write(messageOf('busy', index, `k${index}`))),
    );
    expect(outcomes.map((outcome) => ('seq' in outcome ? outcome.seq : outcome.how))).toEqual(
      outcomes.map((_, index) => index + 1),
    );
    expect(transactions()).toBe(1);
    expect(await write(messageOf('busy', 7, 'k7'))).toEqual({ how: 'repeated', seq: 8 });
  });

  it('do not fail with one of them, and leave no number out', async () => {
    const write = createRoomWriter(database.db);
    // PostgreSQL keeps no such character in JSON; whoever publishes is told before it comes so far.
    const given = Array.from({ length: 10 }, (_, index) => (index === 5 ? '\u0000' : index));
    const outcomes = await Promise.allSettled(
      given.map((data, index) => write(messageOf('poison', data, `k${index}`))),
    );
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(given.map((data) => data !== '\u0000'));
    const rows = await database.db.query<{ seq: number; data: { data: unknown } }>(
      `SELECT seq, data FROM channel_events WHERE channel = 'room:poison' ORDER BY seq`,
    );
    expect(rows.map(({ seq, data }) => [seq, data.data])).toEqual(
      given.filter((data) => data !== '\u0000').map((data, index) => [index + 1, data]),
    );
  });
});
