import type { Job, WatchItem } from '@jobwire/client';
import { type Database, readJobEvents } from '@jobwire/db';

import type { TestMail } from '../test-smtp.ts';
import type { AcceptedJob } from './accepted-work.ts';

/** What a client assembled of one job. */
export interface SeenJob {
  job: AcceptedJob;
  items: readonly WatchItem<Job>[];
}

/** What happened, as the record, the mailbox and the clients saw it. */
export interface Evidence {
  db: Database;
  accepted: readonly AcceptedJob[];
  seen: readonly SeenJob[];
  mails: readonly TestMail[];
}

/** Every broken promise, one line each; empty when all were kept. */
export async function brokenPromises(evidence: Evidence): Promise<string[]> {
  const { db, accepted } = evidence;
  const lines = await Promise.all([
    ...accepted.map((job) => brokenByJob(db, job)),
    brokenByImages(evidence),
    brokenByMails(evidence),
    ...evidence.seen.map((seen) => brokenByClient(db, seen)),
  ]);
  return lines.flat();
}

const finalType = /^job\.(succeeded|failed|cancelled|expired)$/;

/** Each accepted job has ended in exactly one final state, with a gap-free list of events. */
async function brokenByJob(db: Database, { id, kind }: AcceptedJob): Promise<string[]> {
  const [row] = await db.query<{ state: string; seq: number; claim_token: string | null; error: unknown }>(
    'SELECT state, seq, claim_token, error FROM jobs WHERE id = $1',
    [id],
  );
  if (!row) return [`${kind} ${id}: lost`];
  const events = await readJobEvents(db, id, 0, 10_000);
  const broken: string[] = [];
  if (row.state !== 'succeeded') broken.push(`${kind} ${id}: ${row.state} ${JSON.stringify(row.error)}`);
  if (row.claim_token !== null) broken.push(`${kind} ${id}: final but still claimed`);
  const finals = events.filter(({ type }) => finalType.test(type)).length;
  if (finals !== 1) broken.push(`${kind} ${id}: ${finals} final events`);
  if (!finalType.test(events.at(-1)?.type ?? '')) broken.push(`${kind} ${id}: something after its final event`);
  if (events.some(({ seq }, index) => seq !== index + 1) || events.length !== row.seq) {
    broken.push(`${kind} ${id}: events ${events.map(({ seq }) => seq).join(',')} of ${row.seq}`);
  }
  return broken;
}

/** One derivative row per preset of each upload, and the step that wrote them is recorded once. */
async function brokenByImages({ db, accepted }: Evidence): Promise<string[]> {
  const ids = accepted.flatMap(({ uploadId }) => uploadId ?? []);
  const rows = await db.query<{ id: string; state: string; presets: number; distinct_presets: number }>(
    `SELECT upload.id, upload.state, count(derivative.id)::int AS presets, count(DISTINCT derivative.preset)::int AS distinct_presets
     FROM uploads upload LEFT JOIN derivatives derivative ON derivative.upload_id = upload.id
     WHERE upload.id = ANY($1::uuid[]) GROUP BY upload.id`,
    [ids],
  );
  return rows
    .filter((row) => row.state !== 'ready' || row.presets !== 3 || row.distinct_presets !== 3)
    .map((row) => `upload ${row.id}: ${row.state} with ${row.presets} derivatives`);
}

/** Each mail came; a Message-ID came twice only where the record says that it may have. */
async function brokenByMails({ db, accepted, mails }: Evidence): Promise<string[]> {
  const copies = (messageId: string): number => mails.filter(({ parsed }) => parsed.messageId === messageId).length;
  const rows = await db.query<{ to_address: string; status: string; message_id: string; possible_duplicate: boolean }>(
    'SELECT to_address, status, message_id, possible_duplicate FROM email_messages',
  );
  const broken: string[] = [];
  for (const { email } of accepted) {
    if (email === undefined) continue;
    const row = rows.find(({ to_address }) => to_address === email);
    const received = row ? copies(row.message_id) : 0;
    if (received === 0) broken.push(`mail to ${email}: never came (${row?.status})`);
    if (received > 1 && !row?.possible_duplicate)
      broken.push(`mail to ${email}: ${received} copies, and the record does not know`);
  }
  return broken;
}

/** What a client assembled equals the table: every event once, in order, with the same content. */
async function brokenByClient(db: Database, { job, items }: SeenJob): Promise<string[]> {
  const table = await readJobEvents(db, job.id, 0, 10_000);
  const events = items.flatMap((item) => (item.kind === 'event' ? [item] : []));
  const seqs = events.map(({ seq }) => seq);
  const broken: string[] = [];
  if (seqs.length !== table.length || seqs.some((seq, index) => seq !== table[index]?.seq)) {
    broken.push(`client of ${job.kind} ${job.id}: saw ${seqs.join(',')} of ${table.length}`);
  }
  for (const [index, { type, at, data }] of events.entries()) {
    const stored = table[index];
    if (stored && canonical([stored.type, stored.at, stored.data]) !== canonical([type, at, data])) {
      broken.push(`client of ${job.kind} ${job.id}: event ${index + 1} differs from the table`);
    }
  }
  return broken;
}

/** JSON with sorted keys: PostgreSQL's jsonb keeps no order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
