import { catalog, type JobName } from '@jobwire/jobs';
import type { Ports } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import type { BoundHandler, RunnableJob } from '@jobwire/queue';
import { type Config, ConfigError } from '@jobwire/runtime';

/**
 * The jobs that this process runs, with their handlers and the ports that those need.
 *
 * @throws ConfigError when WORKER_JOBS names a job that does not exist
 */
export function runnableJobs(config: Config, ports: Ports): RunnableJob[] {
  const names = Object.keys(catalog) as JobName[];
  const wanted = config.WORKER_JOBS.includes('all') ? names : config.WORKER_JOBS;
  const unknown = wanted.filter((name) => !(name in catalog));
  if (unknown.length > 0) {
    throw new ConfigError([`WORKER_JOBS: there is no job "${unknown.join('", "')}"; known are ${names.join(', ')}`]);
  }
  return names
    .filter((name) => wanted.includes(name))
    .map((name) => ({
      definition: catalog[name],
      handler: bind(name, ports),
      concurrency: config.WORKER_CONCURRENCY ?? catalog[name].concurrency,
    }));
}

/** Give a handler its ports. Payloads are parsed by the executor with the same definition that types the handler. */
function bind(name: JobName, ports: Ports): BoundHandler {
  const handler = handlers[name] as (payload: unknown, context: unknown, ports: Ports) => Promise<unknown>;
  return (payload, context) => handler(payload, context, ports);
}
