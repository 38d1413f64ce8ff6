import { createServer } from 'node:net';

import { freePort } from '@jobwire/embedded';

import { hasCode } from './system-error.ts';

/** The ports of one run; every one is a number that can be listened on. */
export interface Ports {
  api: number;
  worker: number;
  inbox: number;
  inboxSmtp: number;
}

/** What the configuration says of ports. `undefined` means unset; 0 takes a free one. */
export interface WantedPorts {
  PORT: number;
  WORKER_PORT: number | undefined;
  INBOX_PORT: number | undefined;
  INBOX_SMTP_PORT: number | undefined;
}

/** A port that was asked for by name is taken by another program. */
export class PortBusy extends Error {
  constructor(variable: string, port: number) {
    super(`Port ${port} is busy. Stop the program that listens there, or set ${variable} to another port.`);
    this.name = 'PortBusy';
  }
}

/**
 * Choose the ports of a run. A port that was set, and PORT always, is taken as it is; the inbox's usual ports give way to
 * free ones, and the worker's is always a free one.
 *
 * @throws PortBusy naming the variable
 */
export async function choosePorts(wanted: WantedPorts): Promise<Ports> {
  return {
    api: await exactly('PORT', wanted.PORT),
    worker: await exactly('WORKER_PORT', wanted.WORKER_PORT ?? 0),
    inbox: await exactlyOrNear('INBOX_PORT', wanted.INBOX_PORT, 8025),
    inboxSmtp: await exactlyOrNear('INBOX_SMTP_PORT', wanted.INBOX_SMTP_PORT, 1025),
  };
}

async function exactly(variable: string, port: number): Promise<number> {
  if (port === 0) return freePort();
  if (await isFree(port)) return port;
  throw new PortBusy(variable, port);
}

async function exactlyOrNear(variable: string, wanted: number | undefined, usual: number): Promise<number> {
  if (wanted !== undefined) return exactly(variable, wanted);
  return (await isFree(usual)) ? usual : freePort();
}

/** Both addresses are tried: a program on 127.0.0.1 alone does not stop another from listening on all. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (hasCode(error, 'EADDRINUSE') ? resolve(false) : reject(error)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => server.close(() => resolve(true)));
  });
}
