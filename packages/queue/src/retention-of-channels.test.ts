import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendChannelEvent, eraseUser, insertNotification } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

import { createRetention, type Retention } from './index.ts';

let database: TestDatabase;
let retention: Retention;

beforeAll(async () => {
  database = await testDatabase();
  retention = createRetention(database.db, [], () => undefined);
});
afterAll(() => database.stop());
beforeEach(() => database.db.query('TRUNCATE channels, channel_events, notifications, users CASCADE'));

const run = (sql: string, params: readonly unknown[] = []) => database.db.query(sql, params);

/** A channel with so many events, the oldest so many hours old, the others evenly younger. */
async function channel(name: string, events: number, hours: number): Promise<void> {
  await run('INSERT INTO channels (name, seq) VALUES ($1, $2)', [name, events]);
  await run(
    `INSERT INTO channel_events (channel, seq, type, data, at)
     SELECT $1, n, 'test', '{}', now() - $3::float8 * ($2::int - n + 0.5) / $2 * interval '1 h' FROM generate_series(1, $2::int) n`,
    [name, events, hours],
  );
}

/** Numbers of the first and last event that are left, and how many lie between them. */
async function left(name: string): Promise<unknown> {
  await retention.sweep();
  const [row] = await run(
    'SELECT min(seq) AS first, max(seq) AS last, count(*)::int AS events FROM channel_events WHERE channel = $1',
    [name],
  );
  return row;
}

describe('of a channel', () => {
  it('the newest 300 events stay, however old', async () => {
    await channel('room:quiet', 300, 1_000);
    expect(await left('room:quiet')).toEqual({ first: 1, last: 300, events: 300 });
    await channel('room:longer', 340, 1_000);
    expect(await left('room:longer')).toEqual({ first: 41, last: 340, events: 300 });
  });

  it('those of the last 24 hours stay, and none is missing between them', async () => {
    await channel('room:busy', 960, 48);
    expect(await left('room:busy')).toEqual({ first: 481, last: 960, events: 480 });
  });

  it('the newest 10,000 stay, however young', async () => {
    await channel('room:loud', 12_345, 1);
    expect(await left('room:loud')).toEqual({ first: 2_346, last: 12_345, events: 10_000 });
    expect(await left('room:loud')).toEqual({ first: 2_346, last: 12_345, events: 10_000 });
  });

  it('the numbers go on where they were', async () => {
    await channel('room:quiet', 400, 1_000);
    await left('room:quiet');
    expect((await appendChannelEvent(database.db, { channel: 'room:quiet', type: 'test', data: {} })).seq).toBe(401);
  });
});

/** Somebody with an old notification of each kind; the id. */
async function somebody(): Promise<string> {
  const userId = uuidv7();
  await run('INSERT INTO users (id, email_original, email_key) VALUES ($1, $2, $2)', [userId, `${userId}@example.com`]);
  return userId;
}

it('notifications go 90 days after they were made when they were read, else after a year', async () => {
  const userId = await somebody();
  const insert = async (title: string, days: number, read: boolean): Promise<void> => {
    const notification = { id: uuidv7(), userId, title, body: null, link: null, data: null };
    const { id } = await insertNotification(database.db, notification);
    await run(
      `UPDATE notifications SET created_at = now() - $2 * interval '1 day', read_at = CASE WHEN $3 THEN now() END
       WHERE id = $1`,
      [id, days, read],
    );
  };
  await insert('read', 91, true);
  await insert('read lately', 89, true);
  await insert('unread', 364, false);
  await insert('forgotten', 366, false);
  await retention.sweep();
  const titles = await run('SELECT title FROM notifications ORDER BY title');
  expect(titles).toEqual([{ title: 'read lately' }, { title: 'unread' }]);
});

it('a user who is erased takes their notifications and their channel along, and nobody else’s', async () => {
  const [gone, stays] = [await somebody(), await somebody()];
  for (const userId of [gone, stays]) {
    const notification = { id: uuidv7(), userId, title: 'Hello', body: null, link: null, data: null };
    await insertNotification(database.db, notification);
    await appendChannelEvent(database.db, { channel: `user:${userId}`, type: 'notification.new', data: {} });
  }
  await database.db.transaction((tx) => eraseUser(tx, { userId: gone, scope: `owner:${gone}` }));
  expect(await run('SELECT user_id FROM notifications')).toEqual([{ user_id: stays }]);
  expect(await run('SELECT channel FROM channel_events')).toEqual([{ channel: `user:${stays}` }]);
  expect(await run('SELECT name FROM channels')).toEqual([{ name: `user:${stays}` }]);
});
