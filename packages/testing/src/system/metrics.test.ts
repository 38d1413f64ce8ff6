import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createStops, engines, eventually, testDatabase, testSmtp } from '../index.ts';
import { acceptImage, acceptMail, watchToEnd } from './accepted-work.ts';
import { type System, startSystem } from './system.ts';

interface Series {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** Read Prometheus' text format; a line that is none of it fails. */
function parseMetrics(text: string): Series[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (!name) throw new Error(`Not a series: ${line}`);
      const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, said]) => [key, said]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}

describe.each(engines.slice(0, 1))('the metrics of a running system ($kind)', (engine) => {
  const stops = createStops();
  let system: System;
  beforeAll(async () => {
    const database = stops.add(await testDatabase());
    const { redisUrl } = stops.add(await engine.start());
    const smtp = stops.add(await testSmtp());
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl, smtpUrl: smtp.url }));
  });
  afterAll(() => stops.stopAll());

  const scrape = async (url: string | undefined): Promise<Series[]> => {
    const answer = await fetch(`${url}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
    return parseMetrics(await answer.text());
  };
  const valueOf = (series: readonly Series[], name: string, labels: Record<string, string> = {}): number =>
    series
      .filter(
        (each) => each.name === name && Object.entries(labels).every(([key, value]) => each.labels[key] === value),
      )
      .reduce((sum, { value }) => sum + value, 0);

  it('tell what was accepted, how soon it started, how long it ran and how it ended', async () => {
    const client = system.client();
    const jobs = [await acceptMail(client, 'ada@example.com'), await acceptImage(client, 1)];
    await Promise.all(jobs.map((job) => watchToEnd(client, job)));

    await eventually(async () => {
      const worker = await scrape(system.workers[0]?.url);
      for (const job of ['email.welcome', 'image.thumbnail']) {
        expect(valueOf(worker, 'jobwire_jobs_ended_total', { job, outcome: 'succeeded' })).toBe(1);
        expect(valueOf(worker, 'jobwire_job_attempts_total', { job })).toBe(1);
        expect(valueOf(worker, 'jobwire_job_start_seconds_count', { job })).toBe(1);
        expect(valueOf(worker, 'jobwire_job_run_seconds_count', { job })).toBe(1);
        expect(valueOf(worker, 'jobwire_job_run_seconds_sum', { job })).toBeLessThan(60);
      }
      expect(valueOf(worker, 'jobwire_mail_attempts_total', { outcome: 'accepted' })).toBe(1);
      expect(valueOf(worker, 'jobwire_engine_ready')).toBe(1);
      const api = await scrape(system.api.url);
      const post = { method: 'POST', status: '202' };
      expect(valueOf(api, 'jobwire_http_request_seconds_count', { ...post, route: '/register' })).toBe(1);
      expect(valueOf(api, 'jobwire_http_request_seconds_count', { ...post, route: '/upload-image' })).toBe(1);
      const dispatched = [api, worker].reduce((sum, all) => sum + valueOf(all, 'jobwire_jobs_dispatched_total'), 0);
      // A machine that is slower than a lease delivers again; the engine or the claim drops the second one.
      expect(dispatched).toBeGreaterThanOrEqual(2);
      expect(valueOf(api, 'jobwire_database_connections')).toBeGreaterThan(0);
      expect(valueOf(api, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    });
  });

  it('have as many series after strange requests as there are routes and methods', async () => {
    const before = (await scrape(system.api.url)).length;
    for (let n = 0; n < 200; n += 1) await fetch(`${system.api.url}/strange-${n}?q=${n}`);
    expect((await scrape(system.api.url)).length - before).toBeLessThan(60);
  });

  it('count the waiting jobs in the record while there is no worker, and how soon an event is seen once there is', async () => {
    await system.workers[0]?.stop();
    const client = system.client();
    const watched = watchToEnd(client, await acceptMail(client, 'bob@example.com'));
    await eventually(async () => {
      const api = await scrape(system.api.url);
      expect(valueOf(api, 'jobwire_queue_jobs', { job: 'email.welcome', state: 'queued' })).toBe(1);
      expect(valueOf(api, 'jobwire_queue_oldest_seconds', { job: 'email.welcome' })).toBeGreaterThan(0);
      expect([valueOf(api, 'jobwire_sockets_open'), valueOf(api, 'jobwire_channels_watched')]).toEqual([1, 1]);
    });
    await system.startWorker();
    await watched;
    expect(valueOf(await scrape(system.api.url), 'jobwire_event_frame_lag_seconds_count')).toBeGreaterThan(0);
  });

  it('are all described in docs/observability.md, and no others', async () => {
    const texts = await Promise.all(
      [system.api.url, system.workers[1]?.url].map(async (url) => (await fetch(`${url}/metrics`)).text()),
    );
    const declared = texts.flatMap((text) => [...text.matchAll(/^# HELP (jobwire_\w+)/gm)].map(([, name]) => name));
    const page = readFileSync('docs/observability.md', 'utf8');
    const described = [...page.matchAll(/^\| `(jobwire_\w+)`/gm)].map(([, name]) => name);
    expect(described.toSorted()).toEqual([...new Set(declared)].toSorted());
  });
});
