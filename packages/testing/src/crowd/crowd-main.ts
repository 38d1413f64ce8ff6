// A process that holds many sockets. It is asked over its channel and ends with the process that started it.
import type { RawData } from 'ws';

import { crowdOrder, type CrowdOrder, type CrowdReport } from './crowd-orders.ts';
import { type CrowdSocket, openCrowdSocket } from './crowd-socket.ts';

/** Sockets that are connecting at a time when the crowd comes together: what a server's queue of connections holds. */
const connecting = 100;

const sockets: CrowdSocket[] = [];
let channel: string | undefined;
let ready = 0;
let readyAt = 0;
let frames = 0;
let lost = 0;
let turn = 0;
let latencies: number[] = [];
const surprises: Record<string, number> = {};
let waiting: (() => void)[] = [];
/** Looks at a frame; true when it has been dealt with. */
let listen = (_data: RawData, _socket: number): boolean => false;
let pulse: NodeJS.Timeout | undefined;
/** Of the newest message: a key that was used before would be the same message. */
let n = 0;

async function connect(order: Extract<CrowdOrder, { do: 'connect' }>): Promise<void> {
  ({ channel } = order);
  turn = Math.floor(Math.random() * order.urls.length);
  for (let opened = 0; opened < order.count; opened += 1) {
    while (sockets.length - ready >= connecting) await new Promise<void>((resolve) => waiting.push(resolve));
    const index = sockets.length;
    sockets.push(
      openCrowdSocket({
        nextUrl: () => order.urls[turn++ % order.urls.length] ?? '',
        channel,
        token: order.token,
        ticket: order.ticket,
        onReady,
        onLost: () => {
          ready -= 1;
          lost += 1;
        },
        onFrame: (data) => {
          frames += 1;
          return listen(data, index);
        },
        onSurprise: (what) => void (surprises[what] = (surprises[what] ?? 0) + 1),
      }),
    );
  }
}

function onReady(): void {
  ready += 1;
  readyAt = Date.now();
  const [next] = waiting.splice(0, 1);
  next?.();
}

/** Nothing is read but a publisher's own messages, which it knows by their key. */
function talk({ publishers, text }: Extract<CrowdOrder, { do: 'talk' }>): void {
  const tags = Array.from({ length: publishers }, (_value, index) => `"${process.pid}.${index}.`);
  const marks = tags.map((tag) => Buffer.from(tag));
  const say = (index: number): void => {
    n += 1;
    const key = `${process.pid}.${index}.${n}`;
    sockets[index]?.send({ id: n + 10, op: 'pub', ch: channel ?? 'room:bare', data: { n, text }, key });
  };
  listen = (data, index) => {
    const mark = marks[index];
    if (mark && Buffer.isBuffer(data) && data.includes(mark)) say(index);
    return true;
  };
  for (let index = 0; index < publishers; index += 1) say(index);
}

const sentAt = /"sentAt":([\d.]+)/;

function beat({ everyMs, text }: Extract<CrowdOrder, { do: 'pulse' }>): void {
  listen = (data) => {
    const [, at] = sentAt.exec(Buffer.isBuffer(data) ? data.toString('latin1') : '') ?? [];
    if (at !== undefined) latencies.push(performance.now() - Number(at));
    return true;
  };
  pulse = setInterval(() => {
    n += 1;
    const data = { n, text, sentAt: performance.now() };
    sockets[0]?.send({ id: n + 10, op: 'pub', ch: channel, data, key: `${process.pid}.pulse.${n}` });
  }, everyMs);
}

function report(accounts: boolean): CrowdReport {
  const told = { sockets: sockets.length, ready, readyAt, frames, lost, latencies, surprises };
  frames = 0;
  latencies = [];
  return { ...told, accounts: accounts ? sockets.map((socket) => socket.account) : [] };
}

function leave(): void {
  for (const socket of sockets) socket.leave();
  sockets.length = 0;
  ready = 0;
  waiting = [];
}

function obey(order: CrowdOrder): void {
  switch (order.do) {
    case 'connect':
      return void connect(order);
    case 'talk':
      return talk(order);
    case 'pulse':
      return beat(order);
    case 'hush':
      clearInterval(pulse);
      // Publishers say no more; what still comes is counted.
      listen = () => true;
      return;
    case 'report':
      return void process.send?.(report(order.accounts));
    case 'leave':
      clearInterval(pulse);
      listen = () => false;
      return leave();
  }
}

process.on('message', (message) => obey(crowdOrder.parse(message)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
