import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

const types = { A: 1, MX: 15, AAAA: 28 } as const;

/** What a server says of a question: records, a failure by its code (RFC 1035 §4.1.1: 2 is trouble, 3 no such name), or nothing. */
type Answer = readonly string[] | 'servfail' | 'nxdomain' | 'silence';

/** A DNS server of a test. */
export interface TestDns {
  /** What is answered, by `MX example.com`; an exchange is written as its name, the root as an empty text. Else: no data. */
  answers: Record<string, Answer>;
  /** The questions so far. */
  asked: string[];
  /** A resolver that asks this server, once and not for long. */
  resolver: Resolver;
  stop(): Promise<void>;
}

/** Start a DNS server on a free port of 127.0.0.1. */
export async function dnsServer(): Promise<TestDns> {
  const socket = createSocket('udp4');
  const answers: TestDns['answers'] = {};
  const asked: string[] = [];
  socket.on('message', (query, { port, address }) => {
    const { question, type, name } = readQuestion(query);
    asked.push(`${type} ${name}`);
    const answer = answers[`${type} ${name}`] ?? [];
    if (answer !== 'silence') socket.send(reply(query, question, type, answer), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 100, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { answers, asked, resolver, stop: () => new Promise((resolve) => void socket.close(() => resolve())) };
}

type Type = keyof typeof types;

function readQuestion(query: Buffer): { question: Buffer; type: Type; name: string } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const number = query.readUInt16BE(at + 1);
  const type = (Object.keys(types) as Type[]).find((key) => types[key] === number) ?? 'A';
  return { question: query.subarray(12, at + 5), type, name: labels.join('.') };
}

function reply(query: Buffer, question: Buffer, type: Type, answer: Exclude<Answer, 'silence'>): Buffer {
  const records = typeof answer === 'string' ? [] : answer;
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (answer === 'servfail' ? 2 : answer === 'nxdomain' ? 3 : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records.map((text) => record(type, dataOf(type, text)))]);
}

/** The name is a pointer to the question's. */
function record(type: Type, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(types[type], 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: Type, text: string): Buffer {
  if (type === 'A') return Buffer.from(text.split('.').map(Number));
  if (type === 'AAAA') return Buffer.from(text.split(':').flatMap((part) => [0, Number.parseInt(part, 16)]));
  const labels = text.split('.').filter(Boolean);
  const name = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([Buffer.from([0, 10]), ...name, Buffer.from([0])]);
}
