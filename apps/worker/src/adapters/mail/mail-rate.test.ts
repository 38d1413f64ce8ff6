import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { emailSend } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import { createKeyRing } from '@jobwire/runtime';
import {
  createStops,
  performJob,
  type Stops,
  type TestDatabase,
  testDatabase,
  testSmtp,
  type TestSmtp,
} from '@jobwire/testing';

import { createMailPorts } from './mail-ports.ts';

let stops: Stops;
let database: TestDatabase;
let smtp: TestSmtp;

beforeEach(async () => {
  stops = createStops();
  database = stops.add(await testDatabase());
  smtp = stops.add(await testSmtp());
  // Every turn that is taken moves the line: the record of all turns.
  await database.db.query(`
    CREATE TABLE turns (scope text, next_at timestamptz);
    CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO turns VALUES (NEW.scope, NEW.next_at); RETURN NEW; END $$;
    CREATE TRIGGER remember AFTER UPDATE ON mail_paces FOR EACH ROW WHEN (OLD.next_at <> NEW.next_at)
      EXECUTE FUNCTION remember();`);
});
afterEach(() => stops.stopAll());

type Rates = { MAIL_RATE: number | null; MAIL_DOMAIN_RATE: number | null };

/** A worker's mail: a pool and connections of its own. */
function worker(rates: Rates) {
  const db = database.open('worker');
  stops.add({ stop: () => db.close() });
  const mail = createMailPorts({
    db,
    control: { pause: async () => undefined },
    keys: createKeyRing('a secret that is long enough for a test'),
    config: {
      PUBLIC_URL: 'https://jobwire.example',
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Jobwire <no-reply@jobwire.example>',
      MAIL_DNS_CHECK: false,
      MAIL_CONNECTIONS: 8,
      ...rates,
    },
    emit: () => undefined,
  });
  stops.add({ stop: () => mail.close(0) });
  const ports = mail.ports as Parameters<(typeof handlers)['email.send']>[2];
  return (to: string) => performJob(emailSend, handlers['email.send'], { to, subject: 's', text: 't' }, ports, { db });
}

/** The turns of a line in milliseconds of the epoch, oldest first: what was written is when the next one is. */
async function turns(scope: string, everyMs: number): Promise<number[]> {
  const rows = await database.db.query<{ at: number }>(
    `SELECT (extract(epoch FROM next_at) * 1000 - $2)::float8 AS at FROM turns WHERE scope = $1 ORDER BY next_at`,
    [scope, everyMs],
  );
  return rows.map(({ at }) => at);
}

it('three workers together keep to one rate, from the first mail on', async () => {
  const everyMs = 40;
  const workers = [1, 2, 3].map(() => worker({ MAIL_RATE: everyMs, MAIL_DOMAIN_RATE: null }));
  const addresses = Array.from({ length: 8 }, (_, index) => `to${index}@example.com`);
  const performed = await Promise.all(workers.flatMap((send) => addresses.map(send)));
  expect(performed.map((job) => job.verdict.kind)).toEqual(Array(24).fill('succeeded'));
  const taken = await turns('*', everyMs);
  expect(taken).toHaveLength(24);
  const gaps = taken.slice(1).map((at, index) => at - (taken[index] ?? 0));
  // A line in which nobody waits begins anew; it never has a shorter gap. Fractions of a microsecond are lost.
  expect(Math.min(...gaps)).toBeGreaterThan(everyMs - 0.01);
  // No mail met the server before its turn: at no time had more come than had turns.
  const came = smtp.mails.map(({ at }) => at).toSorted((a, b) => a - b);
  expect(came.map((at, index) => at >= Math.floor(taken[index] ?? 0))).toEqual(Array(24).fill(true));
});

it('each domain keeps to its own rate', async () => {
  const everyMs = 60;
  const send = worker({ MAIL_RATE: null, MAIL_DOMAIN_RATE: everyMs });
  const domains = ['a.example', 'b.example'];
  await Promise.all(Array.from({ length: 12 }, (_, index) => send(`to${index}@${domains[index % 2]}`)));
  for (const domain of domains) {
    const taken = await turns(domain, everyMs);
    const gaps = taken.slice(1).map((at, index) => at - (taken[index] ?? 0));
    expect(taken).toHaveLength(6);
    expect(Math.min(...gaps)).toBeGreaterThan(everyMs - 0.01);
  }
  expect(smtp.mails).toHaveLength(12);
});

it('mails that cannot go within some seconds come back one after the other, without an attempt', async () => {
  const hour = 3_600_000;
  const send = worker({ MAIL_RATE: hour, MAIL_DOMAIN_RATE: null });
  expect((await send('first@example.com')).verdict.kind).toBe('succeeded');
  const later = [await send('second@example.com'), await send('third@example.com')];
  const delays = later.map(({ verdict }) => (verdict.kind === 'handed-back' ? verdict.delayMs : 0));
  expect((delays[0] ?? 0) > 0 && (delays[0] ?? 0) <= hour).toBe(true);
  expect((delays[1] ?? 0) > hour && (delays[1] ?? 0) <= 2 * hour).toBe(true);
  expect(smtp.mails).toHaveLength(1);
});

it('a server that asks for slowness slows all workers, also without a rate of ours', async () => {
  const workers = [1, 2].map(() => worker({ MAIL_RATE: null, MAIL_DOMAIN_RATE: null }));
  smtp.once({ at: 'mail', reply: 421, text: '4.7.0 Too many messages' });
  expect((await workers[0]?.('first@example.com'))?.verdict.kind).toBe('handed-back');
  expect((await workers[1]?.('second@example.com'))?.verdict.kind).toBe('handed-back');
  expect([smtp.mails.length, smtp.reached('mail')]).toEqual([0, 1]);
  await database.db.query('UPDATE mail_paces SET next_at = now()');
  expect((await workers[1]?.('third@example.com'))?.verdict.kind).toBe('succeeded');
});
