import type { Database, Tx } from '../database.ts';

/** A line in which mails wait for their turn: all mails (`*`), or those to one domain. */
export interface MailPace {
  scope: string;
  /** Between two mails. Milliseconds, also parts of one. */
  everyMs: number;
}

/** When a mail may go: after a wait for which its turn is kept, or not before it asks again. */
export type MailTurn = { kept: true; waitMs: number } | { kept: false; againMs: number };

/** `COLLATE "C"` puts `*` before all domains: whoever locks two lines locks them in this order. */
const makeLines = `
  INSERT INTO mail_paces (scope, next_at, backlog_at)
  SELECT scope, '-infinity', '-infinity' FROM unnest($1::text[]) AS wanted (scope) ORDER BY scope COLLATE "C"
  ON CONFLICT (scope) DO NOTHING`;

/**
 * The clock is read after the locks were waited for. A mail whose turn is too far away keeps none; it is told to come back
 * behind those that were told so before, and only the line that made it wait remembers that.
 */
const takeTurn = `
  WITH pace AS (
    SELECT scope, next_at, backlog_at, every_ms * interval '1 ms' AS every
    FROM mail_paces JOIN unnest($1::text[], $2::float8[]) AS wanted (scope, every_ms) USING (scope)
    ORDER BY scope COLLATE "C" FOR UPDATE OF mail_paces
  ), line AS MATERIALIZED (
    SELECT max(next_at) AS next_at, clock_timestamp() AS now FROM pace
  ), turn AS (
    SELECT now, greatest(now, next_at) AS at, greatest(now, next_at) <= now + $3 * interval '1 ms' AS kept FROM line
  ), back AS (
    SELECT scope, greatest(backlog_at, pace.next_at) AS at FROM pace, turn
    WHERE NOT kept AND next_at > now + $3 * interval '1 ms' ORDER BY 2 DESC LIMIT 1
  )
  UPDATE mail_paces SET
    next_at = CASE WHEN turn.kept THEN turn.at + pace.every ELSE mail_paces.next_at END,
    backlog_at = CASE WHEN mail_paces.scope = back.scope THEN back.at + pace.every ELSE mail_paces.backlog_at END
  FROM turn LEFT JOIN back ON true, pace
  WHERE mail_paces.scope = pace.scope
  RETURNING turn.kept, (extract(epoch FROM turn.at - turn.now) * 1000)::float8 AS wait_ms,
    (extract(epoch FROM back.at - turn.now) * 1000)::float8 AS again_ms`;

interface TurnRow {
  kept: boolean;
  wait_ms: number;
  again_ms: number | null;
}

/**
 * Take a turn in all the lines of a mail at once (GCRA without burst: turns are exactly `everyMs` apart, whoever takes
 * them). One round trip.
 *
 * @param mostMs a turn that is farther away than so many milliseconds is not kept
 */
export async function takeMailTurn(db: Database, paces: readonly MailPace[], mostMs: number): Promise<MailTurn> {
  const scopes = paces.map(({ scope }) => scope);
  let rows: Promise<TurnRow[]> | undefined;
  await db.pipeline((tx) => {
    void tx.query(makeLines, [scopes], 'make-mail-lines');
    rows = tx.query<TurnRow>(takeTurn, [scopes, paces.map(({ everyMs }) => everyMs), mostMs], 'take-mail-turn');
  });
  const taken = (await rows) ?? [];
  const [row] = taken;
  // A line that was forgotten just now is made anew.
  if (!row || taken.length < paces.length) return takeMailTurn(db, paces, mostMs);
  return row.kept ? { kept: true, waitMs: row.wait_ms } : { kept: false, againMs: row.again_ms ?? row.wait_ms };
}

/** Let no mail go for a while, because the server asks for it; also where mails have no limit of ours. */
export async function holdMailPace(tx: Tx, forMs: number): Promise<void> {
  await tx.query(
    `INSERT INTO mail_paces (scope, next_at, backlog_at) VALUES ('*', now() + $1 * interval '1 ms', '-infinity')
     ON CONFLICT (scope) DO UPDATE SET next_at = greatest(mail_paces.next_at, EXCLUDED.next_at)`,
    [forMs],
    'hold-mail-pace',
  );
}

/** Forget the lines of domains in which nobody has waited for a day. */
export async function deleteIdleMailPaces(tx: Tx): Promise<void> {
  await tx.query(
    `DELETE FROM mail_paces WHERE scope <> '*' AND greatest(next_at, backlog_at) < now() - interval '1 day'`,
  );
}
