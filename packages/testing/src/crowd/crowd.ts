import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { type Account, type CrowdOrder, crowdReport, type CrowdReport } from './crowd-orders.ts';

/** Sockets in processes of their own. */
export interface Crowd {
  /** Open sockets, as many in each process, and wait until all are ready. */
  connect(options: CrowdConnect): Promise<void>;
  /** Let sockets publish as fast as their messages come back. */
  talk(publishers: number, text: string): void;
  /** Let one socket of the first process publish at a fixed rate; its process notes how long the frames take. */
  pulse(everyMs: number, text: string): void;
  /** Publish no more. */
  hush(): void;
  /** What all processes together saw. */
  report(): Promise<CrowdReport>;
  /** What each socket saw. */
  accounts(): Promise<readonly Account[]>;
  /** Wait until every socket is connected and subscribed; when the last one was, in milliseconds since 1970. */
  allReady(): Promise<number>;
  /** Close all sockets. */
  leave(): void;
  stop(): Promise<void>;
}

/** Which sockets a crowd opens. */
export type CrowdConnect = Omit<Extract<CrowdOrder, { do: 'connect' }>, 'do'>;

/** Longest wait for all sockets, in milliseconds: only something that hangs takes as long. */
const readyWithinMs = 120_000;

/** Start the processes of a crowd. */
export async function startCrowd(processes: number): Promise<Crowd> {
  const children = await Promise.all(Array.from({ length: processes }, startChild));
  const all = (order: CrowdOrder): void => {
    for (const child of children) child.send(order);
  };
  const reports = async (accounts: boolean): Promise<CrowdReport> =>
    together(await Promise.all(children.map((child) => reportOf(child, accounts))));
  const report = (): Promise<CrowdReport> => reports(false);
  const allReady = async (): Promise<number> => {
    const until = Date.now() + readyWithinMs;
    for (;;) {
      const { sockets, ready, readyAt, surprises } = await report();
      if (ready === wanted) return readyAt;
      if (Date.now() > until)
        throw new Error(`${ready} of ${sockets} sockets are ready; servers said ${JSON.stringify(surprises)}`);
      await delay(50);
    }
  };
  let wanted = 0;
  return {
    async connect(options) {
      wanted = options.count;
      for (const [index, child] of children.entries()) {
        const count = share(options.count, processes, index);
        if (count > 0) child.send({ do: 'connect', ...options, count } satisfies CrowdOrder);
      }
      await allReady();
    },
    talk(publishers, text) {
      for (const [index, child] of children.entries())
        child.send({ do: 'talk', publishers: share(publishers, processes, index), text } satisfies CrowdOrder);
    },
    pulse: (everyMs, text) => void children[0]?.send({ do: 'pulse', everyMs, text } satisfies CrowdOrder),
    hush: () => all({ do: 'hush' }),
    report,
    accounts: async () => (await reports(true)).accounts,
    allReady,
    leave: () => all({ do: 'leave' }),
    async stop() {
      await Promise.all(
        children.map(async (child) => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}

async function startChild(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('../../dist/crowd/crowd-main.js', import.meta.url)), [], {
    execArgv: [],
  });
  await once(child, 'message');
  return child;
}

async function reportOf(child: ChildProcess, accounts: boolean): Promise<CrowdReport> {
  const told = once(child, 'message');
  child.send({ do: 'report', accounts } satisfies CrowdOrder);
  return crowdReport.parse((await told)[0]);
}

/** As even as can be: the first ones get what is left over. */
function share(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

function together(reports: readonly CrowdReport[]): CrowdReport {
  const sum = (of: (report: CrowdReport) => number): number =>
    reports.reduce((before, report) => before + of(report), 0);
  return {
    sockets: sum(({ sockets }) => sockets),
    ready: sum(({ ready }) => ready),
    readyAt: Math.max(...reports.map(({ readyAt }) => readyAt)),
    frames: sum(({ frames }) => frames),
    lost: sum(({ lost }) => lost),
    latencies: reports.flatMap(({ latencies }) => latencies),
    accounts: reports.flatMap(({ accounts }) => accounts),
    surprises: counts(reports.flatMap(({ surprises }) => Object.entries(surprises))),
  };
}

function counts(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [what, count] of entries) total[what] = (total[what] ?? 0) + count;
  return total;
}
