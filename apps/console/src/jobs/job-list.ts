import type { Client, JobFilter, JobPage } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

/** A job of a list. */
export type ListedJob = JobPage['jobs'][number];

/** A list that grows by pages and follows what is new. */
export interface JobList {
  /** The newest first; undefined until the first page is there. */
  readonly jobs: ReadonlySignal<readonly ListedJob[] | undefined>;
  /** True when older jobs can be asked for. */
  readonly hasMore: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  /** Why the list is not as new as it should be; undefined while all is well. */
  readonly failure: ReadonlySignal<unknown>;
  /** Ask for the first page: what is new comes in, what has changed is shown anew. */
  refresh(): Promise<void>;
  /** Ask for older jobs. */
  more(): Promise<void>;
}

/** Jobs of a page: few enough to be watched and read, many enough to fill a screen. */
const pageSize = 25;

/** Make a list of jobs. Nothing is asked for yet. */
export function createJobList(client: { jobs: Pick<Client['jobs'], 'list'> }, filter: JobFilter): JobList {
  const jobs = signal<readonly ListedJob[] | undefined>();
  const next = signal<string | null>(null);
  const hasMore = signal(false);
  const busy = signal(false);
  const failure = signal<unknown>();
  let pages = 0;

  const ask = async (after: string | undefined, take: (page: JobPage) => void): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    try {
      take(await client.jobs.list({ ...filter, limit: String(pageSize), ...(after === undefined ? {} : { after }) }));
      failure.value = undefined;
    } catch (error) {
      failure.value = error;
    } finally {
      hasMore.value = next.peek() !== null;
      busy.value = false;
    }
  };
  return {
    jobs,
    hasMore,
    busy,
    failure,
    refresh: () =>
      ask(undefined, (page) => {
        jobs.value = withNewest(jobs.peek() ?? [], page);
        // Older pages that are shown stay, and so does the place where they go on.
        if (pages <= 1) next.value = page.page.next;
        pages = Math.max(pages, 1);
      }),
    more: () =>
      ask(next.peek() ?? undefined, (page) => {
        jobs.value = withOlder(jobs.peek() ?? [], page.jobs);
        next.value = page.page.next;
        pages += 1;
      }),
  };
}

/**
 * A list with its first page anew. What is as new as the page and not on it fits the filter no more; what is older stays.
 * Ids begin with their time, so that their order is that of the list.
 */
export function withNewest(known: readonly ListedJob[], { jobs, page }: JobPage): readonly ListedJob[] {
  const oldest = jobs.at(-1);
  if (page.next === null || !oldest) return jobs;
  return [...jobs, ...known.filter(({ id }) => id < oldest.id)];
}

/** A list with one page more. */
export function withOlder(known: readonly ListedJob[], older: readonly ListedJob[]): readonly ListedJob[] {
  const shown = new Set(known.map(({ id }) => id));
  return [...known, ...older.filter(({ id }) => !shown.has(id))];
}
