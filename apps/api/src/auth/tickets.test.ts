import { describe, expect, it } from '@jest/globals';
import { createKeyRing, uuidv7 } from '@jobwire/runtime';
import { decodeProtectedHeader, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';

import { createTickets } from './tickets.ts';

const keys = createKeyRing('a secret that is long enough for a test');
const tickets = createTickets(keys);
const jobId = uuidv7();
const uploadId = uuidv7();

/** A ticket that differs from a good one in what is given. */
const forged = (facts: {
  issuer?: string;
  audience?: string;
  expires?: string;
  alg?: string;
  typ?: string;
  key?: Uint8Array;
  sub?: string;
}): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: facts.alg ?? 'HS256', typ: facts.typ ?? 'ticket+jwt' })
    .setIssuer(facts.issuer ?? 'jobwire')
    .setAudience(facts.audience ?? 'ticket')
    .setSubject(facts.sub ?? jobId)
    .setExpirationTime(facts.expires ?? '1h')
    .sign(facts.key ?? keys('ticket'));

describe('a ticket', () => {
  it('opens one job, and the upload that it belongs to', async () => {
    expect(await tickets.read((await tickets.issue({ jobId })).ticket)).toMatchObject({ jobId });
    const { ticket, ticketExpiresAt } = await tickets.issue({ jobId, uploadId });
    expect(await tickets.read(ticket)).toEqual({ jobId, uploadId, until: Date.parse(ticketExpiresAt) });
  });

  it('is a JWT that any library can read, and says when it ends', async () => {
    const { ticket, ticketExpiresAt } = await tickets.issue({ jobId, uploadId });
    const { payload } = await jwtVerify(ticket, keys('ticket'), { algorithms: ['HS256'] });
    expect(decodeProtectedHeader(ticket)).toEqual({ alg: 'HS256', typ: 'ticket+jwt' });
    expect(payload).toMatchObject({ iss: 'jobwire', aud: 'ticket', sub: jobId, upload: uploadId });
    expect(new Date((payload.exp ?? 0) * 1_000).toISOString()).toBe(ticketExpiresAt);
    expect(Math.round(((payload.exp ?? 0) * 1_000 - Date.now()) / 3_600_000)).toBe(24);
  });
});

describe('what is not a ticket', () => {
  it('is read as one only when nothing is wrong with it', async () => {
    expect(await tickets.read(await forged({}))).toMatchObject({ jobId });
  });

  it.each([
    ['another issuer', { issuer: 'somebody' }],
    ['another audience', { audience: 'access' }],
    ['its time is over', { expires: '-1s' }],
    ['another algorithm', { alg: 'HS384' }],
    ['another type', { typ: 'at+jwt' }],
    ['another key', { key: keys('access-token') }],
    ['no job', { sub: 'everything' }],
  ])('%s', async (_what, facts) => {
    expect(await tickets.read(await forged(facts))).toBeUndefined();
  });

  it('has no signature', async () => {
    const unsigned = new UnsecuredJWT()
      .setIssuer('jobwire')
      .setAudience('ticket')
      .setSubject(jobId)
      .setExpirationTime('1h')
      .encode();
    expect(await tickets.read(unsigned)).toBeUndefined();
  });

  it('was changed', async () => {
    const { ticket } = await tickets.issue({ jobId });
    const [header = '', body = '', signature = ''] = ticket.split('.');
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace(jobId, uploadId)).toString('base64url');
    expect(await tickets.read(`${header}.${other}.${signature}`)).toBeUndefined();
    expect(await tickets.read('nonsense')).toBeUndefined();
  });
});
