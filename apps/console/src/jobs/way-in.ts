import type { Client } from '@jobwire/client';

import { isAdmin, isOperator, type Person } from '../account/person.ts';
import type { KeptJobs } from '../kept/kept-jobs.ts';

/** How a job is opened, and what may be done with it. */
export interface WayIn {
  /** Undefined: it is opened by who is signed in. */
  ticket: string | undefined;
  /** Cancel, retry, replay. */
  maySteer: boolean;
  /** Stacks and workers. */
  seesInside: boolean;
}

/** What is known of who looks. */
export interface Looker {
  client: { jobs: Pick<Client['jobs'], 'list'> };
  person: Person;
  kept: Pick<KeptJobs, 'find'>;
}

/**
 * Find out how a job can be opened: as one's own, else by the ticket of this browser. Undefined when there is no way. A list
 * is asked, because it answers with nothing where the job itself would be refused, which browsers report as an error.
 */
export async function findWayIn({ client, person, kept }: Looker, jobId: string): Promise<WayIn | undefined> {
  const ticket = kept.find(jobId)?.ticket;
  if (person.kind !== 'stranger' && (await isListed(client, jobId))) {
    const seesInside = isAdmin(person);
    return { ticket: undefined, maySteer: !seesInside || isOperator(person), seesInside };
  }
  return ticket === undefined ? undefined : { ticket, maySteer: false, seesInside: false };
}

async function isListed(client: Looker['client'], jobId: string): Promise<boolean> {
  const { jobs } = await client.jobs.list({ q: jobId.toLowerCase(), limit: '1' });
  return jobs.some(({ id }) => id === jobId.toLowerCase());
}
