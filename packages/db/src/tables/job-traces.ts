import type { Tx } from '../database.ts';

/** Where a job comes from, as `traceparent`; null when that was not traced, or there is no such job. */
export async function findTraceContext(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ trace_context: string | null }>('SELECT trace_context FROM jobs WHERE id = $1', [id]);
  return row?.trace_context ?? null;
}
