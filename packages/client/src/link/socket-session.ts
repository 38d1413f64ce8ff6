import { type ClientFrame, closeCodes, type Push, push, reply, subprotocol, type WireProblem } from '@jobwire/protocol';

import { type FrameTap, withoutSecrets } from './frame-tap.ts';
import { watchSilence } from './silence.ts';
import type { WebSocketMaker } from './web-socket.ts';

/** A frame without its id. */
export type Operation = ClientFrame extends infer Frame
  ? Frame extends { id: number }
    ? Omit<Frame, 'id'>
    : never
  : never;

/** What became of an operation. `lost`: the connection ended before the answer. */
export type Answer = { ok: Record<string, unknown> } | { error: WireProblem } | { lost: true };

/** One open socket: operations and their answers, pushes, silence. */
export interface SocketSession {
  /** The answer is told before the frame after it is looked at. */
  ask(operation: Operation, answered: (answer: Answer) => void): void;
  /** How often the server gives a sign of life, in milliseconds. */
  heartbeatEvery(ms: number): void;
  /** Nothing more is told; operations without an answer are lost. */
  end(code?: number, reason?: string): void;
}

/** Whom a socket tells. */
export interface SessionListener {
  opened(): void;
  pushed(push: Push): void;
  /** Once, unless it was ended here. */
  closed(code: number): void;
  /** A frame could not be used. */
  failed(error: unknown): void;
  tap: FrameTap | undefined;
}

/** Time for the socket to open, and then for the greeting, in milliseconds. */
const greetingMs = 20_000;
/** What the server may be late with its heartbeat, in milliseconds, beside the 10 % by which it varies. */
const heartbeatGraceMs = 10_000;

/** Open a socket. */
export function openSession(Maker: WebSocketMaker, url: string, listener: SessionListener): SocketSession {
  const answers = new Map<number, (answer: Answer) => void>();
  const socket = new Maker(url, subprotocol);
  let silenceMs = greetingMs;
  let nextId = 1;
  let over = false;

  const finish = (): void => {
    over = true;
    silence.stop();
    const lost = [...answers.values()];
    answers.clear();
    for (const answered of lost) answered({ lost: true });
  };
  const close = (code: number): void => {
    if (over) return;
    finish();
    listener.closed(code);
  };
  const silence = watchSilence(
    () => silenceMs,
    () => {
      socket.close();
      close(closeCodes.silent);
    },
  );

  const receive = (text: string): void => {
    const value: unknown = JSON.parse(text);
    const pushed = push.safeParse(value);
    if (pushed.success) return listener.pushed(pushed.data);
    const { data } = reply.safeParse(value);
    // What a newer server says and this client does not know is not for it.
    if (!data || data.id === null) return;
    const answered = answers.get(data.id);
    answers.delete(data.id);
    answered?.(data.error ? { error: data.error } : { ok: data.ok ?? {} });
  };

  socket.addEventListener('open', () => {
    if (!over) listener.opened();
  });
  socket.addEventListener('message', ({ data }) => {
    if (over) return;
    silence.heard();
    const text = String(data);
    listener.tap?.({ direction: 'in', transport: 'websocket', text, at: Date.now() });
    // The border of the socket: a frame that cannot be used ends the watching, it does not vanish.
    try {
      receive(text);
    } catch (error) {
      listener.failed(error);
    }
  });
  socket.addEventListener('close', ({ code }) => close(code));
  // A close always follows, and says more.
  socket.addEventListener('error', () => undefined);

  return {
    ask(operation, answered) {
      if (over) return answered({ lost: true });
      const frame = { id: nextId++, ...operation };
      answers.set(frame.id, answered);
      listener.tap?.({ direction: 'out', transport: 'websocket', text: withoutSecrets(frame), at: Date.now() });
      socket.send(JSON.stringify(frame));
    },
    heartbeatEvery: (ms) => void (silenceMs = ms * 1.1 + heartbeatGraceMs),
    end(code, reason) {
      if (over) return;
      finish();
      if (code === undefined) socket.close();
      else socket.close(code, reason);
    },
  };
}
