import { z } from 'zod';

import { storageUrl } from './storage-address.ts';

/** The variables that say where files are kept. */
export const storageVariables = {
  STORAGE_URL: {
    schema: storageUrl.optional(),
    about:
      'Where files are kept: `file:` and a folder that api and worker share, or `s3://<bucket>/<prefix>` with `?region=`, `endpoint=`, `pathStyle=on`.',
    default: 'file:<DATA_DIR>/blobs',
  },
  S3_ACCESS_KEY_ID: {
    schema: z.string().optional(),
    about: 'Name of the access key for S3. Unset, the key is found as every AWS client finds it, e.g. from the role.',
    default: '(as AWS finds it)',
    secret: true,
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z.string().optional(),
    about: 'The secret half of that key.',
    default: '(as AWS finds it)',
    secret: true,
  },
};
