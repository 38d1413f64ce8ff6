import type { Tx } from '../database.ts';

/** What a job that is done once more hands on to the new one. */
export interface ReplayOriginal {
  name: string;
  payload: unknown;
  ownerId: string | null;
  priority: number;
  tags: readonly string[] | null;
}

/** Read what a replay of a job needs; undefined when there is no such job. */
export async function findReplay(tx: Tx, id: string): Promise<ReplayOriginal | undefined> {
  const [row] = await tx.query<ReplayOriginal>(
    'SELECT name, payload, owner_id AS "ownerId", priority, tags FROM jobs WHERE id = $1',
    [id],
  );
  return row;
}
