import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { type MailStage, startMailStage } from './mail-stage.ts';

const everyMs = 100;
const domainEveryMs = 250;
const domains = ['one.example', 'two.example', 'three.example'];

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage({ env: { MAIL_RATE: '10/s', MAIL_DOMAIN_RATE: '4/s' } });
  await Promise.all([stage.system.startWorker(), stage.system.startWorker()]);
  await stage.db.query(`
    CREATE TABLE turns (scope text, next_at timestamptz);
    CREATE FUNCTION remember_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO turns VALUES (NEW.scope, NEW.next_at); RETURN NEW; END $$;
    CREATE TRIGGER remember_turn AFTER UPDATE ON mail_paces FOR EACH ROW
      WHEN (NEW.next_at IS DISTINCT FROM OLD.next_at) EXECUTE FUNCTION remember_turn();`);
});
afterAll(() => stage?.stop());

/** The turns of a line in milliseconds of the epoch, in order: `next_at` is one interval behind each. */
const turnsOf = async (scope: string, interval: number): Promise<number[]> => {
  const rows = await stage.db.query<{ at: number }>(
    `SELECT (extract(epoch FROM next_at) * 1000)::float8 - $2 AS at FROM turns WHERE scope = $1 ORDER BY next_at`,
    [scope, interval],
  );
  return rows.map(({ at }) => at);
};
const smallest = (sorted: number[]): number =>
  Math.min(...sorted.slice(1).map((at, index) => at - (sorted[index] ?? Number.NaN)));

it('three workers keep one rate for all mails and one for each domain, from the first mail on', async () => {
  const jobs = await Promise.all(
    Array.from({ length: 48 }, (_, index) => stage.register(`rate-${index}@${domains[index % 3]}`)),
  );
  const states = await Promise.all(jobs.map((job) => stage.ended(job, 1)));
  expect(states.filter(({ mail, copies, attempt }) => mail === 'sent' && copies === 1 && attempt === 1)).toHaveLength(
    48,
  );
  const workers = await stage.db.query('SELECT DISTINCT worker FROM jobs');
  expect(workers).toHaveLength(3);

  const lines = [
    { scope: '*', interval: everyMs, mails: stage.smtp.mails },
    ...domains.map((domain) => ({
      scope: domain,
      interval: domainEveryMs,
      mails: stage.smtp.mails.filter(({ to }) => to[0]?.endsWith(`@${domain}`)),
    })),
  ];
  for (const { scope, interval, mails } of lines) {
    const turns = await turnsOf(scope, interval);
    expect(turns).toHaveLength(mails.length);
    // PostgreSQL keeps microseconds, and these are read as floats.
    expect(smallest(turns)).toBeGreaterThan(interval - 0.01);
    // A slow machine makes mails later, never earlier: by the time of any turn, no more mails have come than turns.
    const early = mails.map(({ at }, index) => Math.floor(turns[index] ?? Infinity) - at).filter((byMs) => byMs > 0);
    expect({ scope, early }).toEqual({ scope, early: [] });
  }
});
