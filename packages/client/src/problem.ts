import type { WireProblem } from '@jobwire/protocol';

/** An error that the server reported, over HTTP or a socket. */
export class JobwireError extends Error {
  /** Stable code of the server's catalogue, e.g. `NOT_FOUND`. */
  readonly code: string;
  /** HTTP status of the error, also when it came over a socket. */
  readonly status: number;
  /** True when the same call may succeed later. */
  readonly retryable: boolean;
  /** Everything that the server said. */
  readonly problem: Partial<WireProblem>;

  constructor(problem: Partial<WireProblem>) {
    const { title = 'The server reported an error', detail } = problem;
    super(detail === undefined ? title : `${title}: ${detail}`);
    this.name = 'JobwireError';
    this.code = problem.code ?? 'UNKNOWN';
    this.status = problem.status ?? 0;
    this.retryable = problem.retryable ?? false;
    this.problem = problem;
  }
}

/** The connection ended before an answer: whether the server has done what was asked is not known. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection was lost');
    this.name = 'ConnectionLost';
  }
}
