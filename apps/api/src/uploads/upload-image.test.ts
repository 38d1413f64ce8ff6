import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { eventually, jpegClaim, pngImage } from '@jobwire/testing';

import { expectNothingKept } from './testing/expect-nothing-kept.ts';
import { formBody, imageForm, type Part, post, type UploadServer, uploadServer } from './testing/upload-server.ts';

const maxBytes = 1_000_000;
let api: UploadServer;

beforeAll(async () => {
  api = await uploadServer({ config: { ANONYMOUS_UPLOADS: true, UPLOAD_MAX_BYTES: maxBytes } });
});
afterAll(() => api.stop());
beforeEach(() => api.db.query('TRUNCATE uploads, blobs, jobs, job_events, idempotency_keys CASCADE'));

const signedIn = (userId = uuidv7()): Record<string, string> => ({ authorization: `Bearer user:${userId}` });
const image = (content: Buffer | string, part: Partial<Part> = {}): Part => ({
  field: 'image',
  filename: 'a.jpg',
  content,
  ...part,
});
const small = pngImage(8, 6);

test('an image is accepted: the upload, its job and a ticket for both', async () => {
  const { status, body } = await post(api.port, imageForm(small, { type: 'image/png' }));
  expect(status).toBe(202);
  expect(body).toEqual({
    message: 'Uploaded. Thumbnails are made in the background.',
    upload: { id: expect.any(String), state: 'processing', links: { self: `/uploads/${body.upload.id}` } },
    job: expect.objectContaining({
      name: 'image.thumbnail',
      state: 'queued',
      stages: ['probe', 'resize', 'store'],
      maxAttempts: 5,
    }),
    ticket: expect.any(String),
    ticketExpiresAt: expect.any(String),
  });
  const [row] = await api.db.query('SELECT * FROM uploads');
  expect(row).toMatchObject({
    width: 8,
    height: 6,
    detected_type: 'image/png',
    progressive: false,
    job_id: body.job.id,
  });
  const sha256 = createHash('sha256').update(small).digest('hex');
  expect(await api.storage.stat(`originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)).toEqual({
    bytes: small.length,
  });
  expect(await api.temps()).toEqual([]);
});

test('the dispatcher is woken once per accepted job', async () => {
  const before = api.wakes;
  await post(api.port, imageForm(small));
  await post(api.port, formBody([]));
  expect(api.wakes).toBe(before + 1);
});

test('the message follows Accept-Language', async () => {
  const { body } = await post(api.port, imageForm(small), { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
  expect(body.message).toBe('上传成功,缩略图将在后台生成');
});

describe('forms', () => {
  const notMultipart = { 'content-type': 'application/json' };
  const form = (parts: Part[], end?: string): Buffer => formBody(parts, end);
  test.each<[string, Buffer, Record<string, string>, number, string]>([
    ['another content type', Buffer.from('{}'), notMultipart, 415, 'MULTIPART_REQUIRED'],
    ['no boundary', form([]), { 'content-type': 'multipart/form-data' }, 400, 'MULTIPART_MALFORMED'],
    [
      'a part that ends in its head',
      Buffer.from('--border\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n--border--'),
      {},
      400,
      'MULTIPART_MALFORMED',
    ],
    ['no end', form([image(small)], ''), {}, 400, 'MULTIPART_MALFORMED'],
    ['two files', form([image(small), image(small)]), {}, 400, 'TOO_MANY_FILES'],
    ['no file', form([{ field: 'title', content: 'x' }]), {}, 422, 'FILE_REQUIRED'],
    ['an empty form', form([]), {}, 422, 'FILE_REQUIRED'],
    ['a file in another field', form([image(small, { field: 'photo' })]), {}, 422, 'UNEXPECTED_FIELD'],
    [
      'thousands of fields',
      form([...Array.from({ length: 10_000 }, () => ({ field: 'a', content: '' })), image(small)]),
      {},
      400,
      'TOO_MANY_FIELDS',
    ],
    [
      'thousands of fields behind the file',
      form([image(small), ...Array.from({ length: 10_000 }, () => ({ field: 'a', content: '' }))]),
      {},
      400,
      'TOO_MANY_FIELDS',
    ],
    [
      'a deep field name',
      form([{ field: `a${'[b]'.repeat(500)}`, content: '' }, image(small)]),
      {},
      400,
      'FIELD_TOO_LARGE',
    ],
    ['a huge field', form([{ field: 'a', content: 'x'.repeat(900_000) }, image(small)]), {}, 400, 'FIELD_TOO_LARGE'],
    ['an empty file', form([image('')]), {}, 422, 'FILE_EMPTY'],
  ])('%s is refused, and nothing is kept', async (_name, body, headers, status, code) => {
    const reply = await post(api.port, body, headers);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    await expectNothingKept(api);
  });

  test('the refusal of another field says which one is meant', async () => {
    const { body } = await post(api.port, formBody([image(small, { field: 'photo' })]));
    expect(body.detail).toContain('"image"');
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/image' })]);
  });

  test('an index in a field name is only a name', async () => {
    const { status } = await post(api.port, formBody([{ field: 'a[999999999]', content: '' }, image(small)]));
    expect(status).toBe(202);
  });
});

describe('sizes in bytes', () => {
  const ofBytes = (bytes: number): Buffer => Buffer.concat([jpegClaim({ width: 9, height: 9 })], bytes);

  test('a file of exactly the limit is accepted, one byte more is not', async () => {
    expect((await post(api.port, imageForm(ofBytes(maxBytes)))).status).toBe(202);
    const reply = await post(api.port, imageForm(ofBytes(maxBytes + 1)));
    expect([reply.status, reply.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await api.temps()).toEqual([]);
  });

  test('a body without a length is cut off at the limit', async () => {
    const reply = await post(api.port, imageForm(ofBytes(maxBytes * 3)), { 'transfer-encoding': 'chunked' });
    expect([reply.status, reply.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
    await expectNothingKept(api);
  });

  test('a length over the limit is refused before the body is sent', async () => {
    const socket = connect(api.port, '127.0.0.1');
    socket.write(
      `POST /upload-image HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000\r\n\r\n`,
    );
    // The answer and the end of the connection come although nothing more is sent.
    expect(await text(socket)).toMatch(/^HTTP\/1.1 413 [\s\S]*FILE_TOO_LARGE/);
  });
});

describe('names', () => {
  test.each<[string, string, string | null]>([
    ['folders', '../../etc/passwd', 'passwd'],
    ['Windows folders', 'C:\\\\x\\\\y.png', 'y.png'],
    ['a turned writing direction', 'a\u202egnp.exe', 'agnp.exe'],
    ['signs in two pieces', 'cafe\u0301 😀.png', 'café 😀.png'],
    ['thousands of letters', 'x'.repeat(4_096), 'x'.repeat(255)],
    ['nothing but dots', '..', null],
  ])('a file name with %s is made safe to show and never used to store', async (_name, filename, shown) => {
    expect((await post(api.port, imageForm(small, { filename }))).status).toBe(202);
    const rows = await api.db.query(
      'SELECT u.display_name, b.storage_key FROM uploads u JOIN blobs b ON b.sha256 = u.blob_sha256',
    );
    expect(rows).toEqual([
      { display_name: shown, storage_key: expect.stringMatching(/^originals\/..\/..\/[0-9a-f]{64}$/) },
    ]);
  });
});

describe('the same image again', () => {
  test('by the same owner is the first upload, without a second job', async () => {
    const user = signedIn();
    const first = await post(api.port, imageForm(small), user);
    const second = await post(api.port, imageForm(small, { filename: 'other.png' }), user);
    expect([first.status, second.status]).toEqual([202, 200]);
    expect(Object.keys(second.body)).toEqual(Object.keys(first.body));
    expect(second.body).toMatchObject({
      upload: first.body.upload,
      job: { id: first.body.job.id },
      message: first.body.message,
    });
    expect(await Promise.all([api.count('uploads'), api.count('jobs')])).toEqual([1, 1]);
  });

  test('twenty times in parallel is one upload and one job', async () => {
    const user = signedIn();
    const replies = await Promise.all(Array.from({ length: 20 }, () => post(api.port, imageForm(small), user)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 19 }, () => 200), 202]);
    expect(new Set(replies.map(({ body }) => body.upload.id)).size).toBe(1);
    expect(await Promise.all([api.count('uploads'), api.count('jobs'), api.count('blobs')])).toEqual([1, 1, 1]);
    expect(await api.temps()).toEqual([]);
  });

  test('by others is theirs: the bytes are stored once', async () => {
    await post(api.port, imageForm(small), signedIn());
    await post(api.port, imageForm(small), signedIn());
    await post(api.port, imageForm(small));
    await post(api.port, imageForm(small));
    expect(await Promise.all([api.count('uploads'), api.count('jobs'), api.count('blobs')])).toEqual([4, 4, 1]);
  });

  test('with one Idempotency-Key gets the first answer, also without an account', async () => {
    const headers = { 'idempotency-key': 'upload-1' };
    const first = await post(api.port, imageForm(small), headers);
    const again = await post(api.port, imageForm(small), headers);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await Promise.all([api.count('uploads'), api.count('jobs')])).toEqual([1, 1]);
  });

  test('an Idempotency-Key for another image is a conflict', async () => {
    const headers = { ...signedIn(), 'idempotency-key': 'upload-2' };
    await post(api.port, imageForm(small), headers);
    const other = await post(api.port, imageForm(pngImage(4, 4)), headers);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_CONFLICT']);
  });
});

test('many uploads of different images at the same time are all accepted', async () => {
  const bodies = Array.from({ length: 16 }, () => imageForm(Buffer.concat([small, randomBytes(200_000)])));
  const replies = await Promise.all(bodies.map((body) => post(api.port, body)));
  expect(replies.map(({ status }) => status)).toEqual(bodies.map(() => 202));
  expect(await api.count('blobs')).toBe(16);
});

test('a client that goes away in the middle leaves nothing', async () => {
  const socket = connect(api.port, '127.0.0.1');
  const body = imageForm(Buffer.concat([small, Buffer.alloc(500_000)]));
  socket.write(
    `POST /upload-image HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=border\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  const finished = once(api.server, 'request').then(([, response]) => once(response, 'close'));
  socket.write(body.subarray(0, 100_000));
  await eventually(async () => expect(await api.temps()).toHaveLength(1));
  socket.destroy();
  await finished;
  await eventually(() => expectNothingKept(api));
});
