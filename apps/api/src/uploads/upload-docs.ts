import { z } from 'zod';

import { signedBytes, signedQuery } from '../files/signed-docs.ts';
import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, idParams, languageHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { uploadAnswerSchema } from './accept-upload.ts';
import { derivativeParams } from './read-derivative.ts';
import { uploadViewSchema } from './upload-view.ts';

const form = z.strictObject({
  image: z.string().meta({
    description: 'JPEG, PNG, WebP, GIF or AVIF, at most `UPLOAD_MAX_BYTES` (20 MB)',
    override: { type: 'string', contentMediaType: 'application/octet-stream' },
  }),
});

/** The routes of uploads. */
export const uploadDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/upload-image',
    id: 'uploadImage',
    summary: 'Upload an image',
    description:
      'Thumbnails are made in the background. The same image again by the same caller is answered 200 with the first upload. Without a token only where `ANONYMOUS_UPLOADS` is on.',
    tag: 'Uploads',
    audience: ['anyone', 'user', 'key'],
    headers: { ...idempotencyHeader, ...languageHeader },
    body: { about: 'A form with one file in the field `image`.', schema: form, type: 'multipart/form-data' },
    answers: {
      200: { about: 'You sent this image before.', schema: uploadAnswerSchema, headers: replayedHeader },
      202: { about: 'Kept; its sizes will be made.', schema: uploadAnswerSchema, headers: replayedHeader },
    },
    errors: [
      'BAD_REQUEST',
      'MULTIPART_MALFORMED',
      'TOO_MANY_FILES',
      'TOO_MANY_FIELDS',
      'FIELD_TOO_LARGE',
      'UPLOAD_TIMEOUT',
      'FILE_TOO_LARGE',
      'MULTIPART_REQUIRED',
      'UNSUPPORTED_TYPE',
      'TYPE_MISMATCH',
      'HEIC_UNSUPPORTED',
      'FILE_REQUIRED',
      'FILE_EMPTY',
      'UNEXPECTED_FIELD',
      'IMAGE_CORRUPT',
      'IMAGE_TOO_MANY_PIXELS',
      'IMAGE_TOO_COMPLEX',
      'STORAGE_FULL',
    ],
  },
  {
    method: 'get',
    path: '/uploads/:id',
    id: 'getUpload',
    summary: 'Read an upload',
    tag: 'Uploads',
    audience: ['ticket', 'user', 'key', 'viewer'],
    params: idParams,
    answers: { 200: { about: 'Its state, and the sizes that there are.', schema: uploadViewSchema } },
  },
  {
    method: 'get',
    path: '/uploads/:id/:preset',
    id: 'getDerivative',
    summary: 'Get one size of an image',
    description: 'At the address that `url` of a derivative gives.',
    tag: 'Uploads',
    audience: ['signed'],
    params: derivativeParams,
    query: signedQuery,
    ...signedBytes('image/webp'),
  },
];
