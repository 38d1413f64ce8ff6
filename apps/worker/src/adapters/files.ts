import { pipeline } from 'node:stream/promises';

import { type Database, keepBlob, saveFile } from '@jobwire/db';
import type { FileFacts, Files } from '@jobwire/jobs';
import { Permanent, Retryable } from '@jobwire/queue/job';
import { AppError, uuidv7 } from '@jobwire/runtime';
import { fileKey, type Storage } from '@jobwire/storage';

/** Make the port that keeps files: bytes in the storage, by their content, and one row per job and name. */
export function createFiles(db: Database, storage: Storage): Files {
  return {
    async put(content, { name, type }, signal) {
      assertServable({ name, type });
      return { name, type, ...(await retryably(() => store(db, storage, content, signal))) };
    },
    async save(tx, jobId, { name, type, sha256, bytes }) {
      const id = await saveFile(tx, { id: uuidv7(), jobId, name, type, sha256 });
      return { id, name, type, bytes, sha256, url: `/files/${id}` };
    },
  };
}

async function store(
  db: Database,
  storage: Storage,
  content: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  const temp = await storage.writeTemp();
  try {
    await pipeline(content, temp.stream, { signal });
    const digest = temp.digest();
    // Written down first, so that the sweeper knows of bytes whose job never comes to its commit.
    await storage.promote(temp, await keepBlob(db, { ...digest, storageKey: fileKey(digest.sha256) }));
    return digest;
  } catch (error) {
    await storage.discard(temp);
    throw error;
  }
}

/** The storage speaks in errors of HTTP; to a job they are failures that another attempt may not have. */
async function retryably<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw new Retryable(error.code, error.message, { cause: error });
    throw error;
  }
}

/** A type and parameters of plain characters (RFC 9110, 8.3.1). */
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w!#$&^.+-]+=[\w!#$&^.+-]+)*$/;

function assertServable({ name, type }: FileFacts): void {
  // PostgreSQL stores no NUL; nobody can read any other control character.
  if (name === '' || Buffer.byteLength(name) > 255 || /\p{Cc}/u.test(name)) {
    throw new Permanent('INVALID_FILE', 'A file needs a name of 1 to 255 bytes without control characters');
  }
  if (!mediaType.test(type)) throw new Permanent('INVALID_FILE', 'A file needs a media type, e.g. text/csv');
}
