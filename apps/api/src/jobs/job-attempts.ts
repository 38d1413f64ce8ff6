import type { AttemptEvent } from '@jobwire/db';

import type { AttemptView } from './finding-views.ts';

/**
 * Tell the runs of a job from its events, oldest first. A run that no event closed is the one that goes on.
 *
 * @param events as `readAttemptEvents` gives them
 * @param inside true for administrators, who also see stacks, the errors' own texts and workers
 */
export function attemptsOf(events: readonly AttemptEvent[], inside: boolean): AttemptView[] {
  const attempts: AttemptView[] = [];
  let current: AttemptView | undefined;
  for (const event of events) {
    if (event.type === 'job.started') {
      current = { attempt: numberOf(event, attempts), outcome: 'running', startedAt: event.at };
      attempts.push(current);
    } else if (current) {
      Object.assign(current, endOf(event, inside));
      current = undefined;
    }
  }
  return attempts;
}

/** The number of a run. Events of somebody who was forgotten are empty: their runs are counted. */
function numberOf({ data: { attempt } }: AttemptEvent, before: readonly AttemptView[]): number {
  return typeof attempt === 'number' ? attempt : (before.at(-1)?.attempt ?? 0) + 1;
}

function endOf(event: AttemptEvent, inside: boolean): Partial<AttemptView> {
  const delayMs = event.data['delayMs'];
  const retryAt = typeof delayMs === 'number' ? new Date(Date.parse(event.at) + delayMs).toISOString() : undefined;
  const error = errorOf(event, inside);
  return {
    outcome: outcomeOf(event),
    endedAt: event.at,
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(error ? { error } : {}),
    ...(inside && event.worker !== null ? { worker: event.worker } : {}),
  };
}

function outcomeOf({ type, data }: AttemptEvent): AttemptView['outcome'] {
  switch (type) {
    case 'job.succeeded':
      return 'succeeded';
    case 'job.cancelled':
      return 'cancelled';
    case 'job.stalled':
      return 'stalled';
    case 'job.retrying':
      return data['reason'] === undefined ? 'failed' : 'handed-back';
    default:
      return 'failed';
  }
}

/** What everybody may know is in the event; `job_attempts` has what the event is too public for. */
function errorOf({ data, error }: AttemptEvent, inside: boolean): AttemptView['error'] | undefined {
  if (inside && error) return error;
  const told = data['error'];
  if (typeof told !== 'object' || told === null || !('code' in told) || !('message' in told)) return undefined;
  return { code: String(told.code), message: String(told.message) };
}
