import type { BucketAddress } from '@jobwire/runtime';

import { s3Error } from './s3-failures.ts';

const loadLibrary = () => import('@aws-sdk/client-s3');

/** The library of AWS, loaded. */
export type S3Library = Awaited<ReturnType<typeof loadLibrary>>;
type S3Client = InstanceType<S3Library['S3Client']>;

/** The key that S3 knows us by; both halves unset leave it to the chain that all clients of AWS follow. */
export interface S3Credentials {
  S3_ACCESS_KEY_ID?: string | undefined;
  S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** A bucket that is spoken to. */
export interface Bucket {
  /**
   * Ask it something.
   *
   * @param deadlineMs until the answer has begun, with all repetitions
   * @throws AppError STORAGE_FULL or UNAVAILABLE, or the client's error where `expected` knows it
   */
  ask<Answer>(
    work: (client: S3Client, library: S3Library, signal: AbortSignal) => Promise<Answer>,
    options?: { deadlineMs?: number; expected?: (error: unknown) => boolean },
  ): Promise<Answer>;
}

/** A server that is there answers a connection within this; milliseconds. */
const connectMs = 2_000;
/** Silence in the middle of a body, in milliseconds: a server that froze, or a reader of ours that has stopped reading. */
const silenceMs = 60_000;
/** A question without a body, all its repetitions included; milliseconds. */
const answerMs = 10_000;
/** Twice 50, the default, so that a sweep of 200 files is not called congestion. */
const maxSockets = 100;

/** Speak to a bucket. The library is loaded with the first question, so that set-ups with a disk never pay for it. */
export function createBucket(address: BucketAddress, credentials: S3Credentials): Bucket {
  let loaded: Promise<{ client: S3Client; library: S3Library }> | undefined;
  const load = async (): Promise<{ client: S3Client; library: S3Library }> => {
    const library = await loadLibrary();
    return { library, client: createClient(library, address, credentials) };
  };
  return {
    async ask(work, { deadlineMs = answerMs, expected = () => false } = {}) {
      const { client, library } = await (loaded ??= load());
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), deadlineMs);
      try {
        return await work(client, library, deadline.signal);
      } catch (error) {
        throw expected(error) ? error : s3Error(error);
      } finally {
        // What was asked for may still be on its way, for as long as its reader takes.
        clearTimeout(timer);
      }
    },
  };
}

function createClient(
  { S3Client: Client }: S3Library,
  { region, endpoint, pathStyle }: BucketAddress,
  { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey }: S3Credentials,
): S3Client {
  return new Client({
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    forcePathStyle: pathStyle,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: connectMs,
      socketTimeout: silenceMs,
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    },
    // What goes wrong is thrown, and told by who catches it.
    logger: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
    // We send the checksum that matters ourselves; servers that are not AWS do not all know the newer forms.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function ignore(): void {}
