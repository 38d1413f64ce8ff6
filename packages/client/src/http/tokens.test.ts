import { describe, expect, it } from '@jest/globals';

import { authorized, createTokens } from './tokens.ts';

/** A source that counts how often it was asked. */
function counted(of: (asked: number) => string | undefined = (asked) => `token-${asked}`) {
  let asked = 0;
  return { source: () => of((asked += 1)), count: () => asked };
}

describe('the token of a client', () => {
  it('is asked for once, and again when it was used up, by all callers together', async () => {
    const { source, count } = counted();
    const tokens = createTokens(source);
    expect(count()).toBe(0);
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['token-1', 'token-1']);
    const renewals = ['token-1', 'token-1', 'token-1'].map((used) => tokens.renew(used));
    expect(await Promise.all(renewals)).toEqual([true, true, true]);
    expect([await tokens.current(), count()]).toEqual(['token-2', 2]);
  });

  it('is asked for again when who calls has changed', async () => {
    const tokens = createTokens(counted().source);
    expect(await tokens.current()).toBe('token-1');
    tokens.forget();
    expect([await tokens.current(), await tokens.current()]).toEqual(['token-2', 'token-2']);
  });

  it('has no other one when the source gives the same, or is a text', async () => {
    expect(await createTokens(() => 'same').renew('same')).toBe(false);
    expect(await createTokens('text').renew('text')).toBe(false);
    expect(await createTokens(undefined).current()).toBeUndefined();
  });

  it('is asked for again after the source has failed', async () => {
    const { source } = counted((asked) => {
      if (asked === 1) throw new Error('offline');
      return 'token';
    });
    const tokens = createTokens(source);
    await expect(tokens.current()).rejects.toThrow('offline');
    expect(await tokens.current()).toBe('token');
  });
});

describe('an authorized call', () => {
  it('is sent once more with another token after 401, and no third time', async () => {
    const sent: (string | undefined)[] = [];
    const send = (accepted?: string) => (token: string | undefined) => {
      sent.push(token);
      return Promise.resolve({ status: token === accepted ? 200 : 401 });
    };
    expect(await authorized(createTokens(counted().source), send('token-2'))).toEqual({ status: 200 });
    expect(await authorized(createTokens(counted().source), send())).toEqual({ status: 401 });
    expect(await authorized(createTokens('text'), send())).toEqual({ status: 401 });
    expect(sent).toEqual(['token-1', 'token-2', 'token-1', 'token-2', 'text']);
  });
});
