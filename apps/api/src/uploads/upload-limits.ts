/** Bounds of one upload and of all together. Times in milliseconds. */
export interface UploadLimits {
  /** Largest file. */
  maxBytes: number;
  /** The client sends nothing for so long: it is gone. */
  idleMs: number;
  /** The whole upload takes so long: it is too slow. */
  totalMs: number;
  /** Uploads that are received at the same time by this process; more are told to come back. */
  inFlight: number;
}

/** What a process accepts unless a test says otherwise; `maxBytes` is UPLOAD_MAX_BYTES. */
export const uploadLimits = { idleMs: 30_000, totalMs: 300_000, inFlight: 32 } as const satisfies Partial<UploadLimits>;

/** What a form may weigh beside its file: boundaries, part headers, a few small fields. In bytes. */
export const formOverheadBytes = 64 * 1024;
