import { type AfterClose, afterClose, closeCodes, unsupportedData } from '@jobwire/realtime';

/** One way in which the server closes a socket. */
export interface CloseCodeDoc {
  code: number;
  about: string;
  /** What the client does then. */
  afterwards: AfterClose;
}

const ours: Readonly<Record<keyof typeof closeCodes, string>> = {
  unauthenticated: 'The token of hello is not valid, or its session or key has ended.',
  forbidden: 'Ten subscriptions within a minute to channels that are not there, or not the caller’s.',
  badFrames: 'Five frames that nobody understood.',
  tooManySockets: 'The user holds enough sockets.',
  overloaded: 'Hello could not be answered right now.',
  rateLimited: 'Too many operations: refused five times within ten seconds.',
  helloMissing: 'No hello in time.',
  slowReader: 'More than 1 MB was left unread, or nothing was taken for ten seconds.',
  draining: 'The process stops; wait as long as `goaway` said.',
  silent: 'No sign of life within ten seconds after a heartbeat.',
  tokenExpired: 'The token has ended: get a new one first. Within 30 seconds after its end.',
};

/** Codes of RFC 6455 that the server uses. */
const standard: readonly (readonly [code: number, about: string])[] = [
  [1002, 'A frame that breaks RFC 6455, e.g. one that is not masked.'],
  [unsupportedData, 'A binary frame.'],
  [1007, 'Text that is not UTF-8.'],
  [1008, 'A message of too many fragments.'],
  [1009, 'A frame over 16 KB.'],
];

/** Every close code, in the order of their numbers. */
export function closeCodeDocs(): CloseCodeDoc[] {
  const own = Object.entries(closeCodes).map(([name, code]) => [code, aboutOf(name)] as const);
  return [...standard, ...own]
    .toSorted(([one], [other]) => one - other)
    .map(([code, about]) => ({ code, about, afterwards: afterClose(code) }));
}

function aboutOf(name: string): string {
  const found = Object.entries(ours).find(([key]) => key === name);
  if (!found) throw new Error(`Say in close-codes.ts when a socket closes with ${name}`);
  return found[1];
}
