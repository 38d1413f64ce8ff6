import type { DerivativeRow, NewUpload, UploadRow, UploadState } from '@jobwire/db';
import { errorCatalogue } from '@jobwire/runtime';
import { z } from 'zod';

import type { SignedUrls } from './signed-urls.ts';

/** Where an upload is in its life. */
const uploadState = z.enum(['processing', 'ready', 'failed']);

/** One size of an image as clients see it. */
const derivativeSchema = z
  .object({
    preset: z.string().meta({ examples: ['thumb'] }),
    format: z.string().meta({ examples: ['webp'] }),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    url: z.string().meta({ description: 'Signed: whoever has it may read the image until it expires' }),
  })
  .meta({ id: 'Derivative', description: 'One size of an image' });

/** An upload as clients see it. */
export const uploadViewSchema = z
  .object({
    id: z.uuid(),
    state: uploadState,
    type: z.string().meta({ description: 'Media type, told from the bytes', examples: ['image/jpeg'] }),
    width: z.int().optional(),
    height: z.int().optional(),
    bytes: z.int(),
    thumbhash: z
      .string()
      .optional()
      .meta({ description: 'Base64 of a picture of a few bytes, to show until the real one is there' }),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
    createdAt: z.iso.datetime(),
    derivatives: z.array(derivativeSchema),
    links: z.object({ self: z.string(), job: z.string() }),
  })
  .meta({ id: 'Upload', description: 'An uploaded image' });

/** What the answer to an upload says of it. */
export const acceptedUploadSchema = z.object({
  id: z.uuid(),
  state: uploadState,
  links: z.object({ self: z.string() }),
});

type DerivativeView = z.output<typeof derivativeSchema>;
type UploadView = z.output<typeof uploadViewSchema>;
type AcceptedUploadView = z.output<typeof acceptedUploadSchema>;

/** Show an upload that was just accepted. */
export function acceptedUploadView({ id }: Pick<NewUpload, 'id'>): AcceptedUploadView {
  return { id, state: 'processing', links: { self: `/uploads/${id}` } };
}

/** Show an upload that was sent before. */
export function knownUploadView(row: UploadRow): AcceptedUploadView {
  return { ...acceptedUploadView(row), state: stateOf(row) };
}

/** Show an upload of the record. */
export function uploadView(row: UploadRow, derivatives: readonly DerivativeRow[], urls: SignedUrls): UploadView {
  const code = row.failure_code ?? row.job_error?.code;
  const state = stateOf(row);
  return {
    id: row.id,
    state,
    type: row.detected_type,
    ...(row.width && row.height ? { width: row.width, height: row.height } : {}),
    bytes: row.byte_size,
    ...(row.thumbhash ? { thumbhash: row.thumbhash } : {}),
    ...(state === 'failed' ? { error: failureOf(code ?? row.job_state?.toUpperCase() ?? 'INTERNAL') } : {}),
    createdAt: row.created_at.toISOString(),
    derivatives: derivatives.map((derivative) => derivativeView(row.id, derivative, urls)),
    links: { self: `/uploads/${row.id}`, job: `/jobs/${row.job_id}` },
  };
}

/** A job can end without its handler having a say: lost with its worker, cancelled, out of time. */
function stateOf(row: UploadRow): UploadState {
  const given = row.job_state === 'failed' || row.job_state === 'cancelled' || row.job_state === 'expired';
  return row.state === 'processing' && given ? 'failed' : row.state;
}

function failureOf(code: string): { code: string; message: string } {
  const known = Object.entries(errorCatalogue).find(([name]) => name === code);
  return { code, message: known ? known[1].title : 'The image could not be processed' };
}

function derivativeView(uploadId: string, row: DerivativeRow, urls: SignedUrls): DerivativeView {
  const { preset, format, width, height } = row;
  const url = urls.sign(`/uploads/${uploadId}/${preset}`, row.sha256.slice(0, 16));
  return { preset, format, width, height, bytes: row.byte_size, url };
}
