import type { Database } from '@jobwire/db';
import { z } from 'zod';

import { engines, type RunningEngine } from '../engines.ts';
import { eventually } from '../eventually.ts';
import { createStops } from '../stops.ts';
import { type TcpProxy, tcpProxy } from '../tcp-proxy.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { testSmtp, type TestSmtp, type TestSmtpOptions } from '../test-smtp.ts';
import { startSystem, type System } from './system.ts';

/** What an api answered. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Of a problem. */
  code: string | undefined;
  /** What is wrong with the input, as `<pointer> <code>`. */
  errors: string[];
  job: { id: string } | undefined;
  body: unknown;
}

/** A request that a test makes. */
export interface Ask {
  path?: string;
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, instead. */
  raw?: string;
  headers?: Record<string, string>;
  /** Another api than the first one. */
  api?: string;
}

/** What the record says of a mail and its job, and how many copies came. */
export interface MailState {
  job: string;
  attempt: number;
  error: string | null;
  skipped: string | null;
  mail: string;
  code: string | null;
  duplicate: boolean;
  suppressed: boolean;
  copies: number;
}

/** A whole system with a mail server that fails as told. */
export interface MailStage {
  system: System;
  smtp: TestSmtp;
  db: Database;
  database: TestDatabase;
  engine: RunningEngine;
  /** Between the processes and the database; the test's own pool does not go through it. */
  databaseProxy: TcpProxy;
  /** Between the workers and the mail server. */
  smtpProxy: TcpProxy;
  ask(request: Ask): Promise<Answer>;
  /** Register an address. @returns the job's id @throws Error when it was not accepted */
  register(email: string, more?: Record<string, unknown>): Promise<string>;
  /** Wait until runs of a job have ended so often; what is known then. */
  ended(jobId: string, runs: number): Promise<MailState>;
  state(jobId: string): Promise<MailState>;
  /** The token of the link in the mail of a job, which must have come. */
  tokenOf(jobId: string): Promise<string>;
  /** Names of the queues that are paused. */
  paused(): Promise<string[]>;
  stop(): Promise<void>;
}

/** How a stage differs from the usual one. */
export interface StageOptions {
  smtp?: TestSmtpOptions;
  env?: Record<string, string>;
  redis?: { appendOnly?: boolean };
}

/** Start a system on the first engine of this machine. */
export async function startMailStage({ smtp: how, env = {}, redis = {} }: StageOptions = {}): Promise<MailStage> {
  const stops = createStops();
  try {
    const [kind] = engines;
    if (!kind) throw new Error('There is an engine');
    const engine = stops.add(await kind.start(redis));
    const database = stops.add(await testDatabase());
    const databaseProxy = stops.add(await tcpProxy(database.url));
    const smtp = stops.add(await testSmtp(how));
    const smtpProxy = stops.add(await tcpProxy(smtp.url));
    const servers = {
      databaseUrl: databaseProxy.url,
      redisUrl: engine.redisUrl,
      smtpUrl: withPassword(smtpProxy.url),
      env,
    };
    const system = stops.add(await startSystem(servers));
    return {
      ...actsOn(system, database.db, smtp),
      system,
      smtp,
      database,
      databaseProxy,
      smtpProxy,
      engine,
      stop: stops.stopAll,
    };
  } catch (error) {
    await stops.stopAll();
    throw error;
  }
}

function withPassword(url: string): string {
  const full = new URL(url);
  full.username = 'jobwire';
  full.password = 'hunter2-in-the-birdcage';
  return full.href;
}

type Acts = Omit<MailStage, 'system' | 'smtp' | 'database' | 'databaseProxy' | 'smtpProxy' | 'engine' | 'stop'>;

function actsOn(system: System, db: Database, smtp: TestSmtp): Acts {
  const ask = (request: Ask): Promise<Answer> => askApi({ api: system.api.url, ...request });
  const state = (jobId: string): Promise<MailState> => readState(db, smtp, jobId);
  return {
    db,
    ask,
    state,
    async register(email, more = {}) {
      // A busy machine answers 503 now and then, after which everybody asks again.
      return eventually(async () => {
        const { status, job, body } = await ask({ json: { email, ...more } });
        if (status !== 202 || !job) throw new Error(`Not accepted: ${status} ${JSON.stringify(body)}`);
        return job.id;
      });
    },
    async ended(jobId, runs) {
      await eventually(async () => {
        const ends = await countEnds(db, jobId);
        if (ends < runs) throw new Error(`${ends} of ${runs} runs have ended: ${JSON.stringify(await state(jobId))}`);
      });
      return state(jobId);
    },
    async tokenOf(jobId) {
      const messageId = await messageIdOf(db, jobId);
      const { parsed } = await smtp.waitForMail((mail) => mail.parsed.messageId === messageId);
      const token = /token=([\w-]{43})\b/.exec(parsed.text ?? '')?.[1];
      if (token === undefined) throw new Error(`There is no link in ${parsed.text}`);
      return token;
    },
    async paused() {
      const rows = await db.query<{ name: string }>('SELECT name FROM queue_settings WHERE paused ORDER BY name');
      return rows.map(({ name }) => name);
    },
  };
}

async function askApi({
  api = '',
  path = '/register',
  method = 'POST',
  json,
  raw,
  headers = {},
}: Ask): Promise<Answer> {
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const response = await fetch(api + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
  const text = await response.text();
  const told = text.startsWith('{') ? JSON.parse(text) : text;
  const { code, errors, job } = answerBody.safeParse(told).data ?? {};
  return {
    status: response.status,
    headers: response.headers,
    code,
    errors: (errors ?? []).map((error) => `${error.pointer} ${error.code}`),
    job,
    body: told,
  };
}

/** What is looked at in any answer. */
const answerBody = z.object({
  code: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
  job: z.object({ id: z.string() }).optional(),
});

async function messageIdOf(db: Database, jobId: string): Promise<string | undefined> {
  const [row] = await db.query<{ message_id: string }>(
    `SELECT message_id FROM email_messages mail JOIN jobs job ON mail.id = (job.payload ->> 'emailId')::uuid
     WHERE job.id = $1`,
    [jobId],
  );
  return row?.message_id;
}

/** Runs that were closed in the record; a stalled one has no end. */
async function countEnds(db: Database, jobId: string): Promise<number> {
  const [row] = await db.query<{ ends: number }>(
    `SELECT count(*)::int AS ends FROM job_events
     WHERE job_id = $1 AND type IN ('job.retrying', 'job.succeeded', 'job.failed', 'job.cancelled')`,
    [jobId],
  );
  return row?.ends ?? 0;
}

async function readState(db: Database, smtp: TestSmtp, jobId: string): Promise<MailState> {
  const [row] = await db.query<Omit<MailState, 'copies'> & { message_id: string }>(
    `SELECT job.state AS job, job.attempt, job.error ->> 'code' AS error, job.skipped, mail.status AS mail,
       mail.last_code AS code, mail.possible_duplicate AS duplicate, mail.message_id,
       EXISTS (SELECT 1 FROM suppressions WHERE email_key = mail.to_key) AS suppressed
     FROM jobs job LEFT JOIN email_messages mail
       ON mail.id = coalesce((job.payload ->> 'emailId')::uuid, job.id)
     WHERE job.id = $1`,
    [jobId],
  );
  if (!row) throw new Error(`There is no job ${jobId}`);
  const { message_id: messageId, ...state } = row;
  return { ...state, copies: smtp.mails.filter(({ parsed }) => parsed.messageId === messageId).length };
}
