import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from '@jobwire/client';

import { cookieOf, type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';

const origin = 'http://jobwire.test';
let server: IdentityServer;
beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());

/** The `fetch` of a page, which keeps the session's cookie. */
function pageFetch() {
  const page = { cookie: '', tokens: [] as (string | null)[] };
  const send = async (request: Request): Promise<Response> => {
    page.tokens.push(request.headers.get('authorization'));
    const headers = { ...Object.fromEntries(request.headers), origin, cookie: page.cookie };
    const response = await fetch(new Request(request, { headers }));
    if (response.headers.getSetCookie().length > 0) page.cookie = cookieOf(response);
    return response;
  };
  return { page, send };
}

describe('the account of a client', () => {
  it('comes by a mail’s link, is kept by the cookie of the page, and goes', async () => {
    const { page, send } = pageFetch();
    const client: Client = createClient({
      baseUrl: server.url,
      fetch: send,
      language: () => 'zh-CN',
      token: async () => (await client.refresh())?.accessToken,
    });
    const { message } = await client.register({ email: 'ada@example.com', name: 'Ada' });
    expect(message).toContain('注册成功');
    await expect(client.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

    await client.verify(await server.tokenFor('ada@example.com'));
    page.tokens = [];
    expect(await client.me()).toMatchObject({ email: 'ada@example.com', role: 'user' });
    // Not as a stranger first.
    expect(page.tokens).toEqual([null, expect.stringContaining('Bearer ')]);

    await client.signOut();
    page.tokens = [];
    await expect(client.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(page.tokens).toEqual([null, null, null]);
    expect(await client.refresh()).toBeUndefined();
    expect(await server.count('sessions WHERE revoked_at IS NULL')).toBe(0);

    await client.signIn('ada@example.com');
    await client.verify(await server.tokenFor('ada@example.com'));
    expect(await client.me()).toMatchObject({ email: 'ada@example.com', signInCount: 2 });

    const elsewhere = createClient({ baseUrl: server.url });
    await client.signIn('ada@example.com');
    await elsewhere.verify(await server.tokenFor('ada@example.com'));
    const [here, other] = (await client.sessions()).toSorted((one, two) => Number(two.current) - Number(one.current));
    expect([here?.current, other?.current]).toEqual([true, false]);
    await client.endSession(other?.id ?? '');
    expect((await client.sessions()).map(({ id }) => id)).toEqual([here?.id]);

    await client.deleteAccount();
    expect(page.cookie).toMatch(/=$/);
    await expect(client.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.count('users')).toBe(0);
  });
});
