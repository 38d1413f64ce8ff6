import type { Job } from '@jobwire/client';

/** The stages that runs of a job go through, in order; none where the server does not tell. */
export function stagesOf(job: Job | undefined): string[] {
  const stages = job?.['stages'];
  return Array.isArray(stages) ? stages.filter((stage) => typeof stage === 'string') : [];
}
