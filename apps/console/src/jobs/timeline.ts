import { type JobPicture, numberIn, type SeenEvent, textIn } from '../live-job/job-picture.ts';

/** A part of a job's life, in milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** Time in which nothing ran. */
export interface Wait extends Span {
  /** `rest`: the job had ended, and was begun again by hand. */
  kind: 'scheduled' | 'queued' | 'retry' | 'rest';
}

/** How a run ended; `handed-back` runs again without spending an attempt. */
export type Outcome = 'running' | 'succeeded' | 'failed' | 'stalled' | 'cancelled' | 'handed-back';

/** A run of a job. */
export interface Run extends Span {
  attempt: number;
  outcome: Outcome;
  /** The code of the error, where there is one. */
  code: string | undefined;
  /** What it reported, in order; before the first report nobody knows what it does. */
  stages: readonly (Span & { name: string })[];
  /** When it was asked to end. */
  cancelAskedAt: number | undefined;
}

/** One line of the picture: what was waited for, then the run. */
export interface Row {
  waits: readonly Wait[];
  run: Run | undefined;
}

/** A job's life as a picture. */
export interface Timeline extends Span {
  rows: readonly Row[];
  /** The end of a job; undefined while it goes on. */
  end: { at: number; state: JobPicture['state'] } | undefined;
}

type Open = { waits: Wait[]; run: (Run & { stages: (Span & { name: string })[] }) | undefined };

/**
 * Draw up the life of a job from its events.
 *
 * @param events oldest first; the first ones may be missing
 * @param now where what goes on has come to, in milliseconds since 1970
 */
export function timelineOf(events: readonly SeenEvent[], now: number): Timeline | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return undefined;
  // A clock that is behind the server's does not make time run backwards.
  const present = Math.max(now, Date.parse(last.at));
  const rows: Open[] = [];
  let row: Open = { waits: [], run: undefined };
  rows.push(row);
  let waiting: Wait['kind'] | undefined;
  let since = Date.parse(first.at);
  let until = present;
  let end: Timeline['end'];

  const wait = (to: number): void => {
    if (waiting !== undefined && to > since) row.waits.push({ kind: waiting, from: since, to });
    waiting = undefined;
  };
  const begin = (kind: Wait['kind'], at: number, planned = 0): void => {
    waiting = kind;
    since = at;
    until = Math.max(present, planned);
  };
  const close = (at: number, outcome: Outcome, code?: string): void => {
    if (!row.run || row.run.outcome !== 'running') return;
    extend(row.run, at);
    Object.assign(row.run, { outcome, code });
  };
  const another = (): void => {
    if (!row.run) return;
    row = { waits: [], run: undefined };
    rows.push(row);
  };

  for (const { type, at: text, data } of events) {
    const at = Date.parse(text);
    switch (type) {
      case 'job.scheduled':
      case 'job.queued':
        if (end) {
          another();
          begin('rest', end.at);
          end = undefined;
        }
        wait(at);
        begin(type === 'job.queued' ? 'queued' : 'scheduled', at, plannedBy(data));
        break;
      case 'job.started':
        wait(at);
        close(at, 'stalled');
        another();
        row.run = runFrom(at, numberIn(data, 'attempt') ?? rows.length);
        break;
      case 'job.stalled':
        close(at, 'stalled');
        break;
      case 'job.progress':
        if (row.run) report(row.run, at, textIn(data, 'stage'));
        break;
      case 'job.cancel_requested':
        if (row.run) row.run.cancelAskedAt = at;
        break;
      case 'job.retrying':
        close(at, 'reason' in data ? 'handed-back' : 'failed', codeIn(data));
        another();
        begin('retry', at, at + (numberIn(data, 'delayMs') ?? 0));
        break;
      case 'job.succeeded':
      case 'job.failed':
      case 'job.cancelled':
      case 'job.expired': {
        wait(at);
        const state = endings[type];
        close(at, state === 'expired' ? 'failed' : state, codeIn(data));
        end = { at, state };
        break;
      }
    }
  }
  if (!end) wait(until);
  if (row.run?.outcome === 'running') extend(row.run, present);
  const lines = rows.filter(({ waits, run }) => run !== undefined || waits.length > 0);
  return { from: Date.parse(first.at), to: Math.max(...lines.map(endOf), Date.parse(last.at)), rows: lines, end };
}

const endings = {
  'job.succeeded': 'succeeded',
  'job.failed': 'failed',
  'job.cancelled': 'cancelled',
  'job.expired': 'expired',
} as const;

function runFrom(at: number, attempt: number): NonNullable<Open['run']> {
  return { from: at, to: at, attempt, outcome: 'running', code: undefined, stages: [], cancelAskedAt: undefined };
}

function report(run: NonNullable<Open['run']>, at: number, name: string | undefined): void {
  extend(run, at);
  if (name !== undefined && run.stages.at(-1)?.name !== name) run.stages.push({ name, from: at, to: at });
}

/** A run goes on until then, and the stage that it is in. */
function extend(run: NonNullable<Open['run']>, to: number): void {
  run.to = Math.max(run.to, to);
  const stage = run.stages.at(-1);
  if (stage) stage.to = run.to;
}

function endOf({ waits, run }: Row): number {
  return run?.to ?? waits.at(-1)?.to ?? 0;
}

function plannedBy(data: SeenEvent['data']): number {
  const runAt = textIn(data, 'runAt');
  return runAt === undefined ? 0 : Date.parse(runAt) || 0;
}

function codeIn({ error }: SeenEvent['data']): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
