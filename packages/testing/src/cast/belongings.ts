import { type Database, insertNotification } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import { z } from 'zod';

import { eventually } from '../eventually.ts';
import { pngImage } from '../image-bytes.ts';
import type { Credential } from './callers.ts';

/** What somebody has: everything that a path of the API can name by an id. */
export interface Belongings {
  /** Of `report.csv`, ended, with a file. */
  jobId: string;
  /** Opens that job. */
  ticket: string;
  fileId: string;
  uploadId: string;
  /** Opens the upload. */
  uploadTicket: string;
  /** Address of one size of the upload, signed. */
  derivative: string;
  notificationId: string;
  /** One of their sessions. */
  sessionId: string;
}

const accepted = z.object({ job: z.object({ id: z.string() }), ticket: z.string() });
const uploaded = accepted.extend({ upload: z.object({ id: z.string() }) });
const finished = z.object({ state: z.literal('succeeded'), result: z.object({ url: z.string() }) });
const ready = z.object({ derivatives: z.array(z.object({ url: z.string() })).min(1) });
const sessions = z.object({ sessions: z.array(z.object({ id: z.string() })).min(1) });

/** Give somebody who is signed in something of everything, through the API where they can; a worker must run. */
export async function newBelongings(
  api: string,
  db: Database,
  { token, ownerId }: Credential,
  picture: number,
): Promise<Belongings> {
  const headers = { authorization: `Bearer ${token}` };
  const read = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> =>
    schema.parse(await (await fetch(api + path, { headers })).json());
  const started = await fetch(`${api}/jobs`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'report.csv', payload: { from: '2026-01-01', days: 1 } }),
  });
  const { job, ticket } = accepted.parse(await started.json());
  const form = new FormData();
  form.set('image', new Blob([new Uint8Array(pngImage(64, 64, picture))], { type: 'image/png' }), 'cast.png');
  const sent = await fetch(`${api}/upload-image`, { method: 'POST', headers, body: form });
  const { upload, ticket: uploadTicket } = uploaded.parse(await sent.json());
  const { result } = await eventually(() => read(`/jobs/${job.id}`, finished));
  const { derivatives } = await eventually(() => read(`/uploads/${upload.id}`, ready));
  const id = uuidv7();
  await insertNotification(db, { id, userId: ownerId, title: 'For the cast', body: null, link: null, data: null });
  const mine = await read('/sessions', sessions);
  return {
    jobId: job.id,
    ticket,
    fileId: result.url.split('/').at(-1) ?? '',
    uploadId: upload.id,
    uploadTicket,
    derivative: derivatives[0]?.url ?? '',
    notificationId: id,
    sessionId: mine.sessions[0]?.id ?? '',
  };
}
