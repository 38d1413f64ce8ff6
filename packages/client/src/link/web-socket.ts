/** The part of a WebSocket that this client uses; browsers, Node 22 and `ws` have it. */
export interface WebSocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void;
}

/** Makes sockets. */
export type WebSocketMaker = new (url: string, protocol: string) => WebSocketLike;

/** Find what makes sockets: the given maker, the platform's own, else `ws` (Node 20 has none). */
export async function findWebSocket(given: WebSocketMaker | undefined): Promise<WebSocketMaker> {
  if (given) return given;
  const own: unknown = Reflect.get(globalThis, 'WebSocket');
  if (isMaker(own)) return own;
  const { WebSocket } = await import('ws');
  return WebSocket;
}

/** What the platform has under this name is described by a standard. */
function isMaker(value: unknown): value is WebSocketMaker {
  return typeof value === 'function';
}
