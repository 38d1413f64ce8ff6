import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertAuditEntry, insertJob, insertUpload } from '@jobwire/db';
import { emailWelcome } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { appError, uuidv7 } from '@jobwire/runtime';

import { type IdentityServer, identityServer, type Visitor } from '../auth/testing/identity-server.ts';

let server: IdentityServer;
let ada: Visitor;
const emitted: string[] = [];

beforeAll(async () => {
  server = await identityServer({ subscriber: (name) => void emitted.push(name) });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query(
    `TRUNCATE users, email_messages, verification_tokens, sessions, jobs, job_events, job_attempts, job_steps, uploads,
       derivatives, files, blobs, suppressions, idempotency_keys, audit_log CASCADE`,
  );
  server.cancelled.length = 0;
  server.cancelFails(undefined);
  emitted.length = 0;
  ada = await server.signUp('Ada@example.com');
});

const remove = (visitor = ada): Promise<Response> => server.ask('DELETE', '/me', visitor.accessToken);

/** A job of Ada's with something personal in every place where a handler can leave it. */
async function ownJob(state: 'queued' | 'failed', ownerId = ada.userId): Promise<string> {
  const job = newJob(emailWelcome, { emailId: uuidv7() }, { ownerId });
  await insertJob(server.db, job);
  await server.db.query(
    `UPDATE jobs SET state = $2, finished_at = CASE WHEN $2 = 'failed' THEN now() END, payload = '{"of": "Ada"}',
       result = '"Ada"', progress = '{"percent": 5, "stage": "send", "detail": "Ada"}',
       error = '{"code": "REFUSED", "message": "Ada"}' WHERE id = $1`,
    [job.id, state],
  );
  await server.db.query(`INSERT INTO job_events (job_id, seq, type, data) VALUES ($1, 2, 'job.progress', '"Ada"')`, [
    job.id,
  ]);
  await server.db.query(
    `INSERT INTO job_attempts (job_id, seq, attempt, outcome, error) VALUES ($1, 2, 1, 'failed', '"Ada"')`,
    [job.id],
  );
  await server.db.query(
    `INSERT INTO job_steps (job_id, key, state, value, attempt) VALUES ($1, 'a', 'done', '"Ada"', 1)`,
    [job.id],
  );
  return job.id;
}

const everythingOf = async (jobId: string): Promise<string> => {
  const rows = await Promise.all([
    server.db.query('SELECT * FROM jobs WHERE id = $1', [jobId]),
    server.db.query('SELECT * FROM job_events WHERE job_id = $1', [jobId]),
    server.db.query('SELECT * FROM job_attempts WHERE job_id = $1', [jobId]),
    server.db.query('SELECT * FROM job_steps WHERE job_id = $1', [jobId]),
  ]);
  return JSON.stringify(rows);
};

describe('GET /me', () => {
  it('shows the account as its owner sees it', async () => {
    const response = await server.ask('GET', '/me', ada.accessToken);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      id: ada.userId,
      email: 'Ada@example.com',
      name: null,
      locale: 'en',
      role: 'user',
      verifiedAt: expect.stringMatching(/Z$/),
      createdAt: expect.stringMatching(/Z$/),
      lastSignInAt: expect.stringMatching(/Z$/),
      signInCount: 1,
    });
  });

  it('does not take the cookie, which other sites could make a browser send', async () => {
    expect((await server.ask('GET', '/me', undefined, { cookie: ada.cookie })).status).toBe(401);
  });
});

describe('DELETE /me', () => {
  it('leaves no row that names the person, and ends every session of theirs', async () => {
    const bob = await server.signUp('bob@example.com');
    await server.post('/sign-in', { email: 'ada@example.com' });
    const response = await remove();
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^jobwire=; .*Max-Age=0/);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(401);
    expect((await remove()).status).toBe(401);
    expect(await server.count('users')).toBe(1);
    expect(await server.count(`sessions WHERE user_id IS DISTINCT FROM '${bob.userId}'`)).toBe(0);
    expect(await server.count(`verification_tokens WHERE user_id IS DISTINCT FROM '${bob.userId}'`)).toBe(0);
    expect((await server.ask('GET', '/me', bob.accessToken)).status).toBe(200);
    const [entry] = await server.db.query(`SELECT * FROM audit_log WHERE action = 'user.deleted'`);
    expect(entry).toMatchObject({ actor_kind: 'user', actor_id: ada.userId, subject: ada.userId, data: {} });
  });

  it('erases address and name from their mails, and cancels what was not sent with its job', async () => {
    await server.db.query(
      `UPDATE email_messages SET status = 'sent', last_reply = '250 <ada@example.com> ok', to_name = 'Ada'`,
    );
    await server.post('/sign-in', { email: 'ada@example.com' });
    await server.post('/sign-in', { email: 'bob@example.com' });
    const [unsent] = await server.db.query<{ job_id: string }>(
      `SELECT job_id FROM email_messages WHERE template = 'sign-in' AND status = 'queued'`,
    );
    await remove();
    const rows = await server.db.query(
      'SELECT to_address, to_key, to_name, last_reply, status FROM email_messages ORDER BY id',
    );
    const erased = { to_address: '', to_key: '', to_name: null, last_reply: null };
    expect(rows.slice(0, 2)).toEqual([
      { ...erased, status: 'sent' },
      { ...erased, status: 'cancelled' },
    ]);
    expect(rows[2]).toMatchObject({ to_key: 'bob@example.com', status: 'queued' });
    expect(server.cancelled).toEqual([{ jobId: unsent?.job_id, actor: { kind: 'user', id: ada.userId } }]);
  });

  it('erases also the letter that once told the address that it had no account', async () => {
    await server.post('/sign-in', { email: 'eve@example.com' });
    const eve = await server.signUp('eve@example.com');
    await remove(eve);
    expect(await server.count(`email_messages WHERE to_key = 'eve@example.com'`)).toBe(0);
  });

  it('empties their jobs, which keep name, state and times, and cancels those that have not ended', async () => {
    const done = await ownJob('failed');
    const waiting = await ownJob('queued');
    const bobs = await ownJob('failed', uuidv7());
    const before = await everythingOf(bobs);
    await remove();
    expect(await everythingOf(done)).not.toContain('Ada');
    expect(
      await server.db.query('SELECT name, state, owner_id, payload, error FROM jobs WHERE id = $1', [done]),
    ).toEqual([
      { name: 'email.welcome', state: 'failed', owner_id: null, payload: {}, error: { code: 'REFUSED', message: '' } },
    ]);
    expect(await server.db.query('SELECT owner_id, payload FROM jobs WHERE id = $1', [waiting])).toEqual([
      { owner_id: null, payload: {} },
    ]);
    expect(server.cancelled.map(({ jobId }) => jobId)).toContain(waiting);
    expect(server.cancelled.map(({ jobId }) => jobId)).not.toContain(done);
    expect(await everythingOf(bobs)).toBe(before);
  });

  it('is done also when a job ends on its own meanwhile, and when the engine cannot be asked', async () => {
    for (const error of [appError('JOB_FINISHED'), new Error('no engine')]) {
      const eve = await server.signUp('eve@example.com');
      await ownJob('queued', eve.userId);
      server.cancelFails(error);
      expect((await remove(eve)).status).toBe(204);
      expect(await server.count(`users WHERE email_key = 'eve@example.com'`)).toBe(0);
    }
    expect(emitted.filter((name) => name === 'cancellation.failed')).toHaveLength(1);
  });

  it('deletes their uploads and leaves the bytes to the sweeper, also where somebody else has the same image', async () => {
    const blob = { sha256: 'a'.repeat(64), storageKey: 'originals/aa', bytes: 1 };
    const facts = {
      type: 'image/png',
      width: 1,
      height: 1,
      progressive: false,
      displayName: 'ada.png',
      jobId: uuidv7(),
    };
    const mine = { id: uuidv7(), ownerId: ada.userId, ...blob, ...facts };
    const theirs = { ...mine, id: uuidv7(), ownerId: uuidv7() };
    for (const upload of [mine, theirs]) await insertUpload(server.db, upload);
    await remove();
    const rows = await server.db.query(
      'SELECT owner_id, display_name, deleted_at IS NULL AS live FROM uploads ORDER BY owner_id NULLS FIRST',
    );
    expect(rows).toEqual([
      { owner_id: null, display_name: null, live: false },
      { owner_id: theirs.ownerId, display_name: 'ada.png', live: true },
    ]);
    expect(await server.count('blobs')).toBe(1);
  });

  it('forgets bounces of the address and stored answers; what an operator decided stays', async () => {
    await server.db.query(
      `INSERT INTO suppressions (email_key, reason) VALUES ('ada@example.com', 'hard_bounce'), ('bob@example.com', 'hard_bounce')`,
    );
    await server.post(
      '/sign-in',
      { email: 'x@example.com' },
      { 'idempotency-key': 'k', authorization: `Bearer ${ada.accessToken}` },
    );
    expect(await server.count('idempotency_keys')).toBe(1);
    await remove();
    expect(await server.db.query('SELECT email_key FROM suppressions')).toEqual([{ email_key: 'bob@example.com' }]);
    expect(await server.count('idempotency_keys')).toBe(0);
    const eve = await server.signUp('eve@example.com');
    await server.db.query(`INSERT INTO suppressions (email_key, reason) VALUES ('eve@example.com', 'manual')`);
    await remove(eve);
    expect(await server.count(`suppressions WHERE reason = 'manual'`)).toBe(1);
  });

  it('is all or nothing', async () => {
    await ownJob('failed');
    await server.db.query('ALTER TABLE audit_log RENAME TO gone');
    try {
      expect((await remove()).status).toBe(500);
    } finally {
      await server.db.query('ALTER TABLE gone RENAME TO audit_log');
    }
    expect(await server.count(`jobs WHERE owner_id = '${ada.userId}'`)).toBe(1);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(200);
    await insertAuditEntry(server.db, { actor: { kind: 'system', id: null }, action: 'test.ended', subject: 'x' });
  });

  it('lets the address register again, as somebody new', async () => {
    await remove();
    const again = await server.signUp('ada@example.com');
    expect(again.userId).not.toBe(ada.userId);
  });
});
