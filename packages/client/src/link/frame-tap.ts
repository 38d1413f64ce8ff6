/** A frame as it went over the wire, for whoever looks on. */
export interface TappedFrame {
  direction: 'in' | 'out';
  transport: 'websocket' | 'sse';
  /** Its text; tokens and tickets are replaced. */
  text: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

/** Looks on. */
export type FrameTap = (frame: TappedFrame) => void;

const secrets = new Set(['token', 'ticket']);

/** The text of a frame for people: without what opens doors. */
export function withoutSecrets(frame: object): string {
  return JSON.stringify(frame, (name, value: unknown) => (secrets.has(name) && value !== undefined ? '…' : value));
}
