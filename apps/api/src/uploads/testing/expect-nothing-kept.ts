import { expect } from '@jest/globals';

import type { UploadServer } from './upload-server.ts';

/** Nothing is left of a refused upload: no temporary file, no row. */
export async function expectNothingKept(api: UploadServer): Promise<void> {
  expect(await api.temps()).toEqual([]);
  expect(await Promise.all([api.count('blobs'), api.count('uploads'), api.count('jobs')])).toEqual([0, 0, 0]);
}
