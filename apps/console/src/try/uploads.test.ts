import { describe, expect, it } from '@jest/globals';
import { JobwireError, type Uploaded, type UploadOptions } from '@jobwire/client';

import { createUploads } from './uploads.ts';

const rules = { maxBytes: 1_000, types: ['image/jpeg' as const, 'image/png' as const] };

/** Uploads whose requests the test answers. */
function startUploads() {
  const requests: Request[] = [];
  const accepted: string[] = [];
  const previews = new Set<string>();
  let number = 0;
  const uploads = createUploads({
    send: (file, options) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        requests.push({ file, options, accept: (id) => resolve(answerOf(id)), refuse: reject });
      }),
    accepted: (file, { job }) => accepted.push(`${file.name} ${job.id}`),
    previews: {
      createObjectURL(file) {
        const url = `blob:${file instanceof File ? file.name : ''}`;
        previews.add(url);
        return url;
      },
      revokeObjectURL: (url) => void previews.delete(url),
    },
    newKey: () => `key ${(number += 1)}`,
    now: () => number,
    pause: () => Promise.resolve(),
  });
  const phases = () => uploads.all.value.map(({ phase }) => phase);
  return { uploads, requests, accepted, previews, phases };
}

interface Request {
  file: File;
  options: UploadOptions;
  accept(jobId: string): void;
  refuse(error: unknown): void;
}

function answerOf(id: string): Uploaded {
  const job = { id, name: 'image.thumbnail', state: 'queued', progress: null, attempt: 0, maxAttempts: 5 } as const;
  return {
    message: '',
    job: { ...job, createdAt: '' },
    ticket: '',
    ticketExpiresAt: '',
    upload: { id: `upload of ${id}`, state: 'processing' },
  };
}

const photo = (name: string, type = 'image/jpeg', bytes = 10): File =>
  new File([new Uint8Array(bytes)], name, { type });

/** Lets what was answered have its effects. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('uploads of the page', () => {
  it('send three files at a time, the first chosen first', async () => {
    const { uploads, requests, phases, accepted } = startUploads();
    uploads.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => photo(name)),
      rules,
    );
    expect(requests.map(({ file }) => file.name)).toEqual(['a', 'b', 'c']);
    expect(phases()).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting']);
    requests[1]?.accept('job b');
    await settled();
    expect(requests.map(({ file }) => file.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(accepted).toEqual(['b job b']);
    expect(uploads.all.value[1]).toMatchObject({ phase: 'accepted', sent: 1, jobId: 'job b' });
  });

  it('refuse what the server would not take, before a byte is sent', () => {
    const { uploads, requests, previews } = startUploads();
    uploads.add(
      [
        photo('text.txt', 'text/plain'),
        photo('large.jpg', 'image/jpeg', 1_001),
        photo('empty.png', 'image/png', 0),
        photo('phone.HEIC', ''),
        photo('unknown', ''),
      ],
      rules,
    );
    expect(uploads.all.value.map(({ refusal }) => refusal)).toEqual(['type', 'large', 'empty', 'heic', undefined]);
    expect(requests.map(({ file }) => file.name)).toEqual(['unknown']);
    expect([...previews]).toEqual(['blob:unknown']);
  });

  it('go on by themselves when the server was away, with the same key and no step back', async () => {
    const { uploads, requests, phases } = startUploads();
    uploads.add([photo('a')], rules);
    requests[0]?.options.onProgress?.({ loaded: 8, total: 10 });
    requests[0]?.refuse(new TypeError('cut off'));
    await settled();
    expect(phases()).toEqual(['sending']);
    requests[1]?.options.onProgress?.({ loaded: 1, total: 10 });
    expect(uploads.all.value[0]?.sent).toBe(0.8);
    requests[1]?.refuse(new JobwireError({ status: 503, retryable: true }));
    await settled();
    requests[2]?.accept('job');
    await settled();
    expect(phases()).toEqual(['accepted']);
    expect(new Set(requests.map(({ options }) => options.idempotencyKey))).toEqual(new Set(['key 1']));
  });

  it('tell what the server says, and try again with the same key', async () => {
    const { uploads, requests } = startUploads();
    uploads.add([photo('a')], rules);
    const refused = new JobwireError({ status: 415, code: 'UNSUPPORTED_TYPE' });
    requests[0]?.refuse(refused);
    await settled();
    expect(requests).toHaveLength(1);
    expect(uploads.all.value[0]).toMatchObject({ phase: 'unsent', error: refused });
    uploads.again('key 1');
    expect(uploads.all.value[0]).toMatchObject({ phase: 'sending', error: undefined });
    expect(requests[1]?.options.idempotencyKey).toBe('key 1');
  });

  it('stop when asked to, and make room for the next', async () => {
    const { uploads, requests, phases, previews } = startUploads();
    uploads.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => photo(name)),
      rules,
    );
    uploads.stop('key 5');
    uploads.stop('key 1');
    await settled();
    expect(requests[0]?.options.signal?.aborted).toBe(true);
    expect(phases()).toEqual(['stopped', 'sending', 'sending', 'sending', 'stopped']);
    uploads.remove('key 2');
    uploads.dropPreview('key 3');
    await settled();
    expect(uploads.all.value.map(({ key }) => key)).toEqual(['key 1', 'key 3', 'key 4', 'key 5']);
    expect([...previews]).toEqual(['blob:a', 'blob:d', 'blob:e']);
  });

  it('show a known image once, however often it was chosen', async () => {
    const { uploads, requests } = startUploads();
    uploads.add([photo('a'), photo('a')], rules);
    requests[0]?.accept('job');
    requests[1]?.accept('job');
    await settled();
    expect(uploads.all.value.map(({ key }) => key)).toEqual(['key 2']);
  });
});
