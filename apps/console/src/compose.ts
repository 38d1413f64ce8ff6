import { type Client, createClient } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

import { type Person, userOf } from './account/person.ts';
import { createSession } from './account/session.ts';
import type { App } from './app.ts';
import { createFrameLog } from './connection/frame-log.ts';
import { createAnnouncer } from './frame/announcer.ts';
import { followRoute } from './frame/route.ts';
import { createTheme } from './frame/theme.ts';
import { createKeptJobs } from './kept/kept-jobs.ts';
import { createLanguage } from './language/language.ts';
import { stagesOf } from './live-job/stages-of.ts';
import { createUploads } from './try/uploads.ts';

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
  const shared = { baseUrl: location.origin, name: 'console', language: () => language.value };
  const stranger = createClient(shared);
  const session = createSession(stranger, navigator.locks);
  const app = signal<App | undefined>();
  const failure = signal<unknown>();
  const uploads = createUploads({
    send: (file, options) => (app.peek()?.client ?? stranger).upload(file, options),
    accepted(file, { upload, job, ticket, ticketExpiresAt }) {
      const { id, name, createdAt } = job;
      const stages = stagesOf(job);
      const owner = userOf(app.peek()?.person ?? { kind: 'stranger' })?.id;
      const kept = {
        id,
        name,
        createdAt,
        ticket,
        ticketEndsAt: ticketExpiresAt,
        uploadId: upload.id,
        title: file.name,
        stages,
      };
      lasting.kept.keep(owner === undefined ? kept : { ...kept, owner });
    },
    previews: URL,
    // Unlike `randomUUID`, this is there without TLS too.
    newKey: () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-'),
    now: Date.now,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  let ending = new AbortController();

  /** A client whose first token is there already, and which gets others by the cookie. */
  const clientWith = (first: string | undefined, life: { over: boolean }): Client => {
    let next = first;
    return createClient({
      ...shared,
      onFrame: lasting.frames.add,
      async token() {
        // Whose session ends loses the socket too, which would ask for a token that it is refused.
        if (first === undefined || life.over) return undefined;
        const token = next ?? (await session.renew())?.accessToken;
        next = undefined;
        return token;
      },
    });
  };
  const begin = async (): Promise<void> => {
    const settings = await stranger.settings();
    const access = settings.session ? await session.renew() : undefined;
    const life = { over: false };
    const client = clientWith(access?.accessToken, life);
    const person: Person = !access
      ? { kind: 'stranger' }
      : access.user
        ? { kind: 'user', user: await client.me() }
        : { kind: 'link' };
    ending.abort();
    ending = new AbortController();
    const connection = signal(client.connection);
    const unlisten = client.onConnection((state) => (connection.value = state));
    ending.signal.addEventListener('abort', unlisten);
    const leave = async (end: () => Promise<void>): Promise<void> => {
      life.over = true;
      try {
        await end();
      } finally {
        await shell.open();
      }
    };
    const signOut = (): Promise<void> => leave(() => client.signOut());
    app.value = { ...lasting, uploads, client, connection, settings, person, signOut, leave, signal: ending.signal };
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
