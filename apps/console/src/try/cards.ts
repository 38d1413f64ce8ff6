import type { Job } from '@jobwire/client';

import { isOperator, type Person, userOf } from '../account/person.ts';
import type { KeptJob } from '../kept/kept-jobs.ts';
import { type JobPicture, unknownJob } from '../live-job/job-picture.ts';
import type { UploadEntry } from './upload-list.ts';

/** A file or a job that is shown: a file becomes a job, and stays the same card. */
export interface Card {
  key: string;
  title: string;
  /** When it was begun, in milliseconds since 1970. */
  at: number;
  upload: UploadEntry | undefined;
  kept: KeptJob | undefined;
}

/** Where a card is: on its way to the server, or where its job is. */
export type CardState = Job['state'] | Exclude<UploadEntry['phase'], 'accepted'>;

/** What is shown, the newest first; files that were chosen together stay in their order. */
export function cardsOf(kept: readonly KeptJob[], uploads: readonly UploadEntry[]): Card[] {
  const sent = uploads.filter(({ phase }) => phase !== 'accepted');
  const cards = [
    ...sent.map((upload): Card => ({ ...factsOf(upload), upload, kept: undefined })),
    ...kept.map((job): Card => {
      const upload = uploads.find(({ jobId }) => jobId === job.id);
      if (upload) return { ...factsOf(upload), upload, kept: job };
      return { key: job.id, title: job.title, at: Date.parse(job.createdAt), upload, kept: job };
    }),
  ];
  const order = new Map(uploads.map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: Card): number => order.get(key) ?? 0;
  return cards.toSorted((one, other) => other.at - one.at || placeOf(one) - placeOf(other));
}

function factsOf({ key, file, at }: UploadEntry): Pick<Card, 'key' | 'title' | 'at'> {
  return { key, title: file.name, at };
}

/** Where a card is. */
export function stateOf({ upload }: Card, picture: JobPicture): CardState {
  return upload && upload.phase !== 'accepted' ? upload.phase : picture.state;
}

/** What is known of a card's job: what is watched, else how it ended when it was seen last. */
export function pictureOf({ kept }: Card, watched: JobPicture | undefined): JobPicture {
  const ended = finalStates.find((state) => state === kept?.ended);
  if (ended === undefined || watched?.final) return watched ?? unknownJob;
  return {
    ...(watched ?? unknownJob),
    state: ended,
    percent: ended === 'succeeded' ? 100 : (watched?.percent ?? 0),
    final: true,
  };
}

const finalStates = ['succeeded', 'failed', 'cancelled', 'expired'] as const;

/** What has succeeded never changes again: everything else is watched, because somebody may run it once more. */
export function isWatched({ kept }: Card): boolean {
  return kept !== undefined && kept.ended !== 'succeeded';
}

/** Nothing follows, as far as this browser has seen: may be cleared away. */
export function isOver({ upload, kept }: Card): boolean {
  if (kept) return kept.ended !== undefined;
  return upload?.phase === 'refused' || upload?.phase === 'stopped';
}

/** May cancel and retry: operators, and its owner. A ticket only reads. */
export function maySteer(person: Person, kept: KeptJob | undefined): boolean {
  if (!kept) return false;
  return isOperator(person) || (kept.owner !== undefined && kept.owner === userOf(person)?.id);
}
