import { processIdentity } from './process-identity.ts';
import { type Program, root } from './programs.ts';
import type { Run } from './run.ts';
import { watchSources } from './source-watch.ts';
import { configRefused, supervise, type SupervisedProcess } from './supervised-process.ts';

/**
 * Start api and worker at the same time and wait until both serve.
 *
 * @param record is told the identities of all children whenever one of them was started
 * @returns the addresses that they named, by program
 */
export async function startChildren(
  run: Run,
  env: NodeJS.ProcessEnv,
  record: (processes: string[]) => void,
): Promise<Partial<Record<Program['name'], string>>> {
  const { children, programs, lifecycle, signal } = run;
  const changed = (): void => record(children.flatMap(({ pid }) => (pid === undefined ? [] : [processIdentity(pid)])));
  // Registered before the first one starts: they stop together, and a start that fails halfway leaves none.
  lifecycle.add({
    name: 'api and worker',
    deadlineMs: programs.stopDeadlineMs + 5_000,
    stop: () => Promise.all(children.map((child) => child.stop())),
  });
  const ready = programs.children.map(async (program) => {
    const child = startChild(run, program, env, changed);
    children.push(child);
    watch(run, program, child);
    return [program.name, await child.ready] as const;
  });
  changed();
  const urls = await Promise.race([Promise.all(ready), aborted(signal)]);
  return Object.fromEntries(urls.flatMap(([name, url]) => (url === undefined ? [] : [[name, url]])));
}

function startChild(
  run: Run,
  { name, args }: Program,
  env: NodeJS.ProcessEnv,
  onStarted: () => void,
): SupervisedProcess {
  const { output, clock, programs } = run;
  return supervise({
    name,
    args,
    env,
    cwd: root,
    stopDeadlineMs: programs.stopDeadlineMs,
    output,
    clock,
    onStarted,
    onRefused: () => run.onLost(`${name} refused its configuration`, configRefused),
  });
}

function watch({ lifecycle, output }: Run, { name, watched }: Program, child: SupervisedProcess): void {
  if (watched.length === 0) return;
  const stop = watchSources(watched, () => {
    output.say(`a source has changed; starting ${name} again.`);
    child.restart();
  });
  lifecycle.add({ name: `watch of ${name}`, deadlineMs: 1_000, stop });
}

/** Rejects when the signal is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
