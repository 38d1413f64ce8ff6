import type { Tx } from '../database.ts';

/** How many unfinished jobs an owner has. It counts no further than `most`, so that the question costs no more than that. */
export async function countUnfinishedJobs(tx: Tx, ownerId: string, most: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM jobs WHERE owner_id = $1 AND outcome IS NULL LIMIT $2
     ) AS unfinished`,
    [ownerId, most],
    'count-unfinished-jobs',
  );
  return row?.count ?? 0;
}
