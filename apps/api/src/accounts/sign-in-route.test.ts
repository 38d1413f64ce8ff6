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
    'TRUNCATE users, email_messages, verification_tokens, sessions, jobs, job_events, idempotency_keys, audit_log CASCADE',
  );
});

const signIn = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  server.post('/sign-in', body, headers);
const mails = () =>
  server.db.query<Record<string, unknown>>(
    'SELECT template, status, locale, to_address, user_id IS NULL AS stranger FROM email_messages ORDER BY id',
  );
const answer = z.strictObject({
  message: z.string(),
  job: z.strictObject({
    id: z.uuid(),
    name: z.literal('email.sign-in'),
    state: z.literal('queued'),
    progress: z.null(),
    stages: z.tuple([z.literal('render'), z.literal('connect'), z.literal('send')]),
    attempt: z.literal(0),
    maxAttempts: z.literal(6),
    createdAt: z.iso.datetime(),
    links: z.strictObject({ self: z.string(), events: z.string(), socket: z.string() }),
  }),
  ticket: z.string(),
  ticketExpiresAt: z.iso.datetime(),
});
const problem = z.object({ code: z.string(), errors: z.array(z.object({ pointer: z.string(), code: z.string() })) });

describe('POST /sign-in', () => {
  it('accepts mail, link, job and event together, and answers with a ticket for the job', async () => {
    await server.signUp('Ada@example.com');
    const wakes = server.wakes();
    const response = await signIn({ email: 'ada@EXAMPLE.com' });
    const body = answer.parse(await response.json());
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/jobs/${body.job.id}`);
    expect(await server.gatekeeper.readTicket(body.ticket)).toMatchObject({ jobId: body.job.id });
    expect(server.wakes()).toBe(wakes + 1);
    const [row] = await server.db.query(
      `SELECT mail.template, mail.status, mail.to_address, mail.job_id = jobs.id AS knows_its_job, jobs.owner_id,
         mail.message_id = '<sign-in.' || mail.id || '@jobwire.test>' AS fixed_id, token.purpose,
         round(extract(epoch FROM token.expires_at - token.created_at) / 60)::int AS minutes, event.type
       FROM jobs JOIN email_messages mail ON mail.id::text = jobs.payload ->> 'emailId'
       JOIN verification_tokens token ON token.email_message_id = mail.id
       JOIN job_events event ON event.job_id = jobs.id WHERE jobs.id = $1`,
      [body.job.id],
    );
    expect(row).toEqual({
      template: 'sign-in',
      status: 'queued',
      to_address: 'Ada@example.com',
      knows_its_job: true,
      owner_id: null,
      fixed_id: true,
      purpose: 'sign-in',
      minutes: 60,
      type: 'job.queued',
    });
  });

  it('tells an address without an account by mail alone, and makes no user and no link for it', async () => {
    await server.signUp('known@example.com');
    await server.db.query('TRUNCATE email_messages, verification_tokens');
    const bodies: unknown[] = [];
    for (const email of ['known@example.com', 'unknown@example.com']) {
      const response = await signIn({ email });
      const body = answer.parse(await response.json());
      bodies.push([response.status, body.message, Object.keys(body), [...response.headers.keys()].toSorted()]);
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect((await mails()).map(({ template, status }) => [template, status])).toEqual([
      ['sign-in', 'queued'],
      ['sign-in-unknown', 'queued'],
    ]);
    expect(await server.count('users')).toBe(1);
    expect(await server.count('verification_tokens')).toBe(1);
    expect(await server.count('jobs WHERE owner_id IS NULL')).toBe(3);
  });

  it('treats a disabled user like an unknown address', async () => {
    await server.signUp('ada@example.com');
    await server.db.query(`UPDATE users SET status = 'disabled'`);
    answer.parse(await (await signIn({ email: 'ada@example.com' })).json());
    expect((await mails())[1]).toMatchObject({ template: 'sign-in-unknown', stranger: true });
  });

  it.each([true, false])(
    'sends one address five mails an hour, also to parallel callers (account: %s)',
    async (known) => {
      if (known) await server.signUp('ada@example.com');
      const responses = await Promise.all(Array.from({ length: 20 }, () => signIn({ email: 'ada@example.com' })));
      for (const response of responses) answer.parse(await response.json());
      expect(await server.count(`email_messages WHERE template LIKE 'sign-in%' AND status = 'queued'`)).toBe(5);
      expect(await server.count(`email_messages WHERE template LIKE 'sign-in%' AND status = 'cancelled'`)).toBe(15);
      await signIn({ email: 'bob@example.com' });
      expect(await server.count(`email_messages WHERE to_key = 'bob@example.com' AND status = 'queued'`)).toBe(1);
      await server.db.query(`UPDATE email_messages SET created_at = now() - interval '61 minutes'`);
      await signIn({ email: 'ada@example.com' });
      expect(await server.count(`email_messages WHERE template LIKE 'sign-in%' AND status = 'queued'`)).toBe(7);
    },
  );

  it('counts also those that are being written at the same moment', async () => {
    await server.signUp('ada@example.com');
    await server.whileLocked('users', 7, () =>
      Promise.all(Array.from({ length: 7 }, () => signIn({ email: 'ada@example.com' }))),
    );
    expect(await server.count(`email_messages WHERE template = 'sign-in' AND status = 'queued'`)).toBe(5);
  });

  it('writes in the language that an account has chosen, and else in that of the request', async () => {
    await server.post('/register', { email: 'ada@example.com', locale: 'zh-CN' });
    await signIn({ email: 'ada@example.com', locale: 'en' });
    await signIn({ email: 'a@example.com' }, { 'accept-language': 'zh-CN' });
    await signIn({ email: 'b@example.com', locale: 'zh-TW' });
    await signIn({ email: 'c@example.com' });
    expect((await mails()).slice(1).map(({ locale }) => locale)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'en']);
    const chinese = await signIn({ email: 'd@example.com' }, { 'accept-language': 'zh-CN' });
    expect(await chinese.json()).toMatchObject({ message: '如果该邮箱可用,登录链接将很快送达' });
  });

  it('does its work once per Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await (await signIn({ email: 'ada@example.com' }, headers)).text();
    const again = await signIn({ email: 'ada@example.com' }, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.text()).toBe(first);
    expect(await server.count('jobs')).toBe(1);
  });

  it('signs in, and verifies the address on the way', async () => {
    await server.post('/register', { email: 'ada@example.com' });
    await signIn({ email: 'ada@example.com' });
    const response = await server.post('/verify', { token: await server.tokenFor('ada@example.com') });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ user: { email: 'ada@example.com', signInCount: 1, role: 'user' } });
    expect(await server.count(`users WHERE verified_at IS NOT NULL AND status = 'active'`)).toBe(1);
    expect(await server.db.query('SELECT actor_kind, action FROM audit_log')).toEqual([
      { actor_kind: 'user', action: 'user.signed-in' },
    ]);
  });

  it.each([
    ['a role', { email: 'a@example.com', role: 'admin' }, '/role', 'UNKNOWN_FIELD'],
    ['a name', { email: 'a@example.com', name: 'Ada' }, '/name', 'UNKNOWN_FIELD'],
    ['a line break', { email: 'a@example.com\r\nBcc: b@example.com' }, '/email', 'EMAIL_INVALID'],
    ['a list', { email: ['a@example.com'] }, '/email', 'EMAIL_INVALID'],
    ['a group', { email: 'all:a@example.com,b@example.com;' }, '/email', 'EMAIL_INVALID'],
  ])('refuses %s', async (_what, body, pointer, code) => {
    const response = await signIn(body);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).errors).toEqual([expect.objectContaining({ pointer, code })]);
    expect(await server.count('jobs')).toBe(0);
  });
});

describe('the page of a link to sign in', () => {
  it('says what the button does', async () => {
    await server.signUp('ada@example.com');
    await signIn({ email: 'ada@example.com' });
    const response = await fetch(`${server.url}/verify?token=${await server.tokenFor('ada@example.com')}`);
    const html = await response.text();
    expect(html).toContain('<h1>Sign in</h1>');
    expect(html).toContain('<form method="post" action="/verify">');
  });
});
