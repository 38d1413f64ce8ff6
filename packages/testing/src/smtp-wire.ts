import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

import { selfSigned } from './self-signed.ts';

/** The bytes between an SMTP server and one client. */
export interface SmtpWire {
  /** The next line without its end; undefined when the client is gone. */
  line(): Promise<string | undefined>;
  /**
   * A mail up to its last dot, as it was before dots were doubled (RFC 5321 §4.5.2); undefined when the client is gone.
   *
   * @param begun called when the first bytes are here; false ends the reading
   */
  mail(begun: () => Promise<boolean>): Promise<Buffer | undefined>;
  write(text: string): void;
  /** Speak TLS from now on. @throws Error when the client does not like the certificate */
  upgrade(): Promise<void>;
  /** Whether the client can still be heard. */
  readonly open: boolean;
  /** End the connection; what was written goes out before. */
  end(): void;
  /** Cut the connection. */
  cut(): void;
}

/** Make the wire of a connection. */
export function createSmtpWire(plain: Socket): SmtpWire {
  let socket = plain;
  let received = Buffer.alloc(0);
  let open = true;
  let look: (() => void) | undefined;

  const listen = (): void => {
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      look?.();
    });
    socket.on('close', () => {
      open = false;
      look?.();
    });
    // A client that leaves early is a normal event here.
    socket.on('error', () => undefined);
  };
  /** What is there up to a mark, which is taken away; undefined when the client leaves before. */
  const upTo = async (mark: string): Promise<Buffer | undefined> => {
    for (;;) {
      const index = received.indexOf(mark);
      if (index >= 0) {
        const taken = received.subarray(0, index);
        received = received.subarray(index + mark.length);
        return taken;
      }
      if (!open) return undefined;
      await change();
    }
  };
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      look = resolve;
    });

  listen();
  return {
    line: async () => (await upTo('\r\n'))?.toString(),
    async mail(begun) {
      while (received.length === 0 && open) await change();
      // What has arrived counts, also of a client that has left meanwhile.
      if (received.length === 0 || !(await begun())) return undefined;
      // The line before the mail has ended: a mail without a body is the dot alone.
      received = Buffer.concat([Buffer.from('\r\n'), received]);
      const raw = await upTo('\r\n.\r\n');
      return raw && Buffer.from(raw.subarray(2).toString('latin1').replaceAll('\r\n..', '\r\n.'), 'latin1');
    },
    write(text) {
      if (socket.writable) socket.write(text);
    },
    async upgrade() {
      plain.removeAllListeners('data');
      received = Buffer.alloc(0);
      const secure = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext(selfSigned) });
      socket = secure;
      listen();
      await new Promise<void>((resolve, reject) => {
        secure.once('secure', resolve);
        secure.once('error', reject);
        secure.once('close', () => reject(new Error('The client left the handshake')));
      });
    },
    get open() {
      return open;
    },
    end: () => void socket.end(),
    cut: () => void plain.destroy(),
  };
}
