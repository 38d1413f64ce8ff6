import type { Handler } from '@jobwire/queue/job';

import type { FilePorts } from '../ports/file.ts';
import type { ReportPorts } from '../ports/report.ts';
import type { reportCsv } from './job.ts';

const day = 86_400_000;

/** Count day by day, so that a watcher sees it move. A report tells its owner's jobs and nobody else's. */
export const handle: Handler<typeof reportCsv, FilePorts & ReportPorts> = async (
  { from, days },
  { job, progress, signal, commit },
  { files, reports },
) => {
  let rows = 0;
  async function* table(): AsyncGenerator<string> {
    yield 'day,name,state,count\n';
    for (let index = 0; index < days; index += 1) {
      // Days without jobs give the writer nothing to stop at.
      signal.throwIfAborted();
      const date = new Date(Date.parse(from) + index * day).toISOString().slice(0, 10);
      for (const { name, state, count } of await reports.finishedOn(date, job.ownerId)) {
        rows += 1;
        yield `${date},${name},${state},${count}\n`;
      }
      progress('count', (index + 1) / days, date);
    }
  }
  // Aborted on timeout, cancel and shutdown: unless it was cancelled, the job then runs again from the start.
  const stored = await files.put(table(), { name: 'report.csv', type: 'text/csv' }, signal);
  progress('write', 1);
  return commit('file', async (tx) => ({ rows, url: (await files.save(tx, job.id, stored)).url }));
};
