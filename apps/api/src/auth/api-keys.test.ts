import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertApiKey, revokeApiKey } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';

import { newApiKeyText } from './api-key-text.ts';
import { type IdentityServer, identityServer } from './testing/identity-server.ts';

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query('TRUNCATE api_keys');
});

const newKey = async (expiresAt: Date | null = null): Promise<{ id: string; text: string }> => {
  const id = uuidv7();
  const text = newApiKeyText();
  await insertApiKey(server.db, { id, name: 'shop', tokenHash: sha256(text), jobs: ['email.*'], expiresAt });
  return { id, text };
};
const callerOf = (text: string) => server.gatekeeper.callerOfToken(text);
const usedAt = async (): Promise<Date | null> =>
  (await server.db.query<{ last_used_at: Date | null }>('SELECT last_used_at FROM api_keys'))[0]?.last_used_at ?? null;

describe('an API key', () => {
  it('is jw_ and 256 random bits, and the record holds nothing but its hash', async () => {
    const { text } = await newKey();
    expect(text).toMatch(/^jw_[\w-]{43}$/);
    const rows = JSON.stringify(await server.db.query('SELECT * FROM api_keys'));
    expect(rows).not.toContain(text.slice(3));
    expect(rows).toContain(sha256(text));
  });

  it('is a caller of its own, for names of jobs', async () => {
    const { id, text } = await newKey();
    expect(await callerOf(text)).toEqual({ kind: 'key', keyId: id, jobs: ['email.*'] });
  });

  it('is no person: it has no account, no sessions and no administrators’ pages', async () => {
    const { text } = await newKey();
    for (const path of ['/me', '/sessions']) expect((await server.ask('GET', path, text)).status).toBe(403);
    expect((await server.ask('DELETE', '/me', text)).status).toBe(403);
    expect((await server.ask('POST', '/sign-out', text)).status).toBe(403);
    expect((await server.ask('GET', '/admin/queues', text)).status).toBe(401);
  });

  it.each(['revoked', 'expired', 'unknown', 'cut', 'padded'])('is refused when it is %s', async (what) => {
    const { id, text } = await newKey(what === 'expired' ? new Date(server.clock.now()) : null);
    if (what === 'revoked') await revokeApiKey(server.db, id, new Date());
    const given = { unknown: newApiKeyText(), cut: text.slice(0, -1), padded: `${text}x` }[what] ?? text;
    await expect(callerOf(given)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await server.ask('GET', '/me', given)).status).toBe(401);
  });

  it('is good until its end', async () => {
    const { text } = await newKey(new Date(server.clock.now() + 60_000));
    await expect(callerOf(text)).resolves.toMatchObject({ kind: 'key' });
    server.clock.advance(61_000);
    await expect(callerOf(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    server.clock.advance(-61_000);
  });

  it('has its last use noted once a minute at most', async () => {
    const { text } = await newKey();
    await callerOf(text);
    const first = await usedAt();
    expect(first).not.toBeNull();
    server.clock.advance(30_000);
    await callerOf(text);
    expect(await usedAt()).toEqual(first);
    server.clock.advance(31_000);
    await callerOf(text);
    expect(await usedAt()).not.toEqual(first);
    server.clock.advance(-61_000);
  });

  it('is revoked once', async () => {
    const { id } = await newKey();
    expect(await revokeApiKey(server.db, id, new Date())).toBe(true);
    expect(await revokeApiKey(server.db, id, new Date())).toBe(false);
    expect(await revokeApiKey(server.db, uuidv7(), new Date())).toBe(false);
  });
});
