/** Thrown by a handler: the job cannot succeed, however often it is tried. */
export class Permanent extends Error {
  readonly code: string;

  /** @param code stable, in capitals, e.g. `IMAGE_TRUNCATED`; shown to the job's owner */
  constructor(code: string, message: string = code, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'Permanent';
    this.code = code;
  }
}

/** Thrown by a handler: try again after a while, without spending an attempt. */
export class RetryAfter extends Error {
  readonly delayMs: number;

  /** @param delayMs milliseconds until the next run */
  constructor(delayMs: number, message = 'Asked to wait', options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'RetryAfter';
    this.delayMs = delayMs;
  }
}

/** Thrown by a handler: there is nothing to do any more; the job ends succeeded, with the reason. */
export class Skip extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'Skip';
    this.reason = reason;
  }
}

/** Thrown by a handler or port: a failure with a stable code, retried by the job's policy. */
export class Retryable extends Error {
  readonly code: string;

  constructor(code: string, message: string = code, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'Retryable';
    this.code = code;
  }
}
