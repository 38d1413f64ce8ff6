import { createDatabase } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';

/** A record with a history: most jobs have ended, and many wait behind each other. */
export const seeded = { finished: 1_000_000, waiting: 100_000, owners: 1_000, tags: 10_000, people: 20_000 } as const;

/** The id of one of the many owners. */
export function ownerText(n: number): string {
  return `0198c7a4-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/**
 * Jobs spread over a month, oldest first. Names, states, owners and tags have common and rare values: one name in 2,000
 * jobs, one state in 1,000, an owner of a fifth of all jobs and a thousand of little, no owner for two fifths, tags on a
 * tenth. What waits belongs to no queue of the benchmark and counts as dispatched, so that it only stands in the way.
 */
const insertJobs = `
  INSERT INTO jobs (id, name, state, payload, owner_id, attempt, max_attempts, seq, result, error, run_at, dispatch,
    dispatched_at, created_at, started_at, finished_at, tags)
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
      || substr(md5(n::text), 4, 15))::uuid,
    CASE WHEN n % 2000 = 0 THEN 'report.csv' WHEN n % 10 < 4 THEN 'email.send' WHEN n % 10 < 7 THEN 'image.thumbnail'
      WHEN n % 10 < 9 THEN 'email.welcome' ELSE 'email.sign-in' END,
    state, jsonb_build_object('to', 'person' || n % ${seeded.people} || '@example.com'),
    CASE WHEN n % 5 = 0 THEN $1::uuid WHEN n % 5 < 3 THEN ('${ownerText(0).slice(0, -12)}' || lpad((n % ${seeded.owners})::text, 12, '0'))::uuid END,
    CASE WHEN ended THEN 1 ELSE 0 END, 5, CASE WHEN ended THEN 3 ELSE 1 END,
    CASE state WHEN 'succeeded' THEN '{"done": true}'::jsonb END,
    CASE state WHEN 'failed' THEN '{"code": "ERROR", "message": "The job failed"}'::jsonb END,
    at, 1, at, at, CASE WHEN ended THEN at END, CASE WHEN ended THEN at + interval '1 s' END,
    CASE WHEN n % 10 = 0 THEN ARRAY['shop', 'order-' || n / 10 % ${seeded.tags}] END
  FROM (
    SELECT n, n <= ${seeded.finished} AS ended, now() - (${seeded.finished + seeded.waiting} - n) * interval '2.4 s' AS at,
      CASE WHEN n > ${seeded.finished} THEN CASE WHEN n % 50 = 0 THEN 'scheduled' ELSE 'queued' END
        WHEN n % 1000 = 1 THEN 'expired' WHEN n % 100 < 93 THEN 'succeeded' WHEN n % 100 < 98 THEN 'failed'
        ELSE 'cancelled' END AS state
    FROM generate_series(1, ${seeded.finished + seeded.waiting}) n
  ) numbered`;

const insertEvents = `
  INSERT INTO job_events (job_id, seq, type, at)
  SELECT id, event.seq, event.type, created_at FROM jobs,
    LATERAL (VALUES (1, 'job.queued'), (2, 'job.started'), (3, 'job.' || state)) event (seq, type)
  WHERE event.seq <= jobs.seq`;

const insertWords = `
  INSERT INTO job_words (job_id, words)
  SELECT id, array_to_tsvector(ARRAY['com', 'example', split_part(payload ->> 'to', '@', 1)]) FROM jobs
  WHERE name = 'email.send'`;

/** A statement here may take longer than any of the system, in milliseconds. */
const statementTimeoutMs = 300_000;

/**
 * Fill an empty record, and leave it as a server at rest has it: analyzed, vacuumed, written to the disk, so that nothing
 * goes on under the measurement.
 *
 * @returns the owner of a fifth of all jobs
 */
export async function seedRecord(url: string): Promise<string> {
  const owner = uuidv7();
  const db = createDatabase({ url, name: 'seed', statementTimeoutMs, emit: () => undefined });
  await db.query(insertJobs, [owner]);
  for (const statement of [insertEvents, insertWords, 'VACUUM ANALYZE', 'CHECKPOINT']) await db.query(statement);
  await db.close();
  return owner;
}
