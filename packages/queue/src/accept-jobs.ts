import {
  type Dedupe,
  type DedupedJob,
  insertJob,
  insertJobs,
  type JobRow,
  type NewJob,
  takeDedupeKeys,
  type Tx,
} from '@jobwire/db';

/** What became of a job that was asked for: it was made, or another one stands for its dedupe key. */
export type AcceptedJob =
  /** Deduplicated: it was made for another one of the same call. */
  { deduplicated: boolean; made: NewJob } | { deduplicated: true; existing: JobRow };

/**
 * Accept jobs in the caller's transaction: they run once it commits. A job whose dedupe key another one stands for is not
 * made. Wake the dispatcher after the commit.
 *
 * @param jobs of one owner
 * @returns what became of each, in their order
 */
export async function acceptJobs(tx: Tx, jobs: readonly NewJob[]): Promise<AcceptedJob[]> {
  const first = firstOfKeys(jobs);
  const holders = first.size > 0 ? await takeDedupeKeys(tx, [...first.values()]) : new Map<string, JobRow>();
  const accepted = jobs.map((job): AcceptedJob => {
    const made = (job.dedupe && first.get(nameOf(job.name, job.dedupe))) ?? job;
    const existing = holders.get(made.id);
    if (existing) return { deduplicated: true, existing };
    return { deduplicated: made !== job, made };
  });
  const made = accepted.flatMap((one) => ('made' in one && !one.deduplicated ? [one.made] : []));
  const [only] = made;
  if (only && made.length === 1) await insertJob(tx, only);
  else if (only) await insertJobs(tx, made);
  return accepted;
}

/** Of the jobs that have a key: the first of each. */
function firstOfKeys(jobs: readonly NewJob[]): Map<string, DedupedJob> {
  const first = new Map<string, DedupedJob>();
  for (const job of jobs.filter(isDeduped)) {
    const name = nameOf(job.name, job.dedupe);
    if (!first.has(name)) first.set(name, job);
  }
  return first;
}

function isDeduped(job: NewJob): job is DedupedJob {
  return job.dedupe !== null;
}

/** A job's name holds no space. */
function nameOf(job: string, { key }: Dedupe): string {
  return `${job} ${key}`;
}
