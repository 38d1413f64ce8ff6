import type { Clock, Config, Emit, Lifecycle } from '@jobwire/runtime';

import type { Output } from './output.ts';
import type { Programs } from './programs.ts';
import type { SupervisedProcess } from './supervised-process.ts';

/** What a run is made from. */
export interface StandaloneOptions {
  config: Config;
  /** What was set, besides what the configuration made of it: an unset port may move, a set one may not. */
  env: NodeJS.ProcessEnv;
  programs: Programs;
  output: Output;
  emit: Emit;
  clock: Clock;
  /** Something that cannot be started again has ended. */
  onLost: (reason: string, exitCode: number) => void;
}

/** What the steps of a start share. */
export interface Run extends StandaloneOptions {
  /** Everything that was started is registered here, in the order of its start. */
  lifecycle: Lifecycle;
  /** Aborted by a stop: the start ends before its next step. */
  signal: AbortSignal;
  /** The children, as soon as there are any: the second Ctrl-C kills them. */
  children: SupervisedProcess[];
}

/** Whether a variable was set, directly or through its file. An empty value counts as unset. */
export function isSet(env: NodeJS.ProcessEnv, name: string): boolean {
  return Boolean(env[name] || env[`${name}_FILE`]);
}
