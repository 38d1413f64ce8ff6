import type { Tx } from '../database.ts';

/** The one string that all positions of this record carry; replaced only when a backup is restored. */
export async function readEpoch(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ epoch: string }>('SELECT epoch FROM channel_epoch');
  if (!row) throw new Error('The record has no epoch: run the migrations');
  return row.epoch;
}
