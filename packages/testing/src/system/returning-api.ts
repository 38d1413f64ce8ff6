import { freePort } from '@jobwire/embedded';

import { type AppOptions, type AppProcess, startApp } from './app-process.ts';

/** An api process that can be killed and comes back at the same address. */
export interface ReturningApi {
  url: string;
  socketUrl: string;
  /** The process that runs now, or ran last. */
  readonly app: AppProcess;
  kill(): Promise<void>;
  /** Start it again, and wait until it serves. */
  start(): Promise<void>;
}

/** Start an api process on a port that it keeps. */
export async function startReturningApi(env: Record<string, string>, options?: AppOptions): Promise<ReturningApi> {
  const port = await freePort();
  const start = (): Promise<AppProcess> => startApp('api', { ...env, PORT: String(port) }, options);
  let app = await start();
  return {
    url: `http://127.0.0.1:${port}`,
    socketUrl: `ws://127.0.0.1:${port}/ws`,
    get app() {
      return app;
    },
    kill: () => app.kill(),
    async start() {
      app = await start();
    },
  };
}
