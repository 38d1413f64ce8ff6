import { PassThrough } from 'node:stream';

import {
  asError,
  type Config,
  ConfigError,
  createEvents,
  createLog,
  type Emit,
  loadConfig,
  systemClock,
} from '@jobwire/runtime';

import { createStandalone } from './compose.ts';
import { createOutput, type Output, wantsColours } from './output.ts';
import type { Programs } from './programs.ts';
import { hearStopRequests } from './stop-requests.ts';
import { configRefused } from './supervised-process.ts';

/** The border to the process: its environment in, its exit code out. Never returns before the process's end. */
export async function runStandalone(programs: Programs, host: NodeJS.Process = process): Promise<void> {
  const clock = systemClock();
  const output = createOutput({ stream: host.stdout, colours: wantsColours(host.stdout, host.env) });
  host.stderr.on('error', () => undefined);
  const config = configOf(host);
  if (!config) return host.exit(configRefused);

  const standalone = createStandalone({
    config,
    env: host.env,
    programs,
    output,
    emit: createEmit(config, output),
    clock,
    onLost: (reason, exitCode) => stop(reason, exitCode),
  });
  let ending = false;
  const stop = (reason: string, exitCode: number): void => {
    if (ending) return;
    ending = true;
    void standalone.stop(reason).then(() => host.exit(exitCode));
  };
  hearStopRequests(host, clock, { stop: (reason) => stop(reason, 0), stopNow: () => standalone.stopNow() });
  const crash = (error: unknown): void => {
    output.say(`Jobwire failed: ${asError(error).stack}`);
    stop('an error', 1);
  };
  host.on('uncaughtException', crash);
  host.on('unhandledRejection', crash);
  try {
    await standalone.started;
  } catch (error) {
    if (ending) return;
    ending = true;
    await standalone.stop('it could not start');
    // Last, where it is seen.
    host.stderr.write(`${asError(error).message}\n`);
    host.exit(1);
  }
}

function configOf({ env, stderr }: NodeJS.Process): Config | undefined {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    stderr.write(`${error.message}\n`);
    return undefined;
  }
}

/** The parent's own events, as lines beside those of its children. */
function createEmit(config: Config, output: Output): Emit {
  const stream = new PassThrough();
  output.follow('start', stream);
  const events = createEvents();
  // What went well is said by the banner.
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  events.subscribe(createLog({ level, format: config.LOG_FORMAT, process: 'standalone', stream }));
  return events.emit;
}
