import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, expect, test } from '@jest/globals';
import { eventually, pngImage } from '@jobwire/testing';

import { expectNothingKept } from './testing/expect-nothing-kept.ts';
import { formBody, imageForm, post, send, type UploadServer, uploadServer } from './testing/upload-server.ts';

let api: UploadServer;
afterEach(() => api.stop());

const form = imageForm(Buffer.concat([pngImage(8, 6), Buffer.alloc(5_000)]));

/** Start an upload of which only a part is sent. */
function beginUpload(port: number, sent: Buffer): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /upload-image HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=border\r\nContent-Length: ${form.length}\r\n\r\n`,
  );
  socket.write(sent);
  return socket;
}

test('a stranger is refused before the body is read, and the connection ends', async () => {
  api = await uploadServer({ config: { ANONYMOUS_UPLOADS: false, UPLOAD_MAX_BYTES: 1_000_000 } });
  const answer = await text(beginUpload(api.port, Buffer.alloc(0)));
  expect(answer).toMatch(/^HTTP\/1.1 401 [\s\S]*UNAUTHENTICATED/);
  await expectNothingKept(api);
});

test('a signed-in user may upload where strangers may not', async () => {
  api = await uploadServer({ config: { ANONYMOUS_UPLOADS: false, UPLOAD_MAX_BYTES: 1_000_000 } });
  const { status } = await post(api.port, form, { authorization: 'Bearer user:0198c5a0-0000-7000-8000-000000000001' });
  expect(status).toBe(202);
});

test('a client that sends nothing more is told so, and nothing is kept', async () => {
  api = await uploadServer({ limits: { idleMs: 100 } });
  const answer = await text(beginUpload(api.port, form.subarray(0, 3_000)));
  expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*UPLOAD_TIMEOUT/);
  await expectNothingKept(api);
});

test('a client that sends a byte now and then runs out of time in the end', async () => {
  api = await uploadServer({ limits: { idleMs: 60_000, totalMs: 300 } });
  const socket = beginUpload(api.port, form.subarray(0, 3_000));
  const drip = setInterval(() => socket.write('x'), 20);
  const answer = await text(socket).finally(() => clearInterval(drip));
  expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*UPLOAD_TIMEOUT/);
  await expectNothingKept(api);
});

test('more uploads at the same time than the process takes are told to come back', async () => {
  api = await uploadServer({ limits: { inFlight: 1 } });
  const first = beginUpload(api.port, form.subarray(0, 3_000));
  await eventually(async () => expect(await api.temps()).toHaveLength(1));
  const second = await post(api.port, form);
  expect([second.status, second.body.code, second.headers['retry-after']]).toEqual([429, 'TOO_MANY_REQUESTS', '2']);
  // The place is free again when the first is through.
  first.write(form.subarray(3_000));
  await eventually(async () => expect(await api.count('uploads')).toBe(1));
  await eventually(async () => expect((await post(api.port, form)).status).toBe(202));
  first.destroy();
});

test('what the record refuses is not accepted, and no temporary file stays', async () => {
  api = await uploadServer();
  await api.db.query('ALTER TABLE uploads RENAME TO hidden');
  expect((await post(api.port, form)).status).toBe(500);
  expect(await api.temps()).toEqual([]);
  expect(await api.count('jobs')).toBe(0);
  // The image is stored, and its blob is how the sweeper will know of it.
  expect(await api.count('blobs')).toBe(1);
  await api.db.query('ALTER TABLE hidden RENAME TO uploads');
  expect((await post(api.port, form)).status).toBe(202);
});

test('an Idempotency-Key that is none is refused before the body is read', async () => {
  api = await uploadServer();
  const { status, body } = await post(api.port, form, { 'idempotency-key': 'two words' });
  expect([status, body.code]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
});

test('the upload answers under /api/v1 as well', async () => {
  api = await uploadServer();
  const headers = { 'content-type': 'multipart/form-data; boundary=border' };
  expect((await send(api.port, 'POST', '/api/v1/upload-image', headers, form)).status).toBe(202);
});

test('a form with an empty name of a field or file is refused, and the process goes on', async () => {
  api = await uploadServer();
  const field = await post(api.port, formBody([{ field: '', content: 'x' }]));
  expect([field.status, field.body.code]).toEqual([422, 'FILE_REQUIRED']);
  const file = await post(api.port, formBody([{ field: '', content: 'x', filename: 'a.png' }]));
  expect([file.status, file.body.code]).toEqual([422, 'UNEXPECTED_FIELD']);
  expect((await post(api.port, form)).status).toBe(202);
});
