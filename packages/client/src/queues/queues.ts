import { type AnswerOf, documented } from '../http/documented.ts';
import type { CallControl, Rest } from '../http/rest.ts';

/** The work of one kind of job. */
export type Queue = AnswerOf<'listQueues', 200>['queues'][number];

/** Read what is in every queue, and who works on it; for administrators. */
export async function listQueues(rest: Rest, options?: CallControl): Promise<Queue[]> {
  const { queues } = await rest.call('/queues', documented<'listQueues', 200>(), options);
  return queues;
}
