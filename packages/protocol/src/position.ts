/** A place in a channel's log: everything up to `seq` is known. `0` is the place before the first event. */
export interface Position {
  epoch: string;
  seq: number;
}

/** `epoch:seq`: the same string in sockets, in SSE ids and in REST. */
export function formatPosition({ epoch, seq }: Position): string {
  return `${epoch}:${seq}`;
}

/** The parts of a position as patterns. Ten digits hold every number that the record can count to. */
export const positionText = { epoch: '[A-Za-z0-9_-]{1,32}', seq: '\\d{1,10}' } as const;

const text = new RegExp(`^(?:(${positionText.epoch}):)?(${positionText.seq})$`);

/**
 * Read `epoch:seq`, or a bare `seq` that is taken to be of the current epoch.
 *
 * @returns undefined for anything else
 */
export function parsePosition(given: string, currentEpoch: string): Position | undefined {
  const match = text.exec(given);
  if (!match) return undefined;
  return { epoch: match[1] ?? currentEpoch, seq: Number(match[2]) };
}
