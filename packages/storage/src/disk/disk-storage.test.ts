import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import { expect, test } from '@jest/globals';

import { createStorage } from '../create-storage.ts';
import { storageError } from '../temp/disk-failures.ts';
import { createTempWriter } from '../temp/temp-writer.ts';
import { codeOf } from '../testing/storage-rigs.ts';

test('a full disk is STORAGE_FULL, a broken one UNAVAILABLE', async () => {
  // Every write to this device fails with ENOSPC.
  const full = createTempWriter('/dev/full', await open('/dev/full', 'w'));
  full.stream.end('hello');
  expect(await codeOf(finished(full.stream))).toBe('STORAGE_FULL');
  expect(storageError(Object.assign(new Error('input/output error'), { code: 'EIO' })).code).toBe('UNAVAILABLE');
});

test('sweeping before anything was written finds nothing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'storage-'));
  expect(await createStorage(`file:${root}/none`, () => undefined).sweepTemp(0)).toBe(0);
  await rm(root, { recursive: true });
});
