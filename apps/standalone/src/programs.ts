import { fileURLToPath } from 'node:url';

/** A program of the system that runs as a child process. */
export interface Program {
  name: 'api' | 'worker';
  /** What `node` is started with. */
  args: readonly string[];
  /** Folders whose changes start it anew; none when it runs from its build. */
  watched: readonly string[];
}

/** What a run consists of, beside the embedded parts. */
export interface Programs {
  children: readonly Program[];
  /** How long a child may take to finish what it is doing, in milliseconds, before it is killed. */
  stopDeadlineMs: number;
}

/** The repository's root; the same seen from `src` and from `dist`. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The programs as they were built. A job's hard limit is longer, but a killed job runs again. */
export function builtPrograms(): Programs {
  const built = (app: string): string[] => ['--enable-source-maps', `${root}apps/${app}/dist/main.js`];
  return {
    children: [
      { name: 'api', args: built('api'), watched: [] },
      { name: 'worker', args: built('worker'), watched: [] },
    ],
    stopDeadlineMs: 25_000,
  };
}

/** The programs from their sources, started anew on every change: one process each, so that nothing is left behind. */
export function sourcePrograms(): Programs {
  const source = (app: string): string[] => [
    '--conditions=@jobwire/source',
    '--import',
    'tsx',
    `${root}apps/${app}/src/main.ts`,
  ];
  const watched = (app: string): string[] => [`${root}apps/${app}/src`, `${root}packages`];
  return {
    children: [
      { name: 'api', args: source('api'), watched: watched('api') },
      { name: 'worker', args: source('worker'), watched: watched('worker') },
    ],
    stopDeadlineMs: 5_000,
  };
}
