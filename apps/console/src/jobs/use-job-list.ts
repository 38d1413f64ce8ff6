import { type JobFilter, JobwireError } from '@jobwire/client';
import { useEffect, useMemo } from 'preact/hooks';

import type { App } from '../app.ts';
import { createJobList, type JobList } from './job-list.ts';

/** How often a list that is looked at asks for what is new, in milliseconds. */
const refreshMs = 10_000;

/** The list of jobs that fit a filter, refreshed while the page is looked at, and when one comes back to it. */
export function useJobList(app: App, filter: JobFilter): JobList {
  const asked = JSON.stringify(filter);
  const list = useMemo(() => createJobList(app.client, filter), [app.client, asked]);
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible' && !isRefused(list)) void list.refresh();
    };
    refresh();
    const timer = setInterval(refresh, refreshMs);
    document.addEventListener('visibilitychange', refresh);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
      window.removeEventListener('focus', refresh);
    };
  }, [list]);
  return list;
}

/** Filters that the server has something against are not sent to it again and again. */
function isRefused({ failure }: JobList): boolean {
  const error = failure.peek();
  return error instanceof JobwireError && error.code === 'INVALID_INPUT';
}
