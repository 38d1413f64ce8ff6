import { ConfigError } from './config-error.ts';
import type { Config } from './config.ts';
import { createEvents, type Emit, type Events } from './events.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { loadConfig } from './load-config.ts';
import { createLog } from './logger.ts';
import { runProcess } from './run-process.ts';

/** What every process has before it makes its own parts. */
export interface ProcessParts {
  config: Config;
  events: Events;
  emit: Emit;
  lifecycle: Lifecycle;
  /** Stop and end the process, because it cannot go on; whoever supervises it decides by the exit code. */
  leave(reason: string, error?: unknown): Promise<never>;
}

/** The configuration is wrong: restarting does not help (`EX_CONFIG`, sysexits.h). */
const exitMisconfigured = 78;

/**
 * Run a process: configuration, log, signals, then the parts that `compose` makes, in order, each registered with the
 * lifecycle. When it serves, a parent that listens is told `{type: 'ready', url}`.
 *
 * @param name shown in every log line
 * @param compose makes and starts the parts; what it throws ends the process, with 78 when its name is `EngineUnfit`
 */
export async function startProcess(
  name: string,
  compose: (parts: ProcessParts) => Promise<{ url: string }>,
): Promise<void> {
  // A parent that was killed takes the pipes with it; what is under way is finished all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const config = readConfig();
  const events = createEvents();
  events.subscribe(createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, process: name }));
  const { emit } = events;
  const lifecycle = createLifecycle(emit);
  runProcess(lifecycle, emit);
  const leave = async (reason: string, error?: unknown): Promise<never> => {
    await lifecycle.stop(reason);
    process.exit(isMisconfiguration(error) ? exitMisconfigured : 1);
  };
  try {
    const { url } = await compose({ config, events, emit, lifecycle, leave });
    emit('process.ready', { url, pid: process.pid });
    process.send?.({ type: 'ready', url });
  } catch (error) {
    emit('process.crashed', { error });
    await leave('failed to start', error);
  }
}

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitMisconfigured);
  }
}

function isMisconfiguration(error: unknown): boolean {
  return error instanceof ConfigError || (error instanceof Error && error.name === 'EngineUnfit');
}
