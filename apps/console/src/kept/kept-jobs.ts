import { type ReadonlySignal, signal } from '@preact/signals';

/** A job that this browser started, with what opens it. */
export interface KeptJob {
  id: string;
  /** The kind of job, e.g. `image.thumbnail`. */
  name: string;
  ticket: string;
  /** When the ticket ends, ISO 8601. */
  ticketEndsAt: string;
  /** The upload of an image job, which the ticket opens too. */
  uploadId?: string;
  /** What people call it: a file's name, an address. */
  title: string;
  createdAt: string;
  /** What its runs go through, for the parts of its bar. */
  stages?: readonly string[];
  /** The account that it belongs to; a job that was started before signing in belongs to nobody. */
  owner?: string;
  /** The state that it ended in, as far as this browser has seen. */
  ended?: string | undefined;
}

/** The jobs that this browser holds tickets of. */
export interface KeptJobs {
  /** The newest first. */
  readonly all: ReadonlySignal<readonly KeptJob[]>;
  keep(job: KeptJob): void;
  find(jobId: string): KeptJob | undefined;
  forget(jobId: string): void;
  /** Note that a job has ended; without a state, that it goes on again. */
  end(jobId: string, state?: string): void;
}

const key = 'jobwire.jobs';

/** Jobs that are kept at most: the oldest make room. */
const most = 100;

/** Keep jobs across reloads. Tickets are for reading only and end after a day, so that they may lie in a browser. */
export function createKeptJobs(storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => number): KeptJobs {
  const read = (): KeptJob[] =>
    readKept(storage.getItem(key)).filter(({ ticketEndsAt }) => Date.parse(ticketEndsAt) > now());
  const all = signal<readonly KeptJob[]>(read());
  // Read anew each time: another tab may have kept jobs of its own meanwhile.
  const write = (change: (jobs: readonly KeptJob[]) => readonly KeptJob[]): void => {
    all.value = change(read()).slice(0, most);
    storage.setItem(key, JSON.stringify(all.value));
  };
  return {
    all,
    keep: (job) => write((jobs) => [job, ...jobs.filter(({ id }) => id !== job.id)]),
    find: (jobId) => all.value.find(({ id }) => id === jobId),
    forget: (jobId) => write((jobs) => jobs.filter(({ id }) => id !== jobId)),
    end(jobId, ended) {
      if (all.value.some((job) => job.id === jobId && job.ended !== ended)) {
        write((jobs) => jobs.map((job) => (job.id === jobId ? { ...job, ended } : job)));
      }
    },
  };
}

/** What an older version wrote, or somebody by hand, is dropped. */
function readKept(text: string | null): KeptJob[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is KeptJob {
  if (typeof value !== 'object' || value === null) return false;
  if ('stages' in value && !Array.isArray(value.stages)) return false;
  return ['id', 'name', 'ticket', 'ticketEndsAt', 'title', 'createdAt'].every(
    (member) => typeof Reflect.get(value, member) === 'string',
  );
}
