import type { Socket } from 'node:net';

import type { SMTPServer, SMTPServerSession } from 'smtp-server';

import { createGate } from './gate.ts';
import { createSeen, type Seen } from './seen.ts';
import type { SmtpFault, SmtpPhase, SmtpScript } from './smtp-script.ts';

/** How a session continues after a phase: on, not at all, or with an error for the client. */
export type Continuation = 'on' | 'gone' | Error;

/** Where sessions meet the script. */
export interface SmtpStage {
  /** The phases that sessions have reached, in order. */
  readonly reached: Seen<{ phase: SmtpPhase }>;
  /** Play what the script says for this phase. `arrived` runs first, with the fault if there is one. */
  play(
    phase: SmtpPhase,
    session: SMTPServerSession,
    arrived?: (fault: SmtpFault | undefined) => void,
  ): Promise<Continuation>;
  /** Learn of a server's connections, to be able to break them. */
  attach(server: SMTPServer): void;
  /** Let hanging sessions go on. */
  release(): void;
  /** Break all connections. */
  breakAll(): void;
}

/** Make the stage of one server. */
export function createSmtpStage(script: SmtpScript): SmtpStage {
  const reached = createSeen<{ phase: SmtpPhase }>();
  const hanging = createGate();
  hanging.close();
  /** By the client's port: a session does not know its socket. */
  const sockets = new Map<number, Socket>();

  return {
    reached,
    async play(phase, session, arrived) {
      const fault = script.take(phase);
      arrived?.(fault);
      reached.add({ phase });
      if (fault === undefined) return 'on';
      if ('reply' in fault) return Object.assign(new Error(fault.text ?? 'as scripted'), { responseCode: fault.reply });
      if ('hang' in fault) return hanging.passage().then(() => 'on');
      sockets.get(session.remotePort)?.destroy();
      return 'gone';
    },
    attach(server) {
      server.server.on('connection', (socket: Socket) => {
        const { remotePort } = socket;
        if (remotePort === undefined) return;
        sockets.set(remotePort, socket);
        socket.on('close', () => sockets.delete(remotePort));
      });
    },
    release() {
      hanging.open();
      hanging.close();
    },
    breakAll() {
      hanging.open();
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}
