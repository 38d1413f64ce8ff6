import type { Tx } from '../database.ts';

/** A gateway that was not seen for so long is gone, and with it who was there through it. In milliseconds. */
export const gatewayLifetimeMs = 10_000;

/** The condition of a gateway that is there; the table is named `gateways`. */
export const gatewayIsThere = `gateways.seen_at > now() - ${gatewayLifetimeMs} * interval '1 ms'`;

/** What a process says of itself. */
export interface GatewayLoad {
  /** Sockets that it holds. */
  sockets: number;
  /** Sockets and streams that hear the broadcast. */
  listeners: number;
}

/** What a process learns when it says that it is there. */
export interface GatewayBeat {
  /** True when the record did not know it (any more): whoever is there through it has to be written again. */
  isNew: boolean;
  /** How many gateways were found gone, and removed. */
  removed: number;
}

/** Say that a process is there, and remove those that are gone, in one statement. */
export async function beatGateway(tx: Tx, id: string, { sockets, listeners }: GatewayLoad): Promise<GatewayBeat> {
  const [beat] = await tx.query<{ is_new: boolean; removed: number }>(
    `WITH gone AS (
       DELETE FROM gateways WHERE id IN (
         SELECT id FROM gateways WHERE NOT ${gatewayIsThere} AND id <> $1 FOR UPDATE SKIP LOCKED)
       RETURNING id
     ), seen AS (
       INSERT INTO gateways (id, sockets, listeners) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET seen_at = now(), sockets = $2, listeners = $3
       RETURNING xmax = 0 AS is_new)
     SELECT is_new, (SELECT count(*)::int FROM gone) AS removed FROM seen`,
    [id, sockets, listeners],
    'beat-gateway',
  );
  return { isNew: beat?.is_new ?? false, removed: beat?.removed ?? 0 };
}

/** Remove a process that stops, and who was there through it. */
export async function removeGateway(tx: Tx, id: string): Promise<void> {
  await tx.query('DELETE FROM gateways WHERE id = $1', [id]);
}
