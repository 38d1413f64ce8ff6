import { JobwireError, type Uploaded, type UploadOptions } from '@jobwire/client';
import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { nextToSend, type UploadEntry, withChange, withJob } from './upload-list.ts';
import { refusalOf, type UploadRules } from './upload-rules.ts';

/** The files that this page sends. They go on while somebody looks at another page, or signs in. */
export interface Uploads {
  /** As they were chosen. */
  readonly all: ReadonlySignal<readonly UploadEntry[]>;
  add(files: readonly File[], rules: UploadRules): void;
  /** Stop sending. */
  stop(key: string): void;
  /** Send once more, with the same key: what has arrived after all is not taken twice. */
  again(key: string): void;
  remove(key: string): void;
  /** The file's own picture is not needed any more. */
  dropPreview(key: string): void;
}

/** What uploads need. */
export interface UploadsOptions {
  send(file: File, options: UploadOptions): Promise<Uploaded>;
  /** Told what became of a file, before its card shows the job. */
  accepted(file: File, answer: Uploaded): void;
  previews: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  newKey(): string;
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** Pauses before a file is sent again by itself, in milliseconds: together longer than a server takes to restart. */
const pausesMs = [1_000, 2_000, 4_000, 8_000, 16_000];

/** Send files, a few at a time. */
export function createUploads(options: UploadsOptions): Uploads {
  const all = signal<readonly UploadEntry[]>([]);
  const running = new Map<string, AbortController>();
  const change = (key: string, to: Partial<UploadEntry>): void => {
    all.value = withChange(all.value, key, to);
  };
  const dropPreview = (key: string): void => {
    const preview = all.value.find((entry) => entry.key === key)?.preview;
    if (preview === undefined) return;
    options.previews.revokeObjectURL(preview);
    change(key, { preview: undefined });
  };
  const send = async ({ key, file }: UploadEntry): Promise<void> => {
    const stopping = new AbortController();
    running.set(key, stopping);
    change(key, { phase: 'sending', error: undefined });
    try {
      const answer = await sendPatiently(options, file, {
        name: file.name,
        idempotencyKey: key,
        signal: stopping.signal,
        onProgress: ({ loaded, total }) => change(key, { sent: total > 0 ? loaded / total : 0 }),
      });
      batch(() => {
        options.accepted(file, answer);
        all.value = withJob(all.value, key, answer.job.id);
      });
    } catch (error) {
      change(key, stopping.signal.aborted ? { phase: 'stopped' } : { phase: 'unsent', error });
    } finally {
      running.delete(key);
      sendNext();
    }
  };
  const sendNext = (): void => {
    for (const entry of nextToSend(all.value)) void send(entry);
  };
  return {
    all,
    add(files, rules) {
      const added = files.map((file): UploadEntry => {
        const refusal = refusalOf(file, rules);
        return {
          key: options.newKey(),
          file,
          at: options.now(),
          preview: refusal ? undefined : options.previews.createObjectURL(file),
          phase: refusal ? 'refused' : 'waiting',
          sent: 0,
          refusal,
        };
      });
      all.value = [...all.value, ...added];
      sendNext();
    },
    stop(key) {
      running.get(key)?.abort();
      if (!running.has(key)) change(key, { phase: 'stopped' });
    },
    again(key) {
      change(key, { phase: 'waiting', error: undefined });
      sendNext();
    },
    remove(key) {
      running.get(key)?.abort();
      dropPreview(key);
      all.value = all.value.filter((entry) => entry.key !== key);
    },
    dropPreview,
  };
}

/** Send a file; where the server could not be reached, or was too busy, send it again. */
async function sendPatiently(
  { send, pause }: Pick<UploadsOptions, 'send' | 'pause'>,
  file: File,
  options: UploadOptions & { signal: AbortSignal },
): Promise<Uploaded> {
  for (const ms of pausesMs) {
    try {
      return await send(file, options);
    } catch (error) {
      if (options.signal.aborted || !mayPass(error)) throw error;
      await pause(ms);
    }
  }
  return send(file, options);
}

/** A request without an answer is a `TypeError`, as in `fetch`. */
function mayPass(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof JobwireError && error.retryable);
}
