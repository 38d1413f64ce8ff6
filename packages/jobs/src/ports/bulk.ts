/** How far a bulk action is. */
export interface BulkProgress {
  matched: number;
  done: number;
  skipped: number;
  failed: number;
}

/** What one step of a bulk action came to. */
export type BulkStepResult =
  | { kind: 'acted' | 'over'; counts: BulkProgress }
  /** The rate asks to wait so many milliseconds. */
  | { kind: 'wait'; ms: number }
  /** The asking job does not carry it out, or was asked to end. */
  | { kind: 'stopped' };

/** What the job needs that carries bulk actions out. */
export interface BulkPorts {
  bulkActions: {
    /** Act on the next job, once, whoever asks how often. */
    step(actionId: string, jobId: string): Promise<BulkStepResult>;
  };
}
