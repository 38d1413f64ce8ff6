import { types } from 'node:util';

/**
 * The one catalogue of errors. `status` is what HTTP answers, `retryable` whether the same call may succeed later.
 * A code is never renamed: clients and `/problems/<code>` pages depend on it.
 */
export const errorCatalogue = {
  BAD_JSON: { status: 400, retryable: false, title: 'The body is not valid JSON' },
  BAD_REQUEST: { status: 400, retryable: false, title: 'The request cannot be understood' },
  MULTIPART_MALFORMED: { status: 400, retryable: false, title: 'The multipart body is malformed' },
  TOO_MANY_FILES: { status: 400, retryable: false, title: 'Send one file per request' },
  TOO_MANY_FIELDS: { status: 400, retryable: false, title: 'The form has too many fields' },
  FIELD_TOO_LARGE: { status: 400, retryable: false, title: 'A form field is too large' },
  FILE_REQUIRED: { status: 422, retryable: false, title: 'A file is required' },
  FILE_EMPTY: { status: 422, retryable: false, title: 'The file is empty' },
  UNEXPECTED_FIELD: { status: 422, retryable: false, title: 'The file came in an unexpected field' },
  UNAUTHENTICATED: { status: 401, retryable: false, title: 'Sign in first' },
  SIGNATURE_INVALID: { status: 403, retryable: false, title: 'The signature of this address is not valid' },
  FORBIDDEN: { status: 403, retryable: false, title: 'This is not allowed' },
  ADDRESS_NOT_ALLOWED: { status: 403, retryable: false, title: 'This address may not come here' },
  JOB_NOT_ALLOWED: { status: 403, retryable: false, title: 'This job cannot be started by this caller' },
  UNKNOWN_OP: { status: 400, retryable: false, title: 'There is no such operation' },
  HELLO_REQUIRED: { status: 400, retryable: false, title: 'Say hello first' },
  UNKNOWN_CHANNEL: { status: 404, retryable: false, title: 'There is no such channel' },
  CHANNEL_READ_ONLY: { status: 403, retryable: false, title: 'Nobody can publish in this channel' },
  ALREADY_SUBSCRIBED: { status: 409, retryable: false, title: 'This socket is subscribed to the channel' },
  TOO_MANY_SUBSCRIPTIONS: { status: 429, retryable: false, title: 'The socket has too many subscriptions' },
  NOT_FOUND: { status: 404, retryable: false, title: 'There is nothing here' },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, title: 'The method is not allowed here' },
  REQUEST_TIMEOUT: { status: 408, retryable: true, title: 'The request took too long to arrive' },
  UPLOAD_TIMEOUT: { status: 408, retryable: true, title: 'The upload took too long' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, retryable: true, title: 'The first request with this key is still running' },
  JOB_FINISHED: { status: 409, retryable: false, title: 'The job has ended' },
  JOB_STARTED: { status: 409, retryable: false, title: 'The job has started' },
  JOB_NOT_FINISHED: { status: 409, retryable: false, title: 'The job has not ended yet' },
  JOB_FAILED: { status: 409, retryable: false, title: 'The job ended without a result' },
  DELIVERY_OUTDATED: { status: 409, retryable: false, title: 'The job was delivered again since' },
  TOO_MANY_SCHEDULES: { status: 409, retryable: false, title: 'There are too many schedules' },
  POSITION_LOST: { status: 410, retryable: false, title: 'The position cannot be continued' },
  TOKEN_EXPIRED: { status: 410, retryable: false, title: 'The link has expired' },
  TOKEN_USED: { status: 409, retryable: false, title: 'The link was used before' },
  TOKEN_INVALID: { status: 400, retryable: false, title: 'The link is not valid' },
  PRECONDITION_FAILED: { status: 412, retryable: false, title: 'It has changed since it was read' },
  BODY_TOO_LARGE: { status: 413, retryable: false, title: 'The body is too large' },
  FILE_TOO_LARGE: { status: 413, retryable: false, title: 'The file is too large' },
  URI_TOO_LONG: { status: 414, retryable: false, title: 'The address is too long' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false, title: 'The content type is not supported' },
  MULTIPART_REQUIRED: { status: 415, retryable: false, title: 'Send multipart/form-data' },
  UNSUPPORTED_TYPE: { status: 415, retryable: false, title: 'The file is not a supported image' },
  TYPE_MISMATCH: { status: 415, retryable: false, title: 'The file is not of its declared type' },
  HEIC_UNSUPPORTED: { status: 415, retryable: false, title: 'HEIC images are not supported' },
  RANGE_NOT_SATISFIABLE: { status: 416, retryable: false, title: 'The range is outside the file' },
  INVALID_INPUT: { status: 422, retryable: false, title: 'The input is not valid' },
  INVALID_POSITION: { status: 422, retryable: false, title: 'The position is not valid' },
  IDEMPOTENCY_CONFLICT: { status: 422, retryable: false, title: 'The key was used for another request' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, retryable: false, title: 'The Idempotency-Key is not valid' },
  IMAGE_CORRUPT: { status: 422, retryable: false, title: 'The image cannot be read' },
  IMAGE_TRUNCATED: { status: 422, retryable: false, title: 'The image is incomplete' },
  IMAGE_TOO_MANY_PIXELS: { status: 422, retryable: false, title: 'The image has too many pixels' },
  IMAGE_TOO_COMPLEX: { status: 422, retryable: false, title: 'The image is too complex' },
  UPGRADE_REQUIRED: { status: 426, retryable: false, title: 'Connect with a WebSocket' },
  TOO_MANY_JOBS: { status: 429, retryable: true, title: 'Too many unfinished jobs' },
  TOO_MANY_REQUESTS: { status: 429, retryable: true, title: 'Too many requests' },
  TOO_MANY_SOCKETS: { status: 429, retryable: true, title: 'Too many sockets' },
  HEADERS_TOO_LARGE: { status: 431, retryable: false, title: 'The headers are too large' },
  INTERNAL: { status: 500, retryable: true, title: 'Something went wrong' },
  UNAVAILABLE: { status: 503, retryable: true, title: 'The service is not available right now' },
  SEARCH_TIMEOUT: { status: 503, retryable: true, title: 'The search took too long' },
  STORAGE_FULL: { status: 507, retryable: true, title: 'There is no room left' },
} as const satisfies Record<string, { status: number; retryable: boolean; title: string }>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** One offending member of the input: RFC 6901 pointer, a stable code, and a sentence for people. */
export interface InputError {
  pointer: string;
  code: string;
  message: string;
}

/** What may be said beside the code. `detail` is shown to the caller, `cause` is only logged. */
export interface ErrorFacts {
  detail?: string;
  errors?: readonly InputError[];
  retryAfterSeconds?: number;
  /** How the job ended that the call was about, and with which error if it had one. */
  failure?: { state: string; code?: string; message?: string };
  cause?: unknown;
}

/** An error of the catalogue; each border (HTTP, socket, executor) translates it once. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    super(facts.detail ?? errorCatalogue[code].title, facts.cause === undefined ? {} : { cause: facts.cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

/** Make an error of the catalogue. */
export function appError(code: ErrorCode, facts: ErrorFacts = {}): AppError {
  return new AppError(code, facts);
}

/**
 * Read whatever was thrown as an Error, so that a border can rely on `message` and `stack`. Errors of another realm (a
 * worker, a `vm`, Jest) are errors too, which `instanceof` would deny.
 */
export function asError(thrown: unknown): Error {
  return types.isNativeError(thrown)
    ? thrown
    : new Error(typeof thrown === 'string' ? thrown : 'Unknown error', { cause: thrown });
}
