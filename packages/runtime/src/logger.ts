import winston from 'winston';

import type { Facts, Subscriber } from './events.ts';

/** The levels in use, from loud to quiet. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Where lines go and how they look. */
export interface LoggerOptions {
  level: LogLevel;
  /** `json`: one object a line, for machines; `pretty`: one coloured line, for people. */
  format: 'pretty' | 'json';
  /** The process: `api`, `worker`, `standalone`. */
  process: string;
  stream?: NodeJS.WritableStream;
}

/**
 * Events that are not plain information. The level is decided here once, so that those who emit need not.
 * A name that ends in `.failed`, `.lost` or `.crashed` is a warning unless it is listed.
 */
const levels: Record<string, LogLevel> = {
  'process.crashed': 'error',
  'connection.dropped': 'warn',
  'engine.error': 'warn',
  'event.sent': 'debug',
  'job.claimed': 'debug',
  'job.finished': 'debug',
  'job.retrying': 'info',
  'job.failed': 'warn',
  'jobs.dispatched': 'debug',
  'jobs.traced': 'debug',
  'mail.alarm': 'error',
  'mail.attempted': 'debug',
  'mail.paced': 'debug',
  'postgres.logged': 'debug',
  'queue.paused': 'warn',
  'request.broken': 'debug',
  'request.finished': 'debug',
  'request.failed': 'error',
  'request.limited': 'debug',
  'request.slow': 'warn',
  'rooms.open': 'warn',
  'socket.opened': 'debug',
  'socket.closed': 'debug',
};

/**
 * Subscribe the log to a process's events: one line an event, its facts as fields.
 *
 * @returns a subscriber for `Events.subscribe`
 */
export function createLog({ level, format, process: name, stream }: LoggerOptions): Subscriber {
  const transport = stream ? new winston.transports.Stream({ stream }) : new winston.transports.Console();
  const logger = winston.createLogger({
    level,
    defaultMeta: { process: name },
    format: format === 'json' ? jsonLines() : prettyLines(),
    transports: [transport],
  });
  return (event, facts) => {
    const eventLevel = levelOf(event);
    // Most events of a hot path are never written; making them printable costs more than handling a request.
    if (logger.isLevelEnabled(eventLevel)) logger.log(eventLevel, event, { facts: redact(facts) });
  };
}

function levelOf(event: string): LogLevel {
  const listed = levels[event];
  if (listed) return listed;
  return /\.(failed|lost|crashed|error|stuck)$/.test(event) ? 'warn' : 'info';
}

function jsonLines(): winston.Logform.Format {
  return winston.format.combine(
    winston.format.timestamp(),
    winston.format.printf(({ timestamp, level, message, process: name, facts }) =>
      JSON.stringify({ at: timestamp, level, process: name, event: message, ...(facts as Facts) }),
    ),
  );
}

function prettyLines(): winston.Logform.Format {
  return winston.format.combine(
    winston.format.timestamp({ format: 'HH:mm:ss.SSS' }),
    winston.format.colorize(),
    winston.format.printf(({ timestamp, level, message, facts }) => {
      const fields = Object.entries(facts as Facts).map(([key, value]) => `${key}=${printable(value)}`);
      return [timestamp, level, message, ...fields].join(' ');
    }),
  );
}

function printable(value: unknown): string {
  return typeof value === 'string' && /^[\w.:/@-]+$/.test(value) ? value : JSON.stringify(value);
}

/** Field names whose values are never written, whoever emits them. */
const secretField = /token|secret|passw|passphrase|credential|api.?key|private.?key|cookie|authorization|ticket/i;

/**
 * Texts that are a secret wherever they stand: JWTs (access tokens and tickets), API keys, and the tokens of links and
 * cookies, which are 43 characters of base64url.
 */
const secretText = /\beyJ[\w-]+\.[\w-]+\.[\w-]*|\bjw_[\w-]+|(?<![\w-])[\w-]{43}(?![\w-])/g;

/** What may be an address: it has no spaces, quotes or angle brackets. */
const word = /[^\s"'<>]+/g;

/** The sign of an address, also percent-encoded as in a path. */
const at = /@|%40/;

/** Make facts safe to write: secrets hidden, addresses masked, errors reduced to name, message and stack. */
export function redact(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [mask(key), redactValue(key, value)]));
}

function redactValue(key: string, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (secretField.test(key)) return '[hidden]';
  if (value instanceof Error) return { name: value.name, message: mask(value.message), stack: mask(value.stack ?? '') };
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(key, item));
  if (typeof value === 'object') return redact(value as Facts);
  return value;
}

/** Hide the secrets and the owners of the addresses in a text. */
function mask(text: string): string {
  return maskAddresses(text.replace(secretText, '[hidden]'));
}

/**
 * An address keeps its domain, which operators need, and one letter of its owner. Word by word: one expression for the
 * whole address would try every letter of a long text as its first.
 */
function maskAddresses(text: string): string {
  if (!at.test(text)) return text;
  return text.replace(word, (one) => {
    const parts = one.split(at);
    const domain = parts.at(-1);
    return parts.length > 1 && parts[0] && domain ? `${one.charAt(0)}…@${domain}` : one;
  });
}
