import { asError, type Emit } from '@jobwire/runtime';

/**
 * Tell the engine what is in the record already. It may be away: what it does not hear it learns from the reconciler, or
 * it delivers something that the record refuses.
 *
 * @param job the queue that is spoken of
 */
export async function tryEngine(emit: Emit, job: string, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    emit('engine.refused', { job, error: asError(error) });
  }
}
