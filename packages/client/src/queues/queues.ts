import { type AnswerOf, documented } from '../http/documented.ts';
import type { CallControl, Rest } from '../http/rest.ts';

/** The work of one kind of job. */
export type Queue = AnswerOf<'listQueues', 200>['queues'][number];

/** Read what is in every queue, and who works on it; for administrators. */
export async function listQueues(rest: Rest, options?: CallControl): Promise<Queue[]> {
  const { queues } = await rest.call('/queues', documented<'listQueues', 200>(), options);
  return queues;
}

/** Why and for how long a queue is paused. */
export interface PauseOptions extends CallControl {
  reason?: string;
  /** It is resumed by itself after so many milliseconds; left out, an operator has to. */
  forMs?: number;
}

/** Let no worker take the jobs of a queue; for operators. */
export function pauseQueue(rest: Rest, name: string, { signal, ...body }: PauseOptions = {}): Promise<Queue> {
  return rest.call(`${pathOf(name)}/pause`, documented<'pauseQueue', 200>(), { method: 'POST', body, signal });
}

/** Let workers take the jobs of a queue again, whoever paused it; for operators. */
export function resumeQueue(rest: Rest, name: string, options?: CallControl): Promise<Queue> {
  return rest.call(`${pathOf(name)}/resume`, documented<'resumeQueue', 200>(), { ...options, method: 'POST' });
}

function pathOf(name: string): string {
  return `/queues/${encodeURIComponent(name)}`;
}
