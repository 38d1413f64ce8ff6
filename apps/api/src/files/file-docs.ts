import type { RouteDoc } from '../openapi/route-doc.ts';
import { idParams } from '../openapi/shared-docs.ts';
import { signedBytes, signedQuery } from './signed-docs.ts';

const bytes = signedBytes('*/*');

/** `GET /files/:id`. */
export const fileDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/files/:id',
    id: 'getFile',
    summary: 'Get a file that a job made',
    description:
      'The plain address leads whoever may read the job to the signed one. The signed one answers the bytes, of the media type that the job gave them, as an attachment.',
    tag: 'Uploads',
    audience: ['ticket', 'user', 'key', 'viewer', 'signed'],
    params: idParams,
    query: signedQuery,
    ...bytes,
    answers: {
      ...bytes.answers,
      303: { about: 'You may read it.', headers: { Location: 'The signed address.' } },
    },
  },
];
