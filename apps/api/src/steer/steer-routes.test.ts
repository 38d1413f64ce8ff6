import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findTraceContext } from '@jobwire/db';
import type { JobDefinition } from '@jobwire/queue/job';
import { engines, type EventSpy, spyEvents } from '@jobwire/testing';

import { hidden, ids, play, type SteerServer, steerServer, traceContext } from './testing/steer-server.ts';

describe.each(engines)('acting on a job over the $kind engine', ({ start }) => {
  let server: SteerServer;
  let spy: EventSpy;

  beforeAll(async () => {
    server = await steerServer(start);
    spy = spyEvents(server.system.events);
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.mended = false;
  });

  const started = (does: string, ownerId: string | null = ids.ada, definition: JobDefinition = play): Promise<string> =>
    server.system.start(definition, { does }, { ownerId, tags: ['mine'] });
  const running = async (ownerId?: string): Promise<string> => {
    const id = await started('wait', ownerId);
    await spy.waitFor('job.claimed', ({ jobId }) => jobId === id);
    return id;
  };
  const ended = async (does: string, definition: JobDefinition = play): Promise<string> => {
    const id = await started(does, ids.ada, definition);
    await server.system.finished(id);
    return id;
  };

  describe('cancel', () => {
    it('asks a running job to end, and answers the same again', async () => {
      const id = await running();
      const first = await server.send('POST', `/jobs/${id}/cancel`, 'ada', { reason: 'wrong image' });
      expect(first).toMatchObject({ status: 202, body: { job: { id, state: 'running' } } });
      expect((await server.system.finished(id)).state).toBe('cancelled');
      const again = await server.send('POST', `/jobs/${id}/cancel`, 'ada');
      expect(again).toMatchObject({ status: 202, body: { job: { id, state: 'cancelled' } } });
      const events = await server.system.eventsOf(id);
      expect(events.filter(({ type }) => type === 'job.cancelled')).toHaveLength(1);
      expect(events.find(({ type }) => type === 'job.cancel_requested')?.data).toEqual({ reason: 'wrong image' });
      expect(await server.auditOf(id)).toEqual([
        {
          action: 'job.cancelled',
          actor_kind: 'user',
          actor_id: ids.ada,
          data: { was: 'running', reason: 'wrong image' },
        },
      ]);
    });

    it('refuses a job that ended in another way, and a reason of two lines', async () => {
      const id = await ended('nothing');
      expect(await server.send('POST', `/jobs/${id}/cancel`, 'ada')).toMatchObject({
        status: 409,
        body: { code: 'JOB_FINISHED' },
      });
      const answer = await server.send('POST', `/jobs/${id}/cancel`, 'ada', { reason: 'a\nb' });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'REASON_INVALID' }] } });
    });
  });

  describe('retry', () => {
    it('opens the same job again with a full set of attempts', async () => {
      const id = await ended('fail');
      server.mended = true;
      const answer = await server.send('POST', `/jobs/${id}/retry`, 'operator');
      expect(answer).toMatchObject({ status: 202, body: { job: { id, maxAttempts: 2 } } });
      expect((await server.system.finished(id)).state).toBe('succeeded');
      expect(await server.send('POST', `/jobs/${id}/retry`, 'ada')).toMatchObject({
        status: 409,
        body: { code: 'JOB_NOT_FINISHED' },
      });
      expect(await server.auditOf(id)).toMatchObject([{ action: 'job.retried', actor_id: ids.operator }]);
    });

    it('gives the attempts that are left, and one at least, when they are not to be reset', async () => {
      const id = await ended('fail');
      await server.database.db.query('UPDATE jobs SET max_attempts = 5 WHERE id = $1', [id]);
      const answer = await server.send('POST', `/jobs/${id}/retry`, 'ada', { resetAttempts: false });
      expect(answer.body.job.maxAttempts).toBe(5);
      await server.system.finished(id);
      await server.database.db.query('UPDATE jobs SET max_attempts = attempt WHERE id = $1', [id]);
      const last = await server.send('POST', `/jobs/${id}/retry`, 'ada', { resetAttempts: false });
      expect(last.body.job.maxAttempts).toBe(3);
    });
  });

  describe('replay', () => {
    it('makes a new job with the same payload, owner and tags, once per Idempotency-Key', async () => {
      const id = await ended('nothing');
      const headers = { 'idempotency-key': `replay-${id}` };
      const first = await server.send('POST', `/jobs/${id}/replay`, 'operator', undefined, headers);
      const again = await server.send('POST', `/jobs/${id}/replay`, 'operator', undefined, headers);
      expect(first).toMatchObject({ status: 202, body: { job: { replayOf: id, state: 'queued', tags: ['mine'] } } });
      expect(again.body).toEqual(first.body);
      expect(await findTraceContext(server.database.db, first.body.job.id)).toBe(traceContext);
      const copy = await server.system.finished(first.body.job.id);
      expect(copy).toMatchObject({ owner_id: ids.ada, state: 'succeeded', replay_of: id });
      expect((await server.system.eventsOf(copy.id))[0]).toMatchObject({ type: 'job.queued', data: { replayOf: id } });
      expect(await server.auditOf(id)).toMatchObject([{ action: 'job.replayed', data: { as: copy.id } }]);
    });

    it('takes another payload of those who may start such a job, checked against the definition', async () => {
      const id = await ended('nothing');
      const send = (who: string, payload: unknown): ReturnType<SteerServer['send']> =>
        server.send('POST', `/jobs/${id}/replay`, who, { payload });
      expect((await send('ada', { does: 'nothing', note: 'else' })).status).toBe(202);
      expect(await send('ada', { does: 'nonsense' })).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } });
      expect(await send('ada', { does: 'nothing', note: 'a\0b' })).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'TEXT_INVALID' }] },
      });
    });

    it('gives nobody but operators another payload for a job that nobody may start', async () => {
      const id = await ended('nothing', hidden);
      const payload = { does: 'nothing', note: 'else' };
      expect(await server.send('POST', `/jobs/${id}/replay`, 'ada', { payload })).toMatchObject({
        status: 403,
        body: { code: 'JOB_NOT_ALLOWED' },
      });
      expect((await server.send('POST', `/jobs/${id}/replay`, 'ada')).status).toBe(202);
      expect((await server.send('POST', `/jobs/${id}/replay`, 'operator', { payload })).status).toBe(202);
    });
  });

  describe.each(['cancel', 'retry', 'replay'])('%s', (act) => {
    it.each([
      { who: undefined, status: 401 },
      { who: 'ticket', status: 401 },
      { who: 'bob', status: 404 },
      { who: 'key', status: 404 },
      { who: 'viewer', status: 403 },
    ])('is refused to $who with $status', async ({ who, status }) => {
      const id = await ended('fail');
      expect((await server.send('POST', `/jobs/${id}/${act}`, who)).status).toBe(status);
      expect((await server.system.job(id)).state).toBe('failed');
      expect(await server.auditOf(id)).toEqual([]);
    });

    it('knows no job that there is not, and no other method', async () => {
      expect((await server.send('POST', `/jobs/${crypto.randomUUID()}/${act}`, 'operator')).status).toBe(404);
      expect((await server.send('POST', `/jobs/nonsense/${act}`, 'operator')).status).toBe(404);
      expect((await server.send('GET', `/jobs/nonsense/${act}`, 'operator')).headers.get('allow')).toBe('POST');
    });

    it('lets a key act on what it started', async () => {
      const id = await started('fail', ids.key);
      if (act !== 'cancel') await server.system.finished(id);
      expect([202, 409]).toContain((await server.send('POST', `/jobs/${id}/${act}`, 'key')).status);
    });
  });
});
