import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import {
  adminEmails,
  type CallerKind,
  callerKinds,
  type Cast,
  createStops,
  engines,
  startCast,
  startSystem,
  type System,
  testDatabase,
} from '@jobwire/testing';

import { allDocs } from './all-docs.ts';
import type { RouteDoc } from './route-doc.ts';
import { type Expectation, expectationFor } from './testing/expectation.ts';
import { sampleRequest } from './testing/sample-request.ts';

const stops = createStops();
let system: System;
let cast: Cast;
let db: Database;
let bulkActionId = '';

beforeAll(async () => {
  const [engine] = engines;
  const { redisUrl } = stops.add(await engine!.start());
  const database = stops.add(await testDatabase());
  ({ db } = database);
  // Nobody listens there: mails are not what this is about.
  const smtpUrl = 'smtp://127.0.0.1:9';
  system = stops.add(
    await startSystem({ databaseUrl: database.url, redisUrl, smtpUrl, env: { ADMIN_EMAILS: adminEmails } }),
  );
  cast = await startCast(system.api.url, db);
});
afterAll(() => stops.stopAll());

function described(wanted: string): RouteDoc {
  const doc = allDocs.find(({ id }) => id === wanted);
  if (!doc) throw new Error(`There is no route ${wanted}`);
  return doc;
}

/** What administrators' routes name must be there, also after somebody has taken it away. */
async function makeNamed({ path }: RouteDoc): Promise<void> {
  if (path === '/suppressions/:address') {
    await db.query(
      `INSERT INTO suppressions (email_key, reason) VALUES ('lost@cast.example', 'manual') ON CONFLICT DO NOTHING`,
    );
  }
  if (path.startsWith('/schedules/:name')) await ask(described('putSchedule'), 'operator');
  if (path.startsWith('/bulk-actions/:id')) {
    const { body } = await ask(described('startBulkAction'), 'operator');
    bulkActionId = /"id":"([^"]+)"/.exec(body)?.[1] ?? '';
  }
}

/** An answer without what differs from one request to the next. */
interface Seen {
  status: number;
  headers: [string, string][];
  body: string;
}

async function ask(doc: RouteDoc, caller: CallerKind, id?: string): Promise<Seen> {
  const mine = { ...cast.belongings('owner'), bulkActionId };
  const unknown = { ...mine, jobId: id ?? '', uploadId: id ?? '', fileId: id ?? '', sessionId: id ?? '' };
  const { path, headers, body } = sampleRequest(doc, id === undefined ? mine : unknown, caller);
  const response = await fetch(system.api.url + path, {
    method: doc.method.toUpperCase(),
    headers: { ...headers, ...credentials(doc, caller), origin: system.api.url, connection: 'close' },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const named = [mine.jobId, mine.uploadId, mine.fileId, mine.sessionId, ...(id === undefined ? [] : [id])];
  const plain = (value: string): string => named.reduce((rest, known) => rest.replaceAll(known, '<id>'), value);
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !/^(date|x-request-id|server-timing)$/.test(name)),
    body: plain(text).replace(/"traceId":"[^"]+"/, '"traceId":"<id>"'),
  };
}

function credentials(doc: RouteDoc, caller: CallerKind): Record<string, string> {
  const token = cast.tokenOf(caller, doc.path.startsWith('/uploads') ? 'upload' : 'job');
  const stranger = caller === 'anonymous' || caller === 'ticket' || caller === 'other ticket';
  const cookie = stranger ? undefined : cast.credential(caller).cookie;
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { cookie }),
  };
}

function toldOf({ status }: Seen): Expectation {
  return status === 401 || status === 403 || status === 404 ? status : 'in';
}

/** A request may have signed its caller out, or forgotten them. */
async function bringBack(caller: CallerKind): Promise<void> {
  if (caller !== 'owner' && caller !== 'other user' && caller !== 'viewer' && caller !== 'operator') return;
  const { token } = cast.credential(caller);
  const { status } = await fetch(`${system.api.url}/me`, { headers: { authorization: `Bearer ${token}` } });
  if (status !== 401) return;
  await cast.renew(caller);
  if (caller === 'owner' || caller === 'other user') await cast.provide(caller);
}

describe.each(allDocs.map((doc) => [`${doc.method.toUpperCase()} ${doc.path}`, doc] as const))('%s', (_route, doc) => {
  it.each(callerKinds)('answers a caller as described: %s', async (caller) => {
    await makeNamed(doc);
    const expected = expectationFor(doc, caller);
    const seen = await ask(doc, caller);
    expect({ told: toldOf(seen), seen }).toMatchObject({ told: expected });
    expect(seen.status).toBeLessThan(500);
    // Foreign and unknown look the same.
    expect(expected === 404 ? await ask(doc, caller, uuidv7()) : seen).toEqual(seen);
    await bringBack(caller);
  });
});
