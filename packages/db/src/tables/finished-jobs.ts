import type { Tx } from '../database.ts';

/**
 * Count what finished on a day of UTC, by name and state, among the jobs of one owner; `ownerId` null counts those that
 * nobody owns.
 *
 * @param day as in `2026-11-22`
 */
export async function countFinishedJobs(
  tx: Tx,
  day: string,
  ownerId: string | null,
): Promise<{ name: string; state: string; count: number }[]> {
  // Not IS NOT DISTINCT FROM, for which PostgreSQL uses no index.
  return tx.query(
    `SELECT name, state, count(*)::int AS count FROM jobs
     WHERE finished_at >= $1::date::timestamp AT TIME ZONE 'UTC'
       AND finished_at < ($1::date + 1)::timestamp AT TIME ZONE 'UTC'
       AND (owner_id = $2::uuid OR ($2::uuid IS NULL AND owner_id IS NULL))
     GROUP BY name, state ORDER BY name COLLATE "C", state`,
    [day, ownerId],
  );
}
