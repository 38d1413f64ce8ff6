/** PostgreSQL's five-character code of an error that the server answered, else undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True for a violated unique constraint, optionally of one constraint or index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}

/**
 * True when the record itself is out of reach or too busy, so that the same call may succeed later: no connection
 * (class 08 and socket errors), shutting down or starting (57P0x), out of resources (53), timeouts (57014, 55P03),
 * deadlock or serialisation failure (40). Classes: PostgreSQL documentation, appendix A.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof RecordUnavailable) return true;
  const state = sqlState(error);
  if (state) return /^(08|53|40|57P)/.test(state) || state === '57014' || state === '55P03' || state === '25P03';
  const { code, message } = error as { code?: string; message?: string };
  if (code && /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return true;
  return /timeout|terminat|not queryable|Connection ended|Cannot use a pool/i.test(message ?? '');
}

/** The record is out of reach or too busy: nobody's mistake, and the same call may succeed later. */
export class RecordUnavailable extends Error {
  /** The code of the cause, for those who look for a certain one. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The record is out of reach', { cause });
    this.name = 'RecordUnavailable';
    this.code = (cause as { code?: string }).code;
  }
}

/** Tell an error of the record that is out of reach from all others, at the one place where it is known to be the record's. */
export function asRecordError(error: unknown): unknown {
  return isUnavailable(error) && !(error instanceof RecordUnavailable) ? new RecordUnavailable(error) : error;
}
