import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Actor, Database } from '@jobwire/db';
import { type LinkPurpose, verificationToken } from '@jobwire/jobs';
import { createEvents, createKeyRing, type KeyRing, loadConfig, type Subscriber } from '@jobwire/runtime';
import { eventually, testDatabase } from '@jobwire/testing';
import { Router } from 'express';
import { z } from 'zod';

import { accountRoutes } from '../../accounts/account-routes.ts';
import { adminEntry } from '../../admin/admin-entry.ts';
import { adminGuard } from '../../admin/guard.ts';
import { createApp } from '../../http/app.ts';
import { trustOf } from '../../http/client-address.ts';
import { registerRoutes } from '../../register/register-routes.ts';
import { verifyRoutes } from '../../verify/verify-routes.ts';
import { createAccessTokens } from '../access-tokens.ts';
import type { Gatekeeper } from '../caller.ts';
import { type CredentialWatch, createCredentialWatch } from '../credential-watch.ts';
import { createGatekeeper } from '../gatekeeper.ts';
import { createSessionCookie } from '../session-cookie.ts';
import { createTickets } from '../tickets.ts';

/** An API of nothing but people: register, sign in, verify, their accounts, the administrators' door. */
export interface IdentityServer {
  url: string;
  db: Database;
  keys: KeyRing;
  gatekeeper: Gatekeeper;
  /** Looks when the test says so. */
  credentials: CredentialWatch;
  /** The jobs that were asked to be cancelled, and by whom. */
  cancelled: { jobId: string; actor: Actor }[];
  /** What `JobControl.cancel` throws instead of cancelling. */
  cancelFails(error: Error | undefined): void;
  clock: { now(): number; advance(ms: number): void };
  /** How often the dispatcher was woken. */
  wakes(): number;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  postForm(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** A request with a bearer token, and without a body. */
  ask(method: string, path: string, token?: string, headers?: Record<string, string>): Promise<Response>;
  /** Register an address and use the link of its mail. */
  signUp(email: string, headers?: Record<string, string>): Promise<Visitor>;
  /** The token in the newest mail to an address. */
  tokenFor(emailKey: string): Promise<string>;
  /**
   * Run `work` while the row of a user or session is locked, and let go once so many statements wait for it: what they
   * have read by then is what they will act on.
   */
  whileLocked<Result>(rows: string, waiting: number, work: () => Promise<Result>): Promise<Result>;
  /** How many rows a table has, or those that a condition leaves. */
  count(from: string): Promise<number>;
  stop(): Promise<void>;
}

/** Somebody who has signed in. */
export interface Visitor {
  accessToken: string;
  /** As `Cookie` carries it. */
  cookie: string;
  userId: string;
}

/** What an identity server may be told. */
export interface IdentityServerOptions {
  env?: Record<string, string>;
  /** Hears every event. */
  subscriber?: Subscriber;
}

const verified = z.object({ accessToken: z.string(), user: z.object({ id: z.string() }) });

/** Start it over a real database. */
export async function identityServer({ env = {}, subscriber }: IdentityServerOptions = {}): Promise<IdentityServer> {
  const { db, stop } = await testDatabase();
  const keys = createKeyRing('a secret that is long enough for a test');
  const clock = movableClock();
  const config = loadConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://jobwire.test',
    MAIL_FROM: 'Jobwire <no-reply@jobwire.test>',
    ...env,
  });
  const events = createEvents();
  if (subscriber) events.subscribe(subscriber);
  const { emit } = events;
  const cookie = createSessionCookie(config.PUBLIC_URL);
  const accessTokens = createAccessTokens(keys, clock);
  const gatekeeper = createGatekeeper({ db, accessTokens, tickets: createTickets(keys), cookie, config, clock });
  const credentials = createCredentialWatch({ db, clock, emit });
  let wakes = 0;
  const dispatcher = { wake: () => void (wakes += 1) };
  const cancelled: IdentityServer['cancelled'] = [];
  let cancelError: Error | undefined;
  const control = {
    async cancel(jobId: string, actor: Actor) {
      if (cancelError) throw cancelError;
      cancelled.push({ jobId, actor });
    },
  };
  const shared = { db, keys, gatekeeper, dispatcher, accessTokens, cookie, credentials, control, config, emit, clock };
  const routers = [
    registerRoutes(shared),
    verifyRoutes(shared),
    accountRoutes(shared),
    adminEntry(shared),
    guardedRouter(gatekeeper, config),
  ];
  const server = createServer(createApp(routers, emit, { trust: trustOf(config.TRUSTED_PROXIES), config })).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const postJson: IdentityServer['post'] = (path, body, headers = {}) =>
    post(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  const tokenFor = async (emailKey: string): Promise<string> => {
    const [mail] = await db.query<{ id: string; purpose: LinkPurpose }>(
      'SELECT id, purpose FROM email_messages WHERE to_key = $1 ORDER BY id DESC LIMIT 1',
      [emailKey],
    );
    if (!mail) throw new Error(`No mail to ${emailKey}`);
    return verificationToken(keys, mail.purpose, mail.id);
  };
  const post = (path: string, body: string | URLSearchParams, headers: Record<string, string>): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', body, headers, redirect: 'manual' });

  return {
    url,
    db,
    keys,
    gatekeeper,
    credentials,
    cancelled,
    cancelFails: (error) => void (cancelError = error),
    clock,
    wakes: () => wakes,
    post: postJson,
    postForm: (path, fields, headers = {}) =>
      post(path, new URLSearchParams(fields), { origin: config.PUBLIC_URL, ...headers }),
    tokenFor,
    ask: (method, path, token, headers = {}) =>
      fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      }),
    async signUp(email, headers = {}) {
      await postJson('/register', { email }, headers);
      const response = await postJson('/verify', { token: await tokenFor(email.toLowerCase()) }, headers);
      const { accessToken, user } = verified.parse(await response.json());
      return { accessToken, userId: user.id, cookie: cookieOf(response) };
    },
    async whileLocked(rows, waiting, work) {
      const { result } = await db.transaction(async (tx) => {
        await tx.query(`SELECT 1 FROM ${rows} FOR UPDATE`);
        const started = work();
        await eventually(async () => {
          const [row] = await db.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          );
          if (row?.count !== waiting) throw new Error(`${row?.count} statements wait`);
        });
        // In an object: a promise would be waited for inside the transaction that it waits for.
        return { result: started };
      });
      return result;
    },
    async count(from) {
      const [row] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
      return row?.count ?? 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
    },
  };
}

/** The cookie that an answer sets, as `Cookie` carries it; empty when it sets none. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Stands for the pages that only administrators see. */
function guardedRouter(gatekeeper: Gatekeeper, config: { PUBLIC_URL: string }): Router {
  const router = Router();
  router.use(
    '/admin',
    adminGuard({ gatekeeper, config }),
    (_request, response) => void response.json({ inside: true }),
  );
  return router;
}

function movableClock(): IdentityServer['clock'] {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => void (ahead += ms),
  };
}
