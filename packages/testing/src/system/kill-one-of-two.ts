import { setTimeout as delay } from 'node:timers/promises';

import type { Database } from '@jobwire/db';
import { z } from 'zod';

import { type Account, digestOf } from '../crowd/crowd-orders.ts';
import type { Crowd } from '../crowd/crowd.ts';
import type { ReturningApi } from './returning-api.ts';

/** What the killing of one of two processes did to those who watched. */
export interface Killing {
  messages: number;
  /** Sockets whose process was killed. */
  lost: number;
  /** From the kill until all sockets were subscribed again, in seconds. */
  back: number;
  /** Sums over all sockets: events that were missed, or came twice. */
  gaps: number;
  duplicates: number;
  /** Sockets that were given a snapshot in place of events. */
  snapshots: number;
  /** Sockets that at the end do not hold what the table has. */
  different: number;
  /** Codes of errors and closes that servers gave, and how often. */
  codes: Readonly<Record<string, number>>;
}

/** What is published, and when the process dies and comes back. Times in milliseconds. */
export interface KillingPlan {
  room: string;
  authorization: string;
  everyMs: number;
  forMs: number;
  killAtMs: number;
  startAtMs: number;
}

/** Publish into a room that is watched through two processes, kill one of them, start it again, and ask what was seen. */
export async function killOneOfTwo(
  gateways: readonly [ReturningApi, ReturningApi],
  crowd: Crowd,
  db: Database,
  plan: KillingPlan,
): Promise<Killing> {
  const [, victim] = gateways;
  const before = await crowd.report();
  const publishing = publishAll(gateways, plan);
  await delay(plan.killAtMs);
  await victim.kill();
  const killed = Date.now();
  await delay(plan.startAtMs - plan.killAtMs);
  await victim.start();
  const messages = await publishing;
  // Nobody is cut off again, so that the last who came back is the last of all.
  const back = ((await crowd.allReady()) - killed) / 1_000;
  const accounts = await untilCaughtUp(crowd, db, plan.room);
  const { lost, surprises: codes } = await crowd.report();
  const sum = (of: (account: Account) => number): number => accounts.reduce((total, each) => total + of(each), 0);
  return {
    messages,
    lost: lost - before.lost,
    back,
    gaps: sum(({ gaps }) => gaps),
    duplicates: sum(({ duplicates }) => duplicates),
    snapshots: sum(({ snapshots }) => snapshots),
    codes,
    different: await differentFromTable(db, plan.room, accounts),
  };
}

/** Publish at a rate, to one process after the other; what is not answered is sent again under the same key. */
async function publishAll(gateways: readonly ReturningApi[], plan: KillingPlan): Promise<number> {
  const under: Promise<void>[] = [];
  const messages = Math.floor(plan.forMs / plan.everyMs);
  const started = performance.now();
  for (let n = 1; n <= messages; n += 1) {
    under.push(publish(gateways, n, plan));
    await delay(Math.max(0, started + n * plan.everyMs - performance.now()));
  }
  await Promise.all(under);
  return messages;
}

async function publish(gateways: readonly ReturningApi[], n: number, plan: KillingPlan): Promise<void> {
  const body = JSON.stringify({ data: { n }, key: `kill-${n}` });
  const headers = { authorization: plan.authorization, 'content-type': 'application/json' };
  for (let attempt = 0; ; attempt += 1) {
    const url = gateways[(n + attempt) % gateways.length]?.url ?? '';
    const address = `${url}/rooms/${plan.room}/messages`;
    const answer = await fetch(address, { method: 'POST', headers, body }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) return;
    // A busy process may be too late for a request, which is harmless to repeat.
    if (answer && answer.status < 500 && answer.status !== 408) throw new Error(`${answer.status} for a message`);
    await delay(100);
  }
}

/** Wait until every socket knows the newest event; what is lost for ever ends the waiting too. */
async function untilCaughtUp(crowd: Crowd, db: Database, room: string): Promise<readonly Account[]> {
  const newest = (await logOf(db, room)).at(-1)?.seq ?? 0;
  for (let attempt = 0; ; attempt += 1) {
    const accounts = await crowd.accounts();
    if (attempt > 150 || accounts.every(({ last }) => last === newest)) return accounts;
    await delay(200);
  }
}

const logRow = z.object({ seq: z.int(), data: z.json() });

async function logOf(db: Database, room: string): Promise<z.output<typeof logRow>[]> {
  const rows = await db.query('SELECT seq, data FROM channel_events WHERE channel = $1 ORDER BY seq', [`room:${room}`]);
  return rows.map((row) => logRow.parse(row));
}

/** How many accounts are not what the table gives between their first number and the newest. */
async function differentFromTable(db: Database, room: string, accounts: readonly Account[]): Promise<number> {
  const log = await logOf(db, room);
  const newest = log.at(-1)?.seq ?? 0;
  const expected = new Map<number, number>();
  const digestAfter = (first: number): number => {
    const known = expected.get(first);
    if (known !== undefined) return known;
    const digest = log.filter(({ seq }) => seq > first).reduce((before, { data }) => digestOf(before, data), 0);
    expected.set(first, digest);
    return digest;
  };
  return accounts.filter(
    ({ first, last, events, digest }) => last !== newest || events !== newest - first || digest !== digestAfter(first),
  ).length;
}
