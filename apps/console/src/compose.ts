import { createClient } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

import { createSession } from './account/session.ts';
import type { App } from './app.ts';
import { createFrameLog } from './connection/frame-log.ts';
import { createAnnouncer } from './frame/announcer.ts';
import { followRoute } from './frame/route.ts';
import { createTheme } from './frame/theme.ts';
import { createKeptJobs } from './kept/kept-jobs.ts';
import { createLanguage } from './language/language.ts';

/** The console: an app for whoever is signed in. */
export interface Shell {
  /** Undefined while the server is asked who that is. */
  readonly app: ReadonlySignal<App | undefined>;
  /** Why there is no app; undefined while all is well. */
  readonly failure: ReadonlySignal<unknown>;
  /** Ask the server (again), and begin anew. */
  open(): Promise<void>;
  /** Look whether somebody has signed in meanwhile, in another tab. */
  check(): Promise<void>;
}

/** Make the parts of the console: the only place where that is done. */
export function compose(window: Window): Shell {
  const { localStorage, document, navigator, location } = window;
  const language = createLanguage({ storage: localStorage, preferred: navigator.languages, document });
  const lasting = {
    language,
    theme: createTheme(localStorage, document),
    route: followRoute(window),
    kept: createKeptJobs(localStorage, Date.now),
    frames: createFrameLog(),
    announcer: createAnnouncer(),
  };
  const session = createSession({
    fetch: (path, init) => window.fetch(`${location.origin}${path}`, init),
    locks: navigator.locks,
  });
  const shared = { baseUrl: location.origin, name: 'console', language: () => language.value };
  const stranger = createClient(shared);
  const app = signal<App | undefined>();
  const failure = signal<unknown>();
  let ending = new AbortController();

  const begin = async (): Promise<void> => {
    const settings = await stranger.settings();
    const access = settings.session ? await session.renew() : undefined;
    let first = access?.token;
    const client = createClient({
      ...shared,
      onFrame: lasting.frames.add,
      async token() {
        const token = first ?? (access ? (await session.renew())?.token : undefined);
        first = undefined;
        return token;
      },
    });
    ending.abort();
    ending = new AbortController();
    const connection = signal(client.connection);
    const unlisten = client.onConnection((state) => (connection.value = state));
    ending.signal.addEventListener('abort', unlisten);
    app.value = {
      ...lasting,
      client,
      connection,
      settings,
      person: access?.person ?? { kind: 'stranger' },
      signal: ending.signal,
      async signOut() {
        await session.end();
        await shell.open();
      },
    };
  };
  const shell: Shell = {
    app,
    failure,
    async open() {
      failure.value = undefined;
      try {
        await begin();
      } catch (error) {
        failure.value = error;
      }
    },
    async check() {
      if (app.value?.person.kind !== 'stranger') return;
      const { session: signedIn } = await stranger.settings().catch(() => ({ session: false }));
      if (signedIn) await shell.open();
    },
  };
  return shell;
}
