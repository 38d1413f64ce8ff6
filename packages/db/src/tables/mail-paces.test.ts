import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

import type { Database } from '../database.ts';
import { deleteIdleMailPaces, holdMailPace, type MailPace, type MailTurn, takeMailTurn } from './mail-paces.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = database);
});
afterAll(() => database.stop());
beforeEach(() => db.query('TRUNCATE mail_paces'));

const minute = 60_000;
const hour = 60 * minute;
const all = (everyMs: number): MailPace => ({ scope: '*', everyMs });
const domain = (everyMs: number, scope = 'example.com'): MailPace => ({ scope, everyMs });
const take = (paces: readonly MailPace[], mostMs = hour): Promise<MailTurn> => takeMailTurn(db, paces, mostMs);
/** When the next mail of a line may go, and when one that was sent away comes back. */
const lines = (): Promise<{ scope: string; next: Date; backlog: Date }[]> =>
  db.query('SELECT scope, next_at AS next, backlog_at AS backlog FROM mail_paces ORDER BY scope COLLATE "C"');

describe('turns', () => {
  it('are exactly one interval apart, from the first one, whoever takes them', async () => {
    const workers = [1, 2, 3].map((number) => database.open(`worker ${number}`));
    await db.query(`
      CREATE TABLE taken (at timestamptz);
      CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO taken VALUES (NEW.next_at); RETURN NEW; END $$;
      CREATE TRIGGER remember AFTER UPDATE ON mail_paces FOR EACH ROW EXECUTE FUNCTION remember();`);
    const turns: MailTurn[] = [];
    // No more lanes than connections: a slow machine must not make one wait for longer than a pool lets it.
    const lanes = Array.from({ length: 18 }, async (_, lane) => {
      for (let turn = 0; turn < 5; turn += 1) {
        turns.push(await takeMailTurn(workers[lane % 3] ?? db, [all(minute / 7)], hour));
      }
    });
    await Promise.all(lanes);
    await Promise.all(workers.map((worker) => worker.close()));
    const gaps = await db.query<{ gap: number }>(
      `SELECT round(extract(epoch FROM at - lag(at) OVER (ORDER BY at)) * 1e6)::float8 AS gap FROM taken ORDER BY at OFFSET 1`,
    );
    await db.query('DROP TRIGGER remember ON mail_paces; DROP FUNCTION remember; DROP TABLE taken');
    expect(turns.filter(({ kept }) => kept)).toHaveLength(90);
    expect(gaps).toHaveLength(89);
    // PostgreSQL keeps microseconds.
    expect(new Set(gaps.map(({ gap }) => gap))).toEqual(new Set([Math.round((minute / 7) * 1_000)]));
  });

  it('come at once where nobody has been for a while, and leave no burst behind', async () => {
    expect(await take([all(minute)])).toEqual({ kept: true, waitMs: 0 });
    await db.query(`UPDATE mail_paces SET next_at = now() - interval '1 day'`);
    expect(await take([all(minute)])).toEqual({ kept: true, waitMs: 0 });
    const next = await take([all(minute)]);
    expect(next.kept && next.waitMs > 0).toBe(true);
  });

  it('that are too far away are not kept, and those who were told so come back one after the other', async () => {
    await take([all(minute)]);
    const [first] = await lines();
    const told = [await take([all(minute)], 5_000), await take([all(minute)], 5_000)];
    expect(told.map(({ kept }) => kept)).toEqual([false, false]);
    const [after] = await lines();
    expect(after?.next).toEqual(first?.next);
    // The second comes back one interval behind the first; what is written is where a third would.
    expect(after && first && after.backlog.getTime() - first.next.getTime()).toBe(2 * minute);
    const [one, two] = told.map((turn) => (turn.kept ? 0 : turn.againMs));
    expect((one ?? 0) <= minute && (two ?? 0) > minute && (two ?? 0) <= 2 * minute).toBe(true);
  });
});

describe('two lines', () => {
  it('give a turn that suits both', async () => {
    await take([all(minute), domain(10 * minute)]);
    await take([all(minute), domain(10 * minute, 'example.org')]);
    const [whole, com, org] = await lines();
    const at = (line: { next: Date } | undefined): number => line?.next.getTime() ?? 0;
    expect([whole?.scope, com?.scope, org?.scope]).toEqual(['*', 'example.com', 'example.org']);
    // The second mail went a minute after the first, as all mails must.
    expect(at(org) - at(com)).toBe(minute);
    expect(at(whole) - at(com)).toBe(2 * minute - 10 * minute);
  });

  it('do not disturb each other: only the one that makes a mail wait remembers it', async () => {
    await take([all(1_000), domain(hour)]);
    const before = await lines();
    expect((await take([all(1_000), domain(hour)], 5_000)).kept).toBe(false);
    const after = await lines();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.next).toEqual(before[1]?.next);
    expect(after[1] && after[1].backlog.getTime() - after[1].next.getTime()).toBe(hour);
    expect((await take([all(1_000), domain(hour, 'example.org')], 5_000)).kept).toBe(true);
  });

  it('never lock each other out, in whatever order they are asked for', async () => {
    const com = domain(1);
    const org = domain(1, 'example.org');
    const orders = [
      [com, org],
      [org, com],
      [all(1), org],
      [org, all(1)],
    ];
    const turns = await Promise.all(Array.from({ length: 40 }, (_, index) => take(orders[index % 4] ?? [])));
    expect(turns.every(({ kept }) => kept)).toBe(true);
  });
});

it('a server that wants a pause moves all turns, and never back', async () => {
  await holdMailPace(db, hour);
  await holdMailPace(db, minute);
  const turn = await take([all(1_000)], 5_000);
  expect(!turn.kept && turn.againMs > hour - minute).toBe(true);
});

it('lines in which nobody has waited for a day are forgotten, and made anew by the next mail', async () => {
  await take([all(minute), domain(minute)]);
  await take([domain(minute, 'example.org')]);
  await db.query(`UPDATE mail_paces SET next_at = now() - interval '25 hours' WHERE scope <> 'example.org'`);
  await deleteIdleMailPaces(db);
  expect((await lines()).map(({ scope }) => scope)).toEqual(['*', 'example.org']);
  expect(await take([all(minute), domain(minute)])).toEqual({ kept: true, waitMs: 0 });
});
