import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engines } from '@jobwire/testing';

import { ids, play, type SteerServer, steerServer } from '../steer/testing/steer-server.ts';

describe.each(engines)('a bulk action on the $kind engine', ({ start }) => {
  let server: SteerServer;

  beforeAll(async () => {
    server = await steerServer(start);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.mended = false;
    await server.database.db.query('TRUNCATE jobs, job_events, job_attempts, bulk_actions, audit_log CASCADE');
  });

  const ended = (does: string, count: number, tags = ['mine']): Promise<string[]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const id = await server.system.start(play, { does }, { ownerId: ids.ada, tags });
        await server.system.finished(id);
        return id;
      }),
    );
  const act = (body: unknown, who = 'operator', headers = {}): ReturnType<SteerServer['send']> =>
    server.send('POST', '/bulk-actions', who, body, headers);
  /** The action when it is over. */
  const over = async (answer: { body: { id: string; links: { job: string } } }): ReturnType<SteerServer['send']> => {
    await server.system.finished(answer.body.links.job.replace('/jobs/', ''));
    return server.send('GET', `/bulk-actions/${answer.body.id}`, 'viewer');
  };
  const statesOf = async (list: readonly string[]): Promise<(string | undefined)[]> =>
    (await Promise.all(list.map((id) => server.system.job(id).catch(() => undefined)))).map((job) => job?.state);

  it('says in a dry run what it would do, and changes nothing', async () => {
    const failed = await ended('fail', 12);
    const body = { action: 'retry', filter: { name: play.name }, limit: 11, dryRun: true };
    const answer = await act(body);
    expect(answer).toMatchObject({ status: 200, body: { dryRun: true, matched: 11, more: true } });
    expect(answer.body.sample.map(({ id }: { id: string }) => id)).toEqual(failed.toSorted().slice(0, 10));
    expect((await server.send('GET', '/bulk-actions', 'viewer')).body.bulkActions).toEqual([]);
    expect(new Set(await statesOf(failed))).toEqual(new Set(['failed']));
  });

  it('retries each job once, audited once per action and per job', async () => {
    const failed = await ended('fail', 20);
    const others = await ended('fail', 2, ['other']);
    server.mended = true;
    const accepted = await act({ action: 'retry', filter: { tag: 'mine', code: 'BROKEN' }, ratePerSecond: 100 });
    expect(accepted).toMatchObject({ status: 202, body: { action: 'retry', counts: { matched: 20, done: 0 } } });
    const done = await over(accepted);
    expect(done.body).toMatchObject({ state: 'succeeded', counts: { matched: 20, done: 20, skipped: 0, failed: 0 } });
    await Promise.all(failed.map((id) => server.system.finished(id)));
    expect(new Set(await statesOf(failed))).toEqual(new Set(['succeeded']));
    expect(new Set(await statesOf(others))).toEqual(new Set(['failed']));
    expect(await server.auditOf(accepted.body.id)).toMatchObject([{ action: 'bulk.started', data: { matched: 20 } }]);
    for (const id of failed) {
      expect(await server.auditOf(id)).toMatchObject([
        { action: 'job.retried', actor_id: ids.operator, data: { bulkActionId: accepted.body.id } },
      ]);
    }
  });

  it('does not retry again what fails again', async () => {
    const failed = await ended('fail', 3);
    await over(await act({ action: 'retry', filter: { name: play.name }, ratePerSecond: 100 }));
    await Promise.all(failed.map((id) => server.system.finished(id)));
    expect(await Promise.all(failed.map(async (id) => (await server.system.job(id)).attempt))).toEqual([2, 2, 2]);
  });

  it('cancels what waits and runs', async () => {
    const runs = await Promise.all(
      Array.from({ length: 5 }, () => server.system.start(play, { does: 'wait' }, { ownerId: ids.bob })),
    );
    const answer = await over(await act({ action: 'cancel', filter: { owner: ids.bob }, ratePerSecond: 100 }));
    expect(answer.body.counts).toEqual({ matched: 5, done: 5, skipped: 0, failed: 0 });
    await Promise.all(runs.map((id) => server.system.finished(id)));
    expect(new Set(await statesOf(runs))).toEqual(new Set(['cancelled']));
  });

  it('replays with the payload of each, and says which of them do not fit the definition any more', async () => {
    const [first = '', second = ''] = await ended('fail', 2);
    await server.database.db.query(`UPDATE jobs SET payload = '{"does": "old"}' WHERE id = $1`, [second]);
    const answer = await over(await act({ action: 'replay', filter: { name: play.name }, ratePerSecond: 100 }));
    expect(answer.body).toMatchObject({ counts: { done: 1, failed: 1 }, reasons: { INVALID_INPUT: 1 } });
    const copies = await server.database.db.query('SELECT replay_of FROM jobs WHERE replay_of IS NOT NULL');
    expect(copies).toEqual([{ replay_of: first }]);
  });

  it('deletes jobs that have ended with everything that belongs to them', async () => {
    const gone = await ended('fail', 2);
    const [kept = ''] = await ended('nothing', 1);
    const answer = await over(await act({ action: 'delete', filter: { state: ['failed'] }, ratePerSecond: 100 }));
    expect(answer.body.counts.done).toBe(2);
    expect(await statesOf([...gone, kept])).toEqual([undefined, undefined, 'succeeded']);
    const rest = await server.database.db.query(
      `SELECT 1 FROM job_events WHERE job_id = ANY($1::uuid[]) UNION ALL
       SELECT 1 FROM job_attempts WHERE job_id = ANY($1::uuid[])`,
      [gone],
    );
    expect(rest).toEqual([]);
  });

  it('passes over jobs that are in another state by then', async () => {
    const failed = await ended('fail', 3);
    await server.system.control.pause(['bulk.run'], { kind: 'admin', id: null });
    const accepted = await act({ action: 'retry', filter: { name: play.name }, ratePerSecond: 100 });
    server.mended = true;
    await server.system.control.retry(failed[1] ?? '', { kind: 'admin', id: null });
    await server.system.finished(failed[1] ?? '');
    await server.system.control.resume(['bulk.run'], { kind: 'admin', id: null });
    const answer = await over(accepted);
    expect(answer.body).toMatchObject({ counts: { done: 2, skipped: 1 }, reasons: { STATE_CHANGED: 1 } });
  });

  it('ends when it is aborted, and acts on nothing after that', async () => {
    await ended('fail', 10);
    const accepted = await act({ action: 'retry', filter: { name: play.name }, ratePerSecond: 1 });
    const { id } = accepted.body;
    const first = await server.send('POST', `/bulk-actions/${id}/abort`, 'operator');
    expect(first.status).toBe(202);
    const { counts } = first.body;
    const answer = await over(accepted);
    expect(answer.body.state).toBe('cancelled');
    expect(answer.body.counts.done).toBe(counts.done);
    expect((await server.send('POST', `/bulk-actions/${id}/abort`, 'operator')).status).toBe(202);
  });

  it('is accepted once per Idempotency-Key, and redrive is one of them', async () => {
    await ended('fail', 2);
    const headers = { 'idempotency-key': 'once' };
    const [one, two] = await Promise.all([
      server.send('POST', '/dead-letters/redrive', 'operator', { name: play.name }, headers),
      server.send('POST', '/dead-letters/redrive', 'operator', { name: play.name }, headers),
    ]);
    expect(one.body).toEqual(two.body);
    expect(one.body).toMatchObject({ action: 'retry', filter: { state: ['failed'], name: play.name } });
    await over(one);
  });

  it('is listed page by page, and its job is nobody’s to start again', async () => {
    const one = await act({ action: 'cancel', filter: { name: 'x' } });
    const two = await act({ action: 'cancel', filter: { name: 'x' } });
    const { body } = await server.send('GET', '/bulk-actions?limit=1', 'viewer');
    expect(body).toMatchObject({ bulkActions: [{ id: two.body.id }], page: { limit: 1 } });
    const rest = await server.send('GET', `/bulk-actions?after=${encodeURIComponent(body.page.next)}`, 'viewer');
    expect(rest.body.bulkActions[0].id).toBe(one.body.id);
    const forged = await server.send('GET', `/bulk-actions?after=${one.body.id}`, 'viewer');
    expect(forged).toMatchObject({ status: 422, body: { errors: [{ code: 'CURSOR_INVALID' }] } });
    const [job] = await server.database.db.query('SELECT owner_id FROM jobs WHERE id = $1', [
      one.body.links.job.slice('/jobs/'.length),
    ]);
    expect(job).toEqual({ owner_id: null });
    await Promise.all([over(one), over(two)]);
  });

  it.each([
    [{ action: 'retry', filter: {} }, 'FILTER_EMPTY'],
    [{ action: 'retry', filter: { state: ['running'] } }, 'STATE_IMPOSSIBLE'],
    [{ action: 'delete', filter: { state: ['queued'] } }, 'STATE_IMPOSSIBLE'],
    [{ action: 'delete', filter: { name: 'x' }, limit: 10_001 }, 'TOO_BIG'],
    [{ action: 'cancel', filter: { name: 'x' }, ratePerSecond: 0.5 }, 'TOO_SMALL'],
    [{ action: 'cancel', filter: { createdBefore: '0001-01-01T00:00:00Z' } }, 'CUSTOM'],
  ])('refuses %j: %s', async (body, code) => {
    expect(await act(body)).toMatchObject({ status: 422, body: { errors: [{ code }] } });
  });

  it.each([
    ['POST', '/bulk-actions', [401, 403, 403, 403]],
    ['POST', '/dead-letters/redrive', [401, 403, 403, 403]],
    ['GET', '/bulk-actions', [401, 403, 403, 200]],
    ['GET', `/bulk-actions/${crypto.randomUUID()}`, [401, 403, 403, 404]],
    ['POST', `/bulk-actions/${crypto.randomUUID()}/abort`, [401, 403, 403, 403]],
  ])('answers %s %s to a stranger, a user, a key and a viewer with %j', async (method, path, expected) => {
    const body = method === 'GET' ? undefined : {};
    const statuses = await Promise.all(
      [undefined, 'ada', 'key', 'viewer'].map(async (who) => (await server.send(method, path, who, body)).status),
    );
    expect(statuses).toEqual(expected);
  });
});
