import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Database } from '@jobwire/db';
import { type LinkPurpose, verificationToken } from '@jobwire/jobs';
import { createKeyRing, type KeyRing } from '@jobwire/runtime';
import { testDatabase } from '@jobwire/testing';
import { Router } from 'express';

import { adminEntry } from '../../admin/admin-entry.ts';
import { adminGuard } from '../../admin/guard.ts';
import { createApp } from '../../http/app.ts';
import { registerRoutes } from '../../register/register-routes.ts';
import { verifyRoutes } from '../../verify/verify-routes.ts';
import { createAccessTokens } from '../access-tokens.ts';
import type { Gatekeeper } from '../caller.ts';
import { createGatekeeper } from '../gatekeeper.ts';
import { createSessionCookie } from '../session-cookie.ts';
import { createTickets } from '../tickets.ts';

/** An API of nothing but people: register, verify, the administrators' door. */
export interface IdentityServer {
  url: string;
  db: Database;
  keys: KeyRing;
  gatekeeper: Gatekeeper;
  clock: { now(): number; advance(ms: number): void };
  /** How often the dispatcher was woken. */
  wakes(): number;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  postForm(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** The token in the newest mail to an address. */
  tokenFor(emailKey: string): Promise<string>;
  /** How many rows a table has, or those that a condition leaves. */
  count(from: string): Promise<number>;
  stop(): Promise<void>;
}

/** Start it over a real database. */
export async function identityServer(): Promise<IdentityServer> {
  const { db, stop } = await testDatabase();
  const keys = createKeyRing('a secret that is long enough for a test');
  const clock = movableClock();
  const config = { PUBLIC_URL: 'http://jobwire.test', MAIL_FROM: 'Jobwire <no-reply@jobwire.test>' };
  const cookie = createSessionCookie(config.PUBLIC_URL);
  const accessTokens = createAccessTokens(keys, clock);
  const gatekeeper = createGatekeeper({ db, accessTokens, tickets: createTickets(keys), cookie, clock });
  let wakes = 0;
  const dispatcher = { wake: () => void (wakes += 1) };
  const routers = [
    registerRoutes({ db, keys, gatekeeper, dispatcher, config, clock }),
    verifyRoutes({ db, accessTokens, cookie, config, clock }),
    adminEntry({ db, cookie, config, clock }),
    guardedRouter(gatekeeper, config),
  ];
  const server = createServer(createApp(routers, () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (path: string, body: string | URLSearchParams, headers: Record<string, string>): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', body, headers, redirect: 'manual' });

  return {
    url,
    db,
    keys,
    gatekeeper,
    clock,
    wakes: () => wakes,
    post: (path, body, headers = {}) =>
      post(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    postForm: (path, fields, headers = {}) =>
      post(path, new URLSearchParams(fields), { origin: config.PUBLIC_URL, ...headers }),
    async tokenFor(emailKey) {
      const [mail] = await db.query<{ id: string; purpose: LinkPurpose }>(
        'SELECT id, purpose FROM email_messages WHERE to_key = $1 ORDER BY id DESC LIMIT 1',
        [emailKey],
      );
      if (!mail) throw new Error(`No mail to ${emailKey}`);
      return verificationToken(keys, mail.purpose, mail.id);
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
