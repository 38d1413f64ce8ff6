import type { Refusal } from './upload-rules.ts';

/** A file that was chosen here, until its card is forgotten. */
export interface UploadEntry {
  /** Names its card, also after it has become a job. Sent as the Idempotency-Key, so that trying again is harmless. */
  key: string;
  file: File;
  /** When it was chosen, in milliseconds since 1970. */
  at: number;
  /** Address of the file itself, as a picture; undefined once the thumbnail is there. */
  preview: string | undefined;
  phase: 'waiting' | 'sending' | 'unsent' | 'stopped' | 'refused' | 'accepted';
  /** The share of its bytes that has left, 0 to 1: the most so far, a second try catches up with it. */
  sent: number;
  refusal?: Refusal | undefined;
  /** Why it could not be sent. */
  error?: unknown;
  /** The job that it has become. */
  jobId?: string;
}

/** Files that are sent at the same time; the others wait. More would share the same line, and all end late. */
export const mostAtOnce = 3;

/** What waits and may be sent now, the first chosen first. */
export function nextToSend(entries: readonly UploadEntry[]): UploadEntry[] {
  const free = mostAtOnce - entries.filter(({ phase }) => phase === 'sending').length;
  return entries.filter(({ phase }) => phase === 'waiting').slice(0, Math.max(0, free));
}

/** The list with one entry changed. The bar of a card never runs backwards, so what was sent never shrinks. */
export function withChange(
  entries: readonly UploadEntry[],
  key: string,
  change: Partial<UploadEntry>,
): readonly UploadEntry[] {
  return entries.map((entry) =>
    entry.key === key ? { ...entry, ...change, sent: Math.max(entry.sent, change.sent ?? 0) } : entry,
  );
}

/** The list when an entry has become a job. An earlier card of the same job makes room: a known image has its first job. */
export function withJob(entries: readonly UploadEntry[], key: string, jobId: string): readonly UploadEntry[] {
  const others = entries.filter((entry) => entry.key === key || entry.jobId !== jobId);
  return withChange(others, key, { phase: 'accepted', sent: 1, jobId });
}
