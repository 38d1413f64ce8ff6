import type { Tx } from '../database.ts';
import type { NewJob } from './jobs.ts';

/** Write down what a search finds jobs by. Only jobs with searchable fields have such a row; for others nothing is sent. */
export async function insertJobWords(tx: Tx, jobs: readonly Pick<NewJob, 'id' | 'words'>[]): Promise<void> {
  const worded = jobs.flatMap(({ id, words }) => (words ? [{ id, words }] : []));
  if (worded.length === 0) return;
  await tx.query(
    `INSERT INTO job_words (job_id, words)
     SELECT id, array_to_tsvector(words) FROM jsonb_to_recordset($1::jsonb) AS input (id uuid, words text[])`,
    [JSON.stringify(worded)],
    'insert-job-words',
  );
}
