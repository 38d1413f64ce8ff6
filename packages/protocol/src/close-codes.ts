/** What a client does after a close. */
export type AfterClose = 'stop' | 'back off' | 'reconnect';

/**
 * Why the server closes a socket, in the private range of RFC 6455 §7.4.2. The hundreds tell the client what to do, so
 * that it needs no list: 40xx stop, 41xx back off and resume, 42xx reconnect now.
 */
export const closeCodes = {
  unauthenticated: 4001,
  /** Asked for too many channels that are not there, or not theirs. */
  forbidden: 4003,
  badFrames: 4005,
  tooManySockets: 4008,
  overloaded: 4100,
  rateLimited: 4101,
  helloMissing: 4102,
  slowReader: 4108,
  draining: 4200,
  silent: 4201,
  /** The token has ended: get a new one, then come back. */
  tokenExpired: 4202,
} as const;

/** A frame of a type that is not accepted (RFC 6455 §7.4.1). */
export const unsupportedData = 1003;

/** Codes of RFC 6455 §7.4.1 after which the same client would fail again. */
const hopeless = new Set([1002, 1003, 1007, 1009, 1010]);

/** What a client does after it was closed with this code. */
export function afterClose(code: number): AfterClose {
  if (code >= 4200 && code < 4300) return 'reconnect';
  if ((code >= 4000 && code < 4100) || hopeless.has(code)) return 'stop';
  return 'back off';
}
