import { setTimeout as delay } from 'node:timers/promises';

import { type RawData, WebSocket } from 'ws';
import { z } from 'zod';

const anyFrame = z.record(z.string(), z.unknown());

/** A frame as it came, parsed but not trusted. */
export type Frame = Record<string, unknown>;

/** The client's end of a socket in a test. */
export interface TestSocket {
  readonly ws: WebSocket;
  /** Everything that came, in order. */
  readonly frames: readonly Frame[];
  send(frame: unknown): void;
  /** Wait for a frame (also among those that came before). */
  until(matches: (frame: Frame) => boolean): Promise<Frame>;
  /** Send an operation with the next id and wait for its reply. */
  ask(op: string, members?: Frame): Promise<Frame>;
  /** Settles with the close code. */
  readonly closed: Promise<number>;
  /** Close and wait. */
  close(): Promise<void>;
}

/** What a socket of a test sends at the upgrade. */
export interface TestSocketOptions {
  headers?: Record<string, string>;
  protocols?: string[];
  /** False: protocol pings stay without an answer. */
  autoPong?: boolean;
}

/**
 * Open a socket.
 *
 * @throws Error with the answer's status in its message when the upgrade is refused
 */
export async function openTestSocket(url: string, options: TestSocketOptions = {}): Promise<TestSocket> {
  const ws = new WebSocket(url, options.protocols ?? ['jobwire.v1'], {
    headers: options.headers ?? {},
    autoPong: options.autoPong ?? true,
  });
  const frames: Frame[] = [];
  let heard: (() => void)[] = [];
  let nextId = 1;
  const wake = (): void => {
    const waking = heard;
    heard = [];
    for (const listener of waking) listener();
  };
  ws.on('message', (data) => {
    frames.push(anyFrame.parse(JSON.parse(textOf(data))));
    wake();
  });
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  void closed.then(wake);
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  ws.on('error', () => undefined);

  const until = async (matches: (frame: Frame) => boolean): Promise<Frame> => {
    for (;;) {
      const found = frames.find(matches);
      if (found) return found;
      if (ws.readyState === ws.CLOSED)
        throw new Error(`The socket closed; frames: ${JSON.stringify(frames.slice(-5))}`);
      await new Promise<void>((resolve) => heard.push(resolve));
    }
  };
  const send = (frame: unknown): void => ws.send(JSON.stringify(frame));
  return {
    ws,
    frames,
    send,
    until,
    ask(op, members = {}) {
      const id = nextId++;
      send({ id, op, ...members });
      return until((frame) => frame['id'] === id);
    },
    closed,
    async close() {
      ws.close();
      await Promise.race([closed, delay(5_000, undefined, { ref: false })]);
    },
  };
}

/** The events of a channel among frames, in order. */
export function eventsOf(frames: readonly Frame[], channel: string): Frame[] {
  return frames.filter((frame) => frame['t'] === 'event' && frame['ch'] === channel);
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
