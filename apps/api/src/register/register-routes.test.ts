import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query(
    'TRUNCATE users, email_messages, verification_tokens, sessions, jobs, job_events, idempotency_keys CASCADE',
  );
});

const register = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  server.post('/register', body, headers);
const mails = () =>
  server.db.query<Record<string, unknown>>(
    'SELECT template, status, locale, to_address, to_name FROM email_messages ORDER BY id',
  );
const answer = z.strictObject({
  message: z.string(),
  job: z.strictObject({
    id: z.uuid(),
    name: z.literal('email.welcome'),
    state: z.literal('queued'),
    progress: z.null(),
    stages: z.tuple([z.literal('render'), z.literal('connect'), z.literal('send')]),
    attempt: z.literal(0),
    maxAttempts: z.literal(7),
    createdAt: z.iso.datetime(),
    links: z.strictObject({ self: z.string(), events: z.string(), socket: z.string() }),
  }),
  ticket: z.string(),
  ticketExpiresAt: z.iso.datetime(),
});
const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
});

describe('POST /register', () => {
  it('accepts user, mail, link, job and event together, and answers with a ticket for the job', async () => {
    const wakes = server.wakes();
    const response = await register({ email: 'Ada@Example.com', name: 'Ada' });
    const body = answer.parse(await response.json());
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/jobs/${body.job.id}`);
    expect(body.message).toBe('Registered. The welcome e-mail will be sent in the background.');
    expect(await server.gatekeeper.readTicket(body.ticket)).toMatchObject({ jobId: body.job.id });
    expect(server.wakes()).toBe(wakes + 1);

    const [row] = await server.db.query(
      `SELECT users.email_key, users.name, users.status, mail.template, mail.status AS mail_status, mail.to_address,
         mail.message_id = '<verify-email.' || mail.id || '@jobwire.test>' AS fixed_id,
         token.used_at, jobs.owner_id, jobs.payload ->> 'emailId' = mail.id::text AS same_mail, event.type
       FROM users JOIN email_messages mail ON mail.user_id = users.id
       JOIN verification_tokens token ON token.email_message_id = mail.id AND token.user_id = users.id
       JOIN jobs ON jobs.id = $1 JOIN job_events event ON event.job_id = jobs.id`,
      [body.job.id],
    );
    expect(row).toEqual({
      email_key: 'ada@example.com',
      name: 'Ada',
      status: 'pending',
      template: 'welcome',
      mail_status: 'queued',
      to_address: 'Ada@example.com',
      fixed_id: true,
      used_at: null,
      owner_id: null,
      same_mail: true,
      type: 'job.queued',
    });
  });

  it('answers under /api/v1 too', async () => {
    const response = await server.post('/api/v1/register', { email: 'ada@example.com' });
    expect(response.status).toBe(202);
  });

  it('speaks the language of the request, and fixes the language of the mail', async () => {
    const chinese = await register({ email: 'a@example.com' }, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' });
    expect(await chinese.json()).toMatchObject({ message: '注册成功,欢迎邮件将在后台发送' });
    await register({ email: 'b@example.com', locale: 'zh-TW' });
    await register({ email: 'c@example.com', locale: '../../en' });
    await register({ email: 'd@example.com', locale: 'xx' }, { 'accept-language': 'fr' });
    expect((await mails()).map(({ locale }) => locale)).toEqual(['zh-CN', 'zh-CN', 'en', 'en']);
  });

  it('gives a known address the same answer, and its own greeting another mail after an hour', async () => {
    await register({ email: 'ada@example.com', name: 'Ada' });
    await server.post('/verify', { token: await server.tokenFor('ada@example.com') });
    await server.db.query(`UPDATE users SET last_mail_at = now() - interval '61 minutes'`);
    const response = await register({ email: 'ADA@example.com', name: 'Mallory' });
    answer.parse(await response.json());
    expect(response.status).toBe(202);
    expect(await server.count('users')).toBe(1);
    expect((await mails())[1]).toEqual({
      template: 'already-registered',
      status: 'queued',
      locale: 'en',
      to_address: 'ada@example.com',
      to_name: 'Ada',
    });
  });

  it('sends nobody two mails within an hour, and does not show by that who has an account', async () => {
    await register({ email: 'new@example.com' });
    await register({ email: 'old@example.com' });
    await server.db.query(`UPDATE users SET verified_at = now() WHERE email_key = 'old@example.com'`);
    for (const email of ['new@example.com', 'old@example.com']) answer.parse(await (await register({ email })).json());
    expect((await mails()).map(({ status }) => status)).toEqual(['queued', 'queued', 'cancelled', 'cancelled']);
    expect(await server.count('jobs')).toBe(4);
  });

  it('sends an unverified address another mail after an hour, and the older link still works', async () => {
    await register({ email: 'ada@example.com' });
    const token = await server.tokenFor('ada@example.com');
    await server.db.query(`UPDATE users SET last_mail_at = now() - interval '61 minutes'`);
    await register({ email: 'ada@example.com' });
    expect((await mails()).map(({ template, status }) => `${template} ${status}`)).toEqual([
      'welcome queued',
      'welcome queued',
    ]);
    expect((await server.post('/verify', { token })).status).toBe(200);
  });

  it('makes one user and one welcome mail of 50 parallel registrations', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => register({ email: 'ada@example.com' })));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await server.count('users')).toBe(1);
    expect(await server.count(`email_messages WHERE status = 'queued'`)).toBe(1);
    expect(await server.count(`email_messages WHERE status = 'cancelled'`)).toBe(49);
  });

  it.each([
    ['no address', {}, 422, 'INVALID_INPUT', '/email EMAIL_INVALID'],
    ['an array for an address', { email: ['a@example.com'] }, 422, 'INVALID_INPUT', '/email EMAIL_INVALID'],
    ['an object for an address', { email: { address: 'a@example.com' } }, 422, 'INVALID_INPUT', '/email EMAIL_INVALID'],
    ['a bad domain', { email: 'a@localhost' }, 422, 'INVALID_INPUT', '/email EMAIL_DOMAIN_INVALID'],
    ['an unknown member', { email: 'a@example.com', role: 'admin' }, 422, 'INVALID_INPUT', '/role UNKNOWN_FIELD'],
    ['a constructor', { email: 'a@example.com', constructor: {} }, 422, 'INVALID_INPUT', '/constructor UNKNOWN_FIELD'],
    [
      'a link for a name',
      { email: 'a@example.com', name: 'Win at http://x' },
      422,
      'INVALID_INPUT',
      '/name NAME_INVALID',
    ],
    ['a number for a name', { email: 'a@example.com', name: 5 }, 422, 'INVALID_INPUT', '/name NAME_INVALID'],
    [
      'a locale of a kilobyte',
      { email: 'a@example.com', locale: 'x'.repeat(1_000) },
      422,
      'INVALID_INPUT',
      '/locale LOCALE_INVALID',
    ],
    ['an array', [], 422, 'INVALID_INPUT', ' INVALID_TYPE'],
    ['null', null, 422, 'INVALID_INPUT', ' INVALID_TYPE'],
  ])('refuses %s', async (_what, body, status, code, error) => {
    const response = await register(body);
    const read = problem.parse(await response.json());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(read.code).toBe(code);
    expect(read.errors?.map((each) => `${each.pointer} ${each.code}`)).toEqual([error]);
    expect(await server.count('jobs')).toBe(0);
  });

  it.each([
    ['broken JSON', '{', 'application/json', 400, 'BAD_JSON'],
    ['a body that is too large', `{"email":"${'a'.repeat(70_000)}"}`, 'application/json', 413, 'BODY_TOO_LARGE'],
    ['another content type', 'email=a@example.com', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['__proto__', '{"email":"a@example.com","__proto__":{"admin":true}}', 'application/json', 422, 'INVALID_INPUT'],
  ])('refuses %s', async (_what, body, type, status, code) => {
    const response = await fetch(`${server.url}/register`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(response.status).toBe(status);
    expect(problem.parse(await response.json()).code).toBe(code);
  });
});
