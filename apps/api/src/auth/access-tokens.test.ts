import { describe, expect, it } from '@jest/globals';
import { createKeyRing, systemClock, uuidv7 } from '@jobwire/runtime';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';

import { createAccessTokens } from './access-tokens.ts';

const keys = createKeyRing('a secret that is long enough for a test');
const tokens = createAccessTokens(keys, systemClock());
const claims = { userId: uuidv7(), sessionId: uuidv7() };

/** A token that differs from a good one in what is given. */
const forged = (facts: {
  header?: Partial<JWTHeaderParameters>;
  issuer?: string;
  audience?: string;
  expires?: string | null;
  notBefore?: string;
  key?: Uint8Array;
  sub?: string;
  sid?: string;
}): Promise<string> => {
  const token = new SignJWT({ sid: facts.sid ?? claims.sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...facts.header })
    .setIssuer(facts.issuer ?? 'jobwire')
    .setAudience(facts.audience ?? 'access')
    .setSubject(facts.sub ?? claims.userId);
  if (facts.expires !== null) token.setExpirationTime(facts.expires ?? '1h');
  if (facts.notBefore) token.setNotBefore(facts.notBefore);
  return token.sign(facts.key ?? keys('access-token'));
};

describe('an access token', () => {
  it('names a user and a session, or the session of the admin link alone', async () => {
    const read = await tokens.read(await tokens.issue(claims));
    expect(read).toMatchObject(claims);
    expect(read?.expiresAt).toBeGreaterThan(Date.now());
    const ofLink = { userId: null, sessionId: claims.sessionId };
    expect(await tokens.read(await tokens.issue(ofLink))).toMatchObject(ofLink);
  });

  it('is read only when nothing is wrong with it', async () => {
    expect(await tokens.read(await forged({}))).toMatchObject(claims);
  });

  it.each([
    ['another issuer', { issuer: 'somebody' }],
    ['another audience', { audience: 'ticket' }],
    ['the type of a ticket', { header: { typ: 'ticket+jwt' } }],
    ['no type', { header: { typ: undefined } }],
    ['its time is over', { expires: '-1s' }],
    ['no end', { expires: null }],
    ['its time is still to come', { notBefore: '1h' }],
    ['another algorithm', { header: { alg: 'HS512' } }],
    ['the key of tickets', { key: keys('ticket') }],
    ['a key that is named by the token', { header: { kid: '../../dev/null' }, key: new Uint8Array(32) }],
    ['a key from the token’s address', { header: { jku: 'http://evil.test/keys' }, key: new Uint8Array(32) }],
    ['no session', { sid: 'everything' }],
    ['no user', { sub: 'everybody' }],
  ])('is refused: %s', async (_what, facts) => {
    expect(await tokens.read(await forged(facts as Parameters<typeof forged>[0]))).toBeUndefined();
  });

  it('is refused with a key that it brings along, and with an asymmetric one', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const withKey = new SignJWT({ sid: claims.sessionId })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', jwk: await exportJWK(publicKey) })
      .setIssuer('jobwire')
      .setAudience('access')
      .setSubject(claims.userId)
      .setExpirationTime('1h');
    expect(await tokens.read(await withKey.sign(privateKey))).toBeUndefined();
  });

  it('is refused without a signature', async () => {
    const unsigned = new UnsecuredJWT({ sid: claims.sessionId })
      .setIssuer('jobwire')
      .setAudience('access')
      .setSubject(claims.userId)
      .setExpirationTime('1h')
      .encode();
    expect(await tokens.read(unsigned)).toBeUndefined();
    const [, body = ''] = (await tokens.issue(claims)).split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const token of [`${none}.${body}.`, `${none}.${body}`, 'nonsense', '']) {
      expect(await tokens.read(token)).toBeUndefined();
    }
  });
});
