import { randomUUID } from 'node:crypto';

import type { Client, WatchItem, Job } from '@jobwire/client';

import { pngImage } from '../image-bytes.ts';

/** A job that the API has accepted. */
export interface AcceptedJob {
  id: string;
  ticket: string;
  kind: 'mail' | 'image';
  /** The address that the mail goes to. */
  email?: string;
  uploadId?: string;
}

/** Register somebody; an answer that fails is asked for again, here and below. */
export async function acceptMail(client: Client, email: string): Promise<AcceptedJob> {
  const { job, ticket } = await untilAccepted(() => client.register({ email }));
  return { id: job.id, ticket, kind: 'mail', email };
}

/** Upload an image that nobody has uploaded before. */
export async function acceptImage(client: Client, index: number): Promise<AcceptedJob> {
  const image = new Blob([new Uint8Array(pngImage(320 + (index % 40), 240 + Math.floor(index / 40), index % 250))], {
    type: 'image/png',
  });
  const { upload, job, ticket } = await untilAccepted(() => client.upload(image, `photo-${index}.png`));
  return { id: job.id, ticket, kind: 'image', uploadId: upload.id };
}

/** Accept `count` jobs, mails and images in turn, a few at a time. */
export async function acceptMixed(
  client: Client,
  count: number,
  onAccepted: (job: AcceptedJob) => void,
): Promise<AcceptedJob[]> {
  const accepted: AcceptedJob[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const job = await (index % 2 === 0
        ? acceptMail(client, `user${index}-${randomUUID()}@example.com`)
        : acceptImage(client, index));
      accepted.push(job);
      onAccepted(job);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return accepted;
}

/** A client whose request was refused because a server was away does what every client does: it asks again. */
async function untilAccepted<Accepted>(ask: () => Promise<Accepted>): Promise<Accepted> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function isRetryable(error: unknown): boolean {
  const { problem, name } = error as { problem?: { retryable?: boolean }; name?: string };
  return problem?.retryable === true || name === 'TypeError';
}

/** Watch a job from its first event to its last. */
export async function watchToEnd(client: Client, job: AcceptedJob): Promise<WatchItem<Job>[]> {
  const items: WatchItem<Job>[] = [];
  for await (const item of client.watch(job.id, { ticket: job.ticket, since: '0' })) items.push(item);
  return items;
}
