import type { Database, JobState } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';

/** A job as a test wants it in the record. */
export interface SeededJob {
  name: string;
  owner: string | null;
  state: JobState;
  tags: readonly string[] | null;
  /** What a search finds it by. */
  words: readonly string[] | null;
}

const insert = `
  INSERT INTO jobs (id, name, state, payload, owner_id, max_attempts, seq, tags, created_at, finished_at)
  VALUES ($1, $2, $3, '{}', $4, 3, 1, $5, $6, CASE WHEN $3 IN ('succeeded', 'failed', 'cancelled', 'expired') THEN now() END)`;

/** Write jobs into the record, each a millisecond newer than the one before. */
export async function seedJobs<Job extends SeededJob>(
  db: Database,
  jobs: readonly Job[],
): Promise<(Job & { id: string; createdAt: string })[]> {
  const start = Date.now() - jobs.length;
  const seeded = jobs.map((job, index) => {
    const createdAt = new Date(start + index).toISOString();
    return { ...job, id: idAt(start + index), createdAt };
  });
  for (const { id, name, state, owner, tags, words, createdAt } of seeded) {
    await db.query(insert, [id, name, state, owner, tags, createdAt]);
    if (words) await db.query('INSERT INTO job_words VALUES ($1, array_to_tsvector($2::text[]))', [id, words]);
  }
  return seeded;
}

/** A UUIDv7 of a moment. */
function idAt(ms: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${uuidv7().slice(13)}`;
}
