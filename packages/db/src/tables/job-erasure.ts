import type { Tx } from '../database.ts';

/**
 * Take an owner's jobs away from them, and empty what they were given and are found by. Their names, states and times stay.
 *
 * @returns the jobs, and those among them that have not ended
 */
export async function disownJobs(tx: Tx, ownerId: string): Promise<{ ids: string[]; unfinished: string[] }> {
  const jobs = await tx.query<{ id: string; finished: boolean }>(
    `WITH owned AS (SELECT id FROM jobs WHERE owner_id = $1 ORDER BY id FOR UPDATE),
     words AS (DELETE FROM job_words WHERE job_id IN (SELECT id FROM owned))
     UPDATE jobs SET owner_id = NULL, payload = '{}', tags = NULL FROM owned WHERE jobs.id = owned.id
     RETURNING jobs.id, jobs.finished_at IS NOT NULL AS finished`,
    [ownerId],
  );
  // After the jobs, as retention does it: in the other order they would wait for each other.
  await tx.query('DELETE FROM job_dedupes WHERE owner_id = $1', [ownerId]);
  return {
    ids: jobs.map(({ id }) => id),
    unfinished: jobs.filter(({ finished }) => !finished).map(({ id }) => id),
  };
}

/**
 * Empty everything that a handler may have written about a person, of those jobs that have ended: result, details, texts
 * of errors, values of steps, and the rows of their files. The stored bytes are the sweeper's.
 */
export async function eraseEndedJobs(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `WITH ended AS (
       UPDATE jobs SET result = NULL, skipped = CASE WHEN skipped IS NULL THEN NULL ELSE '' END,
         progress = progress - 'detail', error = error || '{"message": ""}'
       WHERE id = ANY($1::uuid[]) AND finished_at IS NOT NULL RETURNING id
     ), events AS (
       UPDATE job_events SET data = '{}' FROM ended WHERE job_id = ended.id AND data <> '{}'
     ), attempts AS (
       UPDATE job_attempts SET error = NULL FROM ended WHERE job_id = ended.id
     ), steps AS (
       UPDATE job_steps SET value = NULL FROM ended WHERE job_id = ended.id
     )
     DELETE FROM files USING ended WHERE job_id = ended.id`,
    [ids],
  );
}
