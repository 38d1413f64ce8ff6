import type { Tx } from '@jobwire/db';

/** What a file is called and what it is. */
export interface FileFacts {
  /** Shown to whoever downloads it, e.g. `report.csv`; one file per job and name. At most 255 bytes. */
  name: string;
  /** Media type, e.g. `text/csv`. */
  type: string;
}

/** Stored bytes that no row refers to yet. They are kept for a day: save them before. */
export interface StoredFile extends FileFacts {
  /** Of the bytes, in hex. */
  sha256: string;
  bytes: number;
}

/** A file of a job, for its result. */
// Not an interface: a value that is stored as JSON needs no index signature this way.
export type JobFile = {
  id: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  /** `/files/<id>`: whoever may read the job may download it. It never expires while the job is kept. */
  url: string;
};

/** Keeps files that jobs make. */
export interface Files {
  /**
   * Store what a stream gives. The same bytes are stored once, however often a job runs.
   *
   * @param signal ends the writing; what was written is dropped
   * @throws Permanent INVALID_FILE for a name or type that cannot be served
   * @throws Retryable STORAGE_FULL, UNAVAILABLE
   */
  put(content: AsyncIterable<string | Uint8Array>, facts: FileFacts, signal?: AbortSignal): Promise<StoredFile>;
  /** Make a stored file one of the job's, inside `commit`. The same name again replaces the file and keeps its address. */
  save(tx: Tx, jobId: string, file: StoredFile): Promise<JobFile>;
}

/** What jobs need whose results are files. */
export interface FilePorts {
  files: Files;
}
