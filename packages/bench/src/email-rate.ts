import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { createClient } from '@jobwire/client';
import { startApp } from '@jobwire/testing';
import { createTransport } from 'nodemailer';

import type { BenchServers } from './servers.ts';

/** Connections to the mail server, in both: as many as the worker opens. */
const connections = 5;
/** Requests under way while mails are accepted. */
const lanes = 32;

/**
 * Mails per second from the queue to the mail server, and by a pooled nodemailer that sends a mail of the same size over
 * the same number of connections.
 *
 * @param latencyMs how long the mail server takes for each mail, in milliseconds
 */
export async function emailRates(
  servers: BenchServers,
  { mails, latencyMs }: { mails: number; latencyMs: number },
): Promise<{ ours: number; bare: number }> {
  const sink = await startSink(latencyMs);
  const bare = await bareRate(sink.url, mails);
  const ours = await systemRate(servers, sink.url, mails);
  sink.process.kill('SIGTERM');
  return { ours, bare };
}

async function startSink(latencyMs: number): Promise<{ url: string; process: ChildProcess }> {
  const main = fileURLToPath(new URL('./smtp-sink.ts', import.meta.url));
  const process = fork(main, [String(latencyMs)], { execArgv: ['--conditions=@jobwire/source', '--import', 'tsx'] });
  const [url] = await once(process, 'message');
  return { url: String(url), process };
}

/** About as long as the welcome mail. */
const text = 'Thank you for registering. Confirm your e-mail address here.\n'.repeat(8);
const html = `<!doctype html><p style="margin:0;color:#334155">${text}</p>`.repeat(5);

async function bareRate(url: string, mails: number): Promise<number> {
  const { hostname, port } = new URL(url);
  const transport = createTransport({
    host: hostname,
    port: Number(port),
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const send = (index: number): Promise<unknown> =>
    transport.sendMail({
      from: 'Jobwire <no-reply@jobwire.localhost>',
      to: `user${index}@example.com`,
      subject: 'Welcome',
      text,
      html,
    });
  await send(0);
  const started = performance.now();
  await Promise.all(Array.from({ length: mails }, (_value, index) => send(index)));
  const rate = mails / ((performance.now() - started) / 1_000);
  transport.close();
  return rate;
}

async function systemRate(servers: BenchServers, smtpUrl: string, mails: number): Promise<number> {
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SMTP_URL: smtpUrl,
    SECRET_KEY: 'a key of the benchmarks, at least 32 characters',
    RATE_LIMITS: 'off',
    PORT: '0',
    WORKER_PORT: '0',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  };
  const api = await startApp('api', env);
  await registerMany(api.url, mails);
  const worker = await startApp('worker', env);
  const rate = await rateOf(servers, mails);
  await worker.stop();
  await api.stop();
  return rate;
}

async function registerMany(baseUrl: string, mails: number): Promise<void> {
  const client = createClient({ baseUrl });
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < mails; index = next++)
      await client.register({ email: `user${index}@example.com` });
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** From the first mail's start to the last one's end; a mail that did not go out would spoil the figure. */
async function rateOf({ db }: BenchServers, mails: number): Promise<number> {
  for (;;) {
    const [row] = await db.query<{ sent: number; ended: number; seconds: number }>(
      `SELECT count(*) FILTER (WHERE finished_at IS NOT NULL)::int AS ended,
         count(*) FILTER (WHERE state = 'succeeded' AND skipped IS NULL)::int AS sent,
         extract(epoch FROM max(finished_at) - min(started_at))::float8 AS seconds
       FROM jobs WHERE name = 'email.welcome'`,
    );
    if (row && row.ended >= mails) {
      if (row.sent !== mails) throw new Error(`${row.sent} of ${mails} mails were sent`);
      return mails / row.seconds;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
