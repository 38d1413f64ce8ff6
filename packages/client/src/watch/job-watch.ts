import { jobChannel } from '@jobwire/protocol';

import { type Job, job } from '../answers.ts';
import type { JobName, JobResult } from '../jobs/jobs.ts';
import type { Links } from '../link/links.ts';
import { endingOfItem, type JobEnding, resultOf } from './job-ending.ts';
import { type ChannelReader, watchChannel, type WatchOptions } from './watch-channel.ts';
import type { Watch } from './watch.ts';
import type { WatchItem } from './watched-channel.ts';

/** A job that is watched until its end. */
export interface JobWatch extends Watch<WatchItem<Job>> {
  /**
   * What the job hands back, also while somebody reads; who only wants this need not read.
   *
   * @throws JobwireError JOB_FAILED when it failed, was cancelled or expired; what ended the watching before that
   */
  result(): Promise<unknown>;
  /** The same, for a job whose name is known. */
  result<Name extends JobName>(name: Name): Promise<JobResult<Name>>;
}

/** What is used to watch jobs. */
export interface JobWatchOptions {
  links: Pick<Links, 'for'>;
  /** Read a job, for a watch that began behind its end. */
  get(jobId: string, options: WatchOptions): Promise<Job>;
}

/** Watch a job over lost connections and restarted servers. */
export function watchJob({ links, get }: JobWatchOptions, jobId: string, options: WatchOptions = {}): JobWatch {
  const { name: channel } = jobChannel(jobId);
  const end = createDeferred<JobEnding>();
  let ending: JobEnding | undefined;

  const reader: ChannelReader<WatchItem<Job>> = {
    channel,
    options,
    take(item, source) {
      const told = item.kind === 'event' ? item : { ...item, snapshot: job.parse(item.snapshot) };
      ending = endingOfItem(told) ?? ending;
      source.tell(told);
    },
    ended: () => end.resolve(ending ?? get(jobId, options)),
    failed: (error) => end.reject(error),
    closed: () => end.reject(options.signal?.reason ?? new Error('The job is no longer watched')),
  };
  const source = watchChannel(links.for(channel), reader);
  return Object.assign(source.watch, {
    async result() {
      source.letGo();
      return resultOf(await end.promise);
    },
  });
}

/** A promise that others settle, once. Nobody has to wait for it. */
function createDeferred<Value>() {
  let resolve: (value: Value | PromiseLike<Value>) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
