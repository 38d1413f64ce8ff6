import { createSocket, type RemoteInfo } from 'node:dgram';

/** What a name server says of a domain; it may change while the server runs. */
export interface TestZone {
  /** Mail exchanges; the empty name is the null MX of RFC 7505. */
  mx?: readonly string[];
  /** IPv4 addresses. */
  a?: readonly string[];
  /** IPv6 addresses, with all their eight parts. */
  aaaa?: readonly string[];
  /** Says that it cannot answer, or not about these. */
  broken?: true | readonly RecordType[];
  /** Says nothing at all. */
  silent?: true;
}

type RecordType = keyof typeof types;

/** A name server that knows the domains of a test, and that no other exists. */
export interface TestDns {
  /** `127.0.0.1:<port>`. */
  address: string;
  /** The names that were asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Numbers of RFC 1035 §3.2.2 and §4.1.1. */
const types = { a: 1, mx: 15, aaaa: 28 };
const codes = { none: 0, serverFailure: 2, nameError: 3 };

/** Start a name server on a free UDP port of 127.0.0.1. */
export async function testDns(zones: Readonly<Record<string, TestZone>>): Promise<TestDns> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query: Buffer, { address, port }: RemoteInfo) => {
    const { name, type, end } = readQuestion(query);
    asked.push(name);
    if (!zones[name]?.silent) socket.send(answer(query, end, type, zones[name]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  // Resolvers may vary the capitals of what they ask.
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function answer(query: Buffer, end: number, type: number, zone: TestZone | undefined): Buffer {
  const code = zone === undefined ? codes.nameError : isBroken(zone, type) ? codes.serverFailure : codes.none;
  const records = recordsOf(type, zone);
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  // An answer, authoritative, to a question that wished for recursion, which is there (RFC 1035 §4.1.1).
  header.writeUInt16BE(0x8580 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, query.subarray(12, end), ...records]);
}

function isBroken({ broken = [] }: TestZone, type: number): boolean {
  return broken === true || broken.some((name) => types[name] === type);
}

function recordsOf(type: number, zone: TestZone | undefined): Buffer[] {
  if (type === types.mx)
    return (zone?.mx ?? []).map((host) => record(type, Buffer.concat([Buffer.from([0, 10]), nameOf(host)])));
  if (type === types.a) return (zone?.a ?? []).map((ip) => record(type, Buffer.from(ip.split('.').map(Number))));
  if (type === types.aaaa) return (zone?.aaaa ?? []).map((ip) => record(type, wordsOf(ip)));
  return [];
}

/** The name is that of the question, to which `c00c` points; class IN, for a minute. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from('c00c000000010000003c0000', 'hex');
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function wordsOf(ip: string): Buffer {
  const words = ip.split(':').map((word) => word.padStart(4, '0'));
  return Buffer.from(words.join(''), 'hex');
}

function nameOf(host: string): Buffer {
  const labels = host.split('.').filter(Boolean);
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCodePoint(label.length)}${label}`)),
    Buffer.from([0]),
  ]);
}
