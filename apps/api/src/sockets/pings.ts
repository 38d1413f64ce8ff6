import type { WebSocket } from 'ws';

/** The pings of one socket, and what their answers prove. */
export interface Pings {
  send(): void;
  /**
   * Learn when the client has everything that was sent until now: `arrived` is called after the pong to a ping that was
   * sent behind it. A frame of the client proves nothing, because it may have been under way before.
   */
  confirm(arrived: () => void): void;
  /** Take a pong. False when no ping of ours asked for it. */
  answered(payload: Buffer): boolean;
}

/**
 * Make the pings of a socket. Each carries its number, because a peer may answer several with one pong, to the newest
 * (RFC 6455 §5.5.3). Confirmations wait for the one that is under way, so that many events cost few pings.
 */
export function createPings(ws: Pick<WebSocket, 'ping' | 'readyState' | 'OPEN'>): Pings {
  let sent = 0;
  let heard = 0;
  let waiting: { behind: number; arrived: readonly (() => void)[] } | undefined;
  let next: (() => void)[] = [];

  const send = (): void => {
    if (ws.readyState !== ws.OPEN) return;
    sent += 1;
    ws.ping(String(sent));
  };
  const ask = (): void => {
    send();
    waiting = { behind: sent, arrived: next };
    next = [];
  };

  return {
    send,
    confirm(arrived) {
      next.push(arrived);
      if (!waiting) ask();
    },
    answered(payload) {
      const number = Number(payload.toString('latin1'));
      if (!Number.isInteger(number) || number <= heard || number > sent) return false;
      heard = number;
      if (!waiting || number < waiting.behind) return true;
      const { arrived } = waiting;
      waiting = undefined;
      for (const tell of arrived) tell();
      if (next.length > 0) ask();
      return true;
    },
  };
}
