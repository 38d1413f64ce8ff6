import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@jobwire/db';
import { type AppProcess, createStops, engines, eventually, startSystem, type System } from '@jobwire/testing';
import { type TestDatabase, testDatabase, testSmtp, type TestSmtp } from '@jobwire/testing';

import { eventsOf, type Frame, type TestSocket } from '../sockets/testing/test-socket.ts';
import { noticeAdmins, type NoticeBoard, noticeBoard, type Told } from './testing/notice-board.ts';

const stops = createStops();
const sockets = createStops();
let database: TestDatabase;
let db: Database;
let smtp: TestSmtp;
let system: System;
let other: AppProcess;
let board: NoticeBoard;

beforeAll(async () => {
  const [engine] = engines;
  const { redisUrl } = stops.add(await engine!.start());
  database = stops.add(await testDatabase());
  ({ db } = database);
  smtp = stops.add(await testSmtp());
  const env = { ADMIN_EMAILS: noticeAdmins, PUBLIC_URL: 'https://jobs.example' };
  system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl, smtpUrl: smtp.url, env }));
  other = await system.startApi();
  board = await noticeBoard(system.api.url, db);
});
afterAll(() => stops.stopAll());
afterEach(() => sockets.stopAll());

/** A socket of one of the two processes that watches a channel; `ok` is what that began with. */
async function watch(
  app: AppProcess,
  token: string,
  ch: string,
  options = {},
): Promise<{ socket: TestSocket; ok: Frame }> {
  const socket = await board.open(token, options, app.url);
  sockets.add({ stop: () => socket.close() });
  const { ok, error } = await socket.ask('sub', { ch });
  expect(error).toBeUndefined();
  return { socket, ok: ok as Frame };
}
const asOperator = (method: string, path: string, body?: unknown, headers = {}): Promise<Told> =>
  board.ask(method, path, board.operator.accessToken, body, headers);

describe('a notification', () => {
  const tell = async (title: string): Promise<{ id: string; emailJob: string }> => {
    const notice = { userId: board.ada.userId, title, body: 'See <there>', link: '/files/7' };
    const { status, body } = await asOperator('POST', '/notifications', notice);
    expect(status).toBe(201);
    return { id: body.notification.id, emailJob: body.emailJob };
  };
  /** Nobody waits 30 seconds in a test: the time of the mail comes now. */
  const mailIsDue = (jobId: string): Promise<unknown> =>
    db.query('UPDATE jobs SET run_at = now() WHERE id = $1', [jobId]);
  const ended = (jobId: string): Promise<Record<string, unknown>> =>
    eventually(async () => {
      const [job] = await db.query<Record<string, unknown>>('SELECT state, result FROM jobs WHERE id = $1', [jobId]);
      if (job?.['state'] !== 'succeeded') throw new Error(`The job is ${String(job?.['state'])}`);
      return job;
    });
  const skippedOf = async (jobId: string): Promise<unknown> => {
    const [event] = await db.query<{ data: Frame }>(
      `SELECT data FROM job_events WHERE job_id = $1 AND type = 'job.succeeded'`,
      [jobId],
    );
    return event?.data['skipped'];
  };

  it('is heard by the sockets of its user in both processes, and is no mail then', async () => {
    const ch = `user:${board.ada.userId}`;
    const here = await watch(system.api, board.ada.accessToken, ch);
    const there = await watch(other, board.ada.accessToken, ch);
    const { id, emailJob } = await tell('Heard');
    for (const { socket } of [here, there]) {
      await socket.until(({ type, data }) => type === 'notification.new' && JSON.stringify(data).includes(id));
    }
    await board.untilTaken(id);
    await there.socket.ask('read', { ids: [id] });
    await here.socket.until(({ type, data }) => type === 'notification.read' && JSON.stringify(data).includes(id));
    await mailIsDue(emailJob);
    await ended(emailJob);
    expect(['taken', 'read']).toContain(await skippedOf(emailJob));
  });

  it('that nobody hears is a mail, once', async () => {
    const { emailJob } = await tell('Unheard');
    await mailIsDue(emailJob);
    await ended(emailJob);
    const mail = await smtp.waitForMail(({ parsed }) => parsed.subject === 'Unheard');
    expect(mail.to).toEqual([board.ada.email]);
    expect(mail.parsed.text).toContain('https://jobs.example/files/7');
    expect(mail.parsed.html).toContain('See &lt;there&gt;');
    expect(smtp.mailsTo(board.ada.email)).toHaveLength(1);
  });

  it('that a socket got and never answered for is a mail', async () => {
    const ch = `user:${board.ada.userId}`;
    const { socket } = await watch(other, board.ada.accessToken, ch, { autoPong: false });
    const { emailJob } = await tell('Lost on the way');
    await socket.until(({ type, data }) => type === 'notification.new' && JSON.stringify(data).includes('Lost'));
    await mailIsDue(emailJob);
    await ended(emailJob);
    await smtp.waitForMail(({ parsed }) => parsed.subject === 'Lost on the way');
    expect(await skippedOf(emailJob)).toBeUndefined();
  });
});

describe('the broadcast', () => {
  it('reaches who watches it at both processes, and says how many those are', async () => {
    const key = await board.newKey('nothing');
    const here = await watch(system.api, board.ada.accessToken, 'broadcast');
    const there = await watch(other, key, 'broadcast');
    const leaving = new AbortController();
    const stream = await fetch(`${other.url}/events/broadcast`, {
      headers: { authorization: `Bearer ${board.bob.accessToken}`, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    expect(stream.status).toBe(200);
    const bystander = await board.open(board.bob.accessToken);
    sockets.add({ stop: () => bystander.close() });
    const headers = { 'idempotency-key': 'once' };
    const said = await asOperator('POST', '/broadcast', { message: { text: 'hello' } }, headers);
    expect(said.status).toBe(202);
    for (const { socket } of [here, there]) {
      const { data } = await socket.until(({ type }) => type === 'broadcast.message');
      expect(data).toEqual({ message: { text: 'hello' } });
    }
    expect((await asOperator('POST', '/broadcast', { message: { text: 'hello' } }, headers)).body).toEqual(said.body);
    // Processes say every two seconds what they hold.
    await eventually(async () => {
      const { body } = await asOperator('POST', '/broadcast', { message: 'again' });
      expect(body).toEqual({ sentTo: 3, online: 3 });
    });
    expect(
      eventsOf(here.socket.frames, 'broadcast').filter(({ data }) => (data as Frame)['message'] !== 'again'),
    ).toHaveLength(1);
    leaving.abort();
    const late = await watch(other, board.bob.accessToken, 'broadcast');
    const { messages } = late.ok['snapshot'] as { messages: Frame[] };
    expect(messages.length).toBeLessThanOrEqual(10);
    expect(messages.at(-1)).toMatchObject({ type: 'broadcast.message', data: { message: 'again' } });
  });

  it('may be for one room, also a closed one', async () => {
    await asOperator('PUT', '/rooms/cellar', { open: false, members: [board.ada.userId] });
    const { socket } = await watch(other, board.ada.accessToken, 'room:cellar');
    await eventually(async () => {
      const { body } = await asOperator('POST', '/broadcast', { room: 'cellar', message: 'to you' });
      expect(body.sentTo).toBe(1);
    });
    const heard = await socket.until(({ type }) => type === 'room.message');
    expect(heard['data']).toMatchObject({ from: { id: board.operator.userId, kind: 'admin' }, data: 'to you' });
    const audited = await db.query(
      `SELECT DISTINCT actor_id, subject FROM audit_log WHERE action = 'message.broadcast' ORDER BY subject`,
    );
    const actor_id = board.operator.userId;
    expect(audited).toEqual([
      { actor_id, subject: 'broadcast' },
      { actor_id, subject: 'room:cellar' },
    ]);
  });

  it('is for operators to say, and not for strangers to hear', async () => {
    const stranger = await board.open(undefined);
    expect((await stranger.ask('sub', { ch: 'broadcast' }))['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    expect((await stranger.ask('sub', { ch: 'broadcast:' }))['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    await stranger.close();
    const refused = [undefined, board.ada.accessToken, board.viewer.accessToken, await board.newKey('*')];
    const answers = await Promise.all(refused.map((token) => board.ask('POST', '/broadcast', token, { message: 1 })));
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
    expect((await asOperator('POST', '/broadcast', {})).body.errors[0].pointer).toBe('/message');
    expect((await asOperator('POST', '/broadcast', { room: '../x', message: 1 })).body.errors[0].pointer).toBe('/room');
    expect((await asOperator('POST', '/broadcast', { message: '\0' })).status).toBe(422);
  });
});

describe('the channel of a queue', () => {
  const ch = 'admin:queue:report.csv';

  it('tells both kinds of administrators what is in it, and that it is paused and goes on', async () => {
    const viewer = await watch(system.api, board.viewer.accessToken, ch);
    const operator = await watch(other, board.operator.accessToken, ch);
    const counts = { scheduled: 0, queued: 0, running: 0, retrying: 0 };
    const queue = { name: 'report.csv', paused: false, counts, oldestMs: null };
    for (const { ok } of [viewer, operator]) expect(ok['snapshot']).toEqual(queue);
    await asOperator('POST', '/queues/report.csv/pause', { reason: 'looking' });
    const job = { name: 'report.csv', payload: { from: '2026-01-01', days: 1 } };
    for (const _ of [1, 2, 3]) await board.ask('POST', '/jobs', board.ada.accessToken, job);
    for (const { socket } of [viewer, operator]) {
      const paused = await socket.until(({ type }) => type === 'queue.paused');
      expect(paused['data']).toEqual({ name: 'report.csv', by: 'admin', reason: 'looking' });
      const counted = await socket.until(
        ({ type, data }) => type === 'queue.counts' && ((data as Frame)['counts'] as Frame)['queued'] === 3,
      );
      expect(counted['data']).toMatchObject({ name: 'report.csv', paused: true, oldestMs: expect.any(Number) });
    }
    await asOperator('POST', '/queues/report.csv/resume');
    for (const { socket } of [viewer, operator]) {
      const resumed = await socket.until(({ type }) => type === 'queue.resumed');
      await socket.until(
        ({ type, data, seq }) =>
          type === 'queue.counts' &&
          Number(seq) > Number(resumed['seq']) &&
          ((data as Frame)['counts'] as Frame)['queued'] === 0,
      );
    }
    expect(eventsOf(viewer.socket.frames, ch)).toEqual(eventsOf(operator.socket.frames, ch));
    const times = eventsOf(viewer.socket.frames, ch).filter(({ type }) => type === 'queue.counts');
    const gaps = times
      .slice(1)
      .map(({ at }, index) => Date.parse(String(at)) - Date.parse(String(times[index]?.['at'])));
    expect(gaps.filter((ms) => ms < 1_990)).toEqual([]);
  });

  it('is for administrators, and for queues that are there', async () => {
    const asking = [
      { token: board.ada.accessToken, name: ch },
      { token: await board.newKey('*'), name: ch },
      { token: board.operator.accessToken, name: 'admin:queue:nothing.there' },
      { token: board.operator.accessToken, name: 'admin:report.csv' },
    ];
    for (const { token, name } of asking) {
      const socket = await board.open(token);
      expect((await socket.ask('sub', { ch: name }))['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
      await socket.close();
    }
  });
});
