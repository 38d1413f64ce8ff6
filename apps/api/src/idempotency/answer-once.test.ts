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
const answer = z.object({ job: z.object({ id: z.uuid() }) });
const problem = z.object({ code: z.string() });

describe('a request with an Idempotency-Key', () => {
  it('does its work once for 100 identical requests at a time, and answers all alike', async () => {
    const wakes = server.wakes();
    const headers = { 'idempotency-key': 'one-of-a-hundred' };
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => register({ email: 'ada@example.com' }, headers)),
    );
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(responses.map((response) => response.headers.get('location'))).size).toBe(1);
    expect(responses.filter((response) => response.headers.get('idempotency-replayed') === 'true')).toHaveLength(99);
    expect(await server.count('jobs')).toBe(1);
    expect(await server.count('email_messages')).toBe(1);
    expect(server.wakes()).toBe(wakes + 1);
  });

  it('takes the same key with another body of a stranger as another request', async () => {
    const headers = { 'idempotency-key': 'shared' };
    const first = answer.parse(await (await register({ email: 'a@example.com' }, headers)).json());
    const second = answer.parse(await (await register({ email: 'b@example.com' }, headers)).json());
    expect(second.job.id).not.toBe(first.job.id);
  });

  it('refuses the same key with another body of a signed-in caller', async () => {
    await register({ email: 'ada@example.com' });
    const verified = await server.post('/verify', { token: await server.tokenFor('ada@example.com') });
    const { accessToken } = z.object({ accessToken: z.string() }).parse(await verified.json());
    const headers = { 'idempotency-key': 'mine', authorization: `Bearer ${accessToken}` };
    await register({ email: 'a@example.com' }, headers);
    const response = await register({ email: 'b@example.com' }, headers);
    expect(response.status).toBe(422);
    expect(problem.parse(await response.json()).code).toBe('IDEMPOTENCY_CONFLICT');
    expect((await register({ email: 'a@example.com' }, headers)).headers.get('idempotency-replayed')).toBe('true');
  });

  it('gives up after a while when the first request does not end', async () => {
    const headers = { 'idempotency-key': 'slow' };
    const body = { email: 'ada@example.com' };
    await register(body, headers);
    const [row] = await server.db.query<{ scope: string }>('SELECT scope FROM idempotency_keys');
    await server.db.query('DELETE FROM idempotency_keys');
    await server.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO idempotency_keys (scope, key, fingerprint, status, body) VALUES ($1, 'slow', '', 202, '{}')`,
        [row?.scope],
      );
      const response = await register(body, headers);
      expect(response.status).toBe(409);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(problem.parse(await response.json()).code).toBe('IDEMPOTENCY_IN_PROGRESS');
    });
  });

  it.each([
    ['', 'an empty key'],
    ['a b', 'a space'],
    ['k'.repeat(256), '256 characters'],
  ])('refuses %j: %s', async (key) => {
    const response = await register({ email: 'ada@example.com' }, { 'idempotency-key': key });
    expect(response.status).toBe(400);
    expect(problem.parse(await response.json()).code).toBe('IDEMPOTENCY_KEY_INVALID');
  });

  it('does not spend the key on a body that was refused', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(255) };
    expect((await register({ email: 'nonsense' }, headers)).status).toBe(422);
    expect((await register({ email: 'ada@example.com' }, headers)).status).toBe(202);
  });
});
