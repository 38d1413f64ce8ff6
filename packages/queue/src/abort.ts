/** Why a run was asked to end. */
export type AbortKind = 'timeout' | 'lost-lock' | 'shutdown' | 'cancel';

/** The reason of a handler's `signal`. */
export class RunAborted extends Error {
  readonly kind: AbortKind;

  constructor(kind: AbortKind) {
    super(`The run was ended: ${kind}`);
    this.name = 'RunAborted';
    this.kind = kind;
  }
}

/** Thrown by `commit` and `once` when another run has taken the job over: whatever this one does no longer counts. */
export class ClaimLost extends Error {
  constructor() {
    super('Another run has taken the job over');
    this.name = 'ClaimLost';
  }
}

const kinds: ReadonlySet<string> = new Set<AbortKind>(['timeout', 'lost-lock', 'shutdown', 'cancel']);

/** Read the reason with which the engine aborted a run; anything unknown counts as a lost lock, the careful answer. */
export function abortKindOf(reason: unknown): AbortKind {
  return typeof reason === 'string' && kinds.has(reason) ? (reason as AbortKind) : 'lost-lock';
}
