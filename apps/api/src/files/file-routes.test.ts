import { finished } from 'node:stream/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { insertJob, keepBlob, saveFile } from '@jobwire/db';
import { imageThumbnail } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { sha256, uuidv7 } from '@jobwire/runtime';
import { fileKey } from '@jobwire/storage';

import { createTickets } from '../auth/tickets.ts';
import { createSignedUrls } from '../uploads/signed-urls.ts';
import { send, type UploadServer, uploadServer } from '../uploads/testing/upload-server.ts';

const owner = uuidv7();
const asOwner = { authorization: `Bearer user:${owner}` };
const content = 'day,name,state,count\n';
const hash = sha256(content);

let api: UploadServer;
let jobId: string;
/** `/files/<id>`: what a job's result holds. */
let path: string;

beforeAll(async () => {
  api = await uploadServer();
  const temp = await api.storage.writeTemp();
  temp.stream.end(content);
  await finished(temp.stream);
  await api.storage.promote(temp, fileKey(hash));
});
afterAll(() => api.stop());

beforeEach(async () => {
  const job = newJob(imageThumbnail, { uploadId: uuidv7() }, { ownerId: owner });
  jobId = job.id;
  await insertJob(api.db, job);
  await keepBlob(api.db, { sha256: hash, storageKey: fileKey(hash), bytes: content.length });
  path = await file('report.csv', 'text/csv');
});

async function file(name: string, type: string): Promise<string> {
  return `/files/${await saveFile(api.db, { id: uuidv7(), jobId, name, type, sha256: hash })}`;
}

/** The address that the plain one leads to. */
async function signed(plain = path): Promise<string> {
  return String((await send(api.port, 'GET', plain, asOwner)).headers['location']);
}

test('the plain address leads to the signed one, and no cache keeps the way', async () => {
  const { status, headers } = await send(api.port, 'GET', path, asOwner);
  expect(status).toBe(303);
  expect(headers['location']).toMatch(
    new RegExp(`^${path}\\?v=${hash.slice(0, 16)}&expires=\\d+&key=.+&signature=.+$`),
  );
  expect(headers['cache-control']).toBe('private, no-store');
});

describe('a file is shown to', () => {
  const ticket = async (job: string): Promise<string> => (await createTickets(api.keys).issue({ jobId: job })).ticket;
  test.each<[string, number, () => Promise<[string, Record<string, string>]>]>([
    ['the owner of its job', 303, async () => [path, asOwner]],
    ['an admin', 303, async () => [path, { authorization: 'Bearer admin' }]],
    ['the holder of a ticket for its job', 303, async () => [`${path}?ticket=${await ticket(jobId)}`, {}]],
    ['nobody with a ticket for another', 404, async () => [`${path}?ticket=${await ticket(uuidv7())}`, {}]],
    ['no stranger', 404, async () => [path, {}]],
    ['no other user', 404, async () => [path, { authorization: `Bearer user:${uuidv7()}` }]],
    ['nobody when it is unknown', 404, async () => [`/files/${uuidv7()}`, asOwner]],
    ['nobody when its id is none', 404, async () => ['/files/1', asOwner]],
    ['nobody under the id of its job', 404, async () => [`/files/${jobId}`, asOwner]],
  ])('%s', async (_who, status, ask) => {
    const reply = await send(api.port, 'GET', ...(await ask()));
    expect(reply.status).toBe(status);
    expect(reply.headers['location'] === undefined).toBe(status === 404);
  });

  test('nobody whose job was deleted', async () => {
    await api.db.query('DELETE FROM jobs WHERE id = $1', [jobId]);
    expect((await send(api.port, 'GET', path, { authorization: 'Bearer admin' })).status).toBe(404);
  });
});

test('whoever has the signed address gets the bytes, safe to keep and never shown', async () => {
  const { status, headers, bytes } = await send(api.port, 'GET', await signed());
  expect([status, String(bytes)]).toEqual([200, content]);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-length': String(content.length),
    'content-disposition': 'attachment; filename=report.csv',
    etag: `"${hash}"`,
    'cache-control': expect.stringMatching(/^private, max-age=\d{5,6}, immutable$/),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('a range, a known version and HEAD are answered without the rest', async () => {
  const url = await signed();
  const part = await send(api.port, 'GET', url, { range: 'bytes=0-2' });
  expect([part.status, part.headers['content-range'], String(part.bytes)]).toEqual([206, 'bytes 0-2/21', 'day']);
  const beyond = await send(api.port, 'GET', url, { range: 'bytes=21-' });
  expect([beyond.status, beyond.body.code]).toEqual([416, 'RANGE_NOT_SATISFIABLE']);
  const known = await send(api.port, 'GET', url, { 'if-none-match': `"${hash}"` });
  expect([known.status, known.bytes.length]).toEqual([304, 0]);
  const head = await send(api.port, 'HEAD', url);
  expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, '21', 0]);
});

test.each<[string, (url: string) => string]>([
  [
    'a bit of the signature is another',
    (url) => url.replace(/signature=(.)/, (_all, bit) => `signature=${bit === 'A' ? 'B' : 'A'}`),
  ],
  ['it is for another file', (url) => url.replace(/\/files\/[^?]+/, `/files/${uuidv7()}`)],
  ['it lives longer', (url) => url.replace(/expires=\d+/, 'expires=99999999999')],
  ['it has two signatures', (url) => `${url}&signature=x`],
  ['it has an empty signature', () => `${path}?signature=`],
])('the signed address is not good when %s, not even for the owner', async (_why, change) => {
  const { status, body } = await send(api.port, 'GET', change(await signed()), asOwner);
  expect([status, body.code]).toEqual([403, 'SIGNATURE_INVALID']);
});

test('an address that was signed for a file that is gone opens nothing', async () => {
  const gone = createSignedUrls(api.keys).sign(`/files/${uuidv7()}`, 'v');
  expect((await send(api.port, 'GET', gone)).status).toBe(404);
});

test('it works under /api/v1, too', async () => {
  expect((await send(api.port, 'GET', `/api/v1${path}`, asOwner)).status).toBe(303);
  expect((await send(api.port, 'GET', `/api/v1${await signed()}`)).status).toBe(200);
});

describe('a hostile name is harmless', () => {
  test.each([
    ['a"; filename=evil.exe', 'attachment; filename="a\\"; filename=evil.exe"'],
    ['../../etc/passwd', 'attachment; filename=passwd'],
    ['C:\\windows\\system.ini', 'attachment; filename=system.ini'],
    ['a\r\nSet-Cookie: x', 'attachment; filename="aSet-Cookie: x"'],
    ['gnp\u202Eexe.csv', 'attachment; filename=gnpexe.csv'],
    ['报告 €.csv', `attachment; filename="?? ?.csv"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%E2%82%AC.csv`],
    ['50%41.csv', `attachment; filename=50%41.csv; filename*=UTF-8''50%2541.csv`],
    ['..', 'attachment; filename=file'],
  ])('%j', async (name, disposition) => {
    const { status, headers } = await send(api.port, 'GET', await signed(await file(name, 'text/csv')));
    expect([status, headers['content-disposition'], headers['set-cookie']]).toEqual([200, disposition, undefined]);
  });

  test('its ending does not decide the type, and a page is not shown', async () => {
    const plain = await send(api.port, 'GET', await signed(await file('page.html', 'text/plain')));
    expect(plain.headers['content-type']).toBe('text/plain; charset=utf-8');
    const page = await send(api.port, 'GET', await signed(await file('page.csv', 'text/html')));
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename=page.csv',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
});
