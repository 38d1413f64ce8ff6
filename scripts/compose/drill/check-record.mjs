import { eventually } from '../eventually.mjs';

/**
 * How long the last jobs may take after the load has ended, in milliseconds. A job of a killed worker comes back in 25 s; a mail
 * of which nobody knows whether it was sent waits ten minutes, so that it is not sent twice.
 */
const patienceMs = 900_000;

const isGapless = (seqs) => seqs.every((seq, index) => seq === index + 1);

/**
 * Look at every job that was accepted: it must have succeeded, with a log without a gap; what was heard over a socket must be the
 * whole log.
 *
 * @param {import('../visitor.mjs').Visitor} visitor
 * @param {readonly { id: string, ticket: string, watch?: Promise<readonly (number | string)[]> }[]} accepted
 */
export async function checkRecord(visitor, accepted) {
  const problems = [];
  let succeeded = 0;
  let watched = 0;
  for (const { id, ticket, watch } of new Map(accepted.map((job) => [job.id, job])).values()) {
    const log = await eventually(
      async () => {
        const answer = await visitor.call(`/jobs/${id}/events?ticket=${ticket}`, {
          headers: { accept: 'application/json' },
        });
        const { events, final } = await answer.json();
        return final ? events : undefined;
      },
      `the end of ${id}`,
      patienceMs,
    ).catch((error) => error);
    if (log instanceof Error) {
      problems.push(log.message);
      continue;
    }
    const last = log.at(-1).type;
    if (last === 'job.succeeded') succeeded += 1;
    else problems.push(`${id} ended with ${last}`);
    if (!isGapless(log.map(({ seq }) => seq))) problems.push(`the log of ${id} has a gap`);
    if (!watch) continue;
    const seqs = await watch.catch((error) => [error.message]);
    if (isGapless(seqs) && seqs.length === log.length) watched += 1;
    else problems.push(`who watched ${id} heard ${seqs.join(' ')} of ${log.length} events`);
  }
  return { succeeded, watched, problems };
}
