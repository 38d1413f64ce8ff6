import type { Tx } from '../database.ts';

/** Where a job is in its life. The last four are final. */
export type JobState =
  | 'scheduled'
  | 'queued'
  | 'running'
  | 'retrying'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'expired';

/** The states that nothing leaves but a retry by hand. */
export const finalStates: readonly JobState[] = ['succeeded', 'failed', 'cancelled', 'expired'];

/** How far a run is; `null` before its first report. */
export interface JobProgress {
  percent: number;
  stage: string;
  detail?: string;
}

/** What a failed job shows of its error; texts and stacks stay in `job_attempts`. */
export interface JobFailure {
  code: string;
  message: string;
}

/** A job as the record has it, for showing. */
export interface JobRow {
  id: string;
  name: string;
  state: JobState;
  owner_id: string | null;
  attempt: number;
  max_attempts: number;
  priority: number;
  tags: readonly string[] | null;
  seq: number;
  progress: JobProgress | null;
  result: unknown;
  error: JobFailure | null;
  skipped: string | null;
  run_at: Date;
  /** When it ends `expired` unless it has started; null: never. */
  expires_at: Date | null;
  next_attempt_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  /** The job that this one does once more. */
  replay_of: string | null;
}

/** How long a job stands for its dedupe key: while it is unfinished, for a time, or while the record keeps it. */
export type DedupeMode = 'active' | 'ttl' | 'forever';

/** What a job stands for: while it does, no second one is made. */
export interface Dedupe {
  /** Within the job's owner and name. */
  key: string;
  mode: DedupeMode;
  /** With `ttl`: until when. */
  until: Date | null;
}

/** A job on its way into the record. */
export interface NewJob {
  id: string;
  name: string;
  payload: unknown;
  ownerId: string | null;
  maxAttempts: number;
  priority: number;
  /** In the future: the job is scheduled instead of queued. */
  runAt: Date | null;
  /** Labels to find it by; none are null, so that most rows stay as small as they were. */
  tags: readonly string[] | null;
  /** When it ends `expired` unless it has started; null: never. */
  expiresAt: Date | null;
  /** The job that this one does once more. */
  replayOf: string | null;
  /** Where it comes from, as `traceparent`, while tracing is on. */
  traceContext?: string;
  /** What it stands for. `insertJob` does not look at it: `acceptJobs` (packages/queue) does. */
  dedupe: Dedupe | null;
  /** What a search finds it by, from the searchable fields of its payload. */
  words?: readonly string[];
}

/** The columns of `JobRow`. */
export const jobColumns = `id, name, state, owner_id, attempt, max_attempts, priority, tags, seq, progress, result, error, skipped,
  run_at, expires_at, next_attempt_at, created_at, started_at, finished_at, replay_of`;

/** Read one job with the number of its newest event, in one statement, so that both are of the same moment. */
export async function findJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  const [row] = await tx.query<JobRow>(`SELECT ${jobColumns} FROM jobs WHERE id = $1`, [id], 'find-job');
  return row;
}

/** What a job was given. Undefined when there is no such job. */
export async function readPayload(tx: Tx, id: string): Promise<unknown> {
  const rows = await tx.query<{ payload: unknown }>('SELECT payload FROM jobs WHERE id = $1', [id], 'read-payload');
  return rows[0]?.payload;
}

/** The newest event number of each job that exists. */
export async function jobPositions(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; seq: number }>(
    'SELECT id, seq FROM jobs WHERE id = ANY($1::uuid[])',
    [ids],
    'job-positions',
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Read jobs by their ids; those that there are not are left out. */
export async function findJobs(tx: Tx, ids: readonly string[]): Promise<Map<string, JobRow>> {
  const rows = await tx.query<JobRow>(`SELECT ${jobColumns} FROM jobs WHERE id = ANY($1::uuid[])`, [ids], 'find-jobs');
  return new Map(rows.map((row) => [row.id, row]));
}
