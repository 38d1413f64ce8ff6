import { z } from 'zod';

import { addressRanges } from './address-ranges.ts';
import { adminEmails } from './admin-emails.ts';
import { flag, list, pace, port, positive, url } from './config-rules.ts';
import { origins } from './origins.ts';
import { rateVariables } from './rate-variables.ts';
import { storageVariables } from './storage-variables.ts';

/** Longest time between two heartbeats of a socket, in milliseconds: proxies close what is silent for a minute. */
export const longestHeartbeatMs = 25_000;

/** One variable of the configuration: its rule, and what the documentation says of it. */
export interface ConfigVariable {
  schema: z.ZodType;
  /** One sentence for `.env.example` and `docs/configuration.md`. */
  about: string;
  /** The default as it is printed; computed defaults are described in words. */
  default: string;
  /** A secret may also come from the file named by `<NAME>_FILE`, and is never printed. */
  secret?: boolean;
}

/** The list of all variables: the only place where one is added (those of rate limits in a file of their own). */
export const configVariables = {
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).default('development'),
    about: 'production closes what is open for development and refuses unsafe settings.',
    default: 'development',
  },
  PORT: { schema: port.default(3000), about: 'Port of the API; 0 takes a free one.', default: '3000' },
  WORKER_PORT: {
    schema: port.default(3001),
    about: 'Port of /livez, /readyz and /metrics of a worker; never published.',
    default: '3001',
  },
  PUBLIC_URL: {
    schema: url('http:', 'https:').optional(),
    about: 'Address under which people reach the API; links in mails start with it.',
    default: 'http://localhost:<PORT>',
  },
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:').optional(),
    about: 'PostgreSQL 15 or newer. Unset, `npm start` runs its own under DATA_DIR.',
    default: '(embedded)',
    secret: true,
  },
  DATABASE_DIRECT_URL: {
    schema: url('postgres:', 'postgresql:').optional(),
    about: 'The same database without a pooler, for the PostgreSQL engine behind PgBouncer.',
    default: '<DATABASE_URL>',
    secret: true,
  },
  REDIS_URL: {
    schema: url('redis:', 'rediss:').optional(),
    about: 'Redis 6.2 or newer for the engine. Unset, the engine runs on PostgreSQL.',
    default: '(PostgreSQL engine)',
    secret: true,
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:').default('smtp://127.0.0.1:1025'),
    about: 'Mail server, with user and password where it needs them.',
    default: 'smtp://127.0.0.1:1025',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.string().min(3).default('Jobwire <no-reply@jobwire.localhost>'),
    about: 'Sender of every mail; its domain is also the domain of the Message-ID.',
    default: 'Jobwire <no-reply@jobwire.localhost>',
  },
  MAIL_CONNECTIONS: {
    schema: positive.default(5),
    about: 'Connections to the mail server that one worker holds, each for one mail at a time; servers limit them.',
    default: '5',
  },
  MAIL_RATE: {
    schema: pace.prefault('off'),
    about: 'Mails that may go out, over all workers: `<n>/s`, `/m` or `/h`, evenly spaced, or off.',
    default: 'off',
  },
  MAIL_DOMAIN_RATE: {
    schema: pace.prefault('off'),
    about: 'The same for the mails to each domain.',
    default: 'off',
  },
  MAIL_DNS_CHECK: {
    schema: flag.default(false),
    about: 'on gives a mail up at once when DNS says that its domain takes none.',
    default: 'off',
  },
  ...storageVariables,
  SECRET_KEY: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    about: 'Source of every signing key. Generated into DATA_DIR in development; required in production.',
    default: '(generated in development)',
    secret: true,
  },
  ADMIN_EMAILS: {
    schema: list.pipe(adminEmails).prefault(''),
    about: 'Addresses of administrators, separated by commas; `address:viewer` may look, but not act.',
    default: '(none)',
  },
  CORS_ORIGINS: {
    schema: list.pipe(origins).prefault(''),
    about:
      'Origins beside PUBLIC_URL whose pages may call the API and open sockets, like `https://app.example`, separated by commas.',
    default: '(none)',
  },
  ANONYMOUS_UPLOADS: {
    schema: flag.optional(),
    about: 'Whether images may be uploaded without signing in.',
    default: 'on in development, off in production',
  },
  ROOM_ANONYMOUS: {
    schema: flag.default(false),
    about:
      'on lets sockets without a token into open rooms, under names of their own, and lets them hear the broadcast.',
    default: 'off',
  },
  UPLOAD_MAX_BYTES: {
    schema: positive.default(20 * 1024 * 1024),
    about: 'Largest image that is accepted.',
    default: '20971520',
  },
  ...rateVariables,
  JOBS_PER_OWNER: {
    schema: positive.default(10_000),
    about: 'Unfinished jobs that one user or key may have; beyond it POST /jobs is refused.',
    default: '10000',
  },
  TRUSTED_PROXIES: {
    schema: list.pipe(addressRanges).prefault(''),
    about:
      'Proxies whose X-Forwarded-For is believed: addresses, ranges like `10.0.0.0/8`, or loopback, linklocal, uniquelocal.',
    default: '(none)',
  },
  IP_ALLOWLIST: {
    schema: list.pipe(addressRanges).prefault(''),
    about:
      'Addresses that may reach the API and its sockets, written like TRUSTED_PROXIES; everybody else gets 403. Empty lets all in.',
    default: '(all)',
  },
  MAX_CONNECTIONS: {
    schema: positive.default(25_000),
    about: 'Connections that one API process holds, sockets and streams included; further ones are closed at once.',
    default: '25000',
  },
  SOCKETS_PER_USER: { schema: positive.default(10), about: 'Sockets that one user may hold.', default: '10' },
  SOCKETS_PER_IP: { schema: positive.default(50), about: 'Sockets that one address may hold.', default: '50' },
  HEARTBEAT_MIN_MS: {
    schema: z.coerce.number().int().min(1_000).max(longestHeartbeatMs).default(5_000),
    about:
      'Shortest time between two heartbeats of a socket, for users and addresses whose idle connections are cut; others hear one every 25000.',
    default: '5000',
  },
  WORKER_JOBS: {
    schema: list.prefault('all'),
    about: 'Names of the jobs that this worker runs, separated by commas.',
    default: 'all',
  },
  WORKER_CONCURRENCY: {
    schema: positive.optional(),
    about: 'Jobs of one type that this worker runs at a time, instead of what the definition says.',
    default: '(the definition)',
  },
  LOG_LEVEL: {
    schema: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
    about: 'The quietest level that is written.',
    default: 'info',
  },
  LOG_FORMAT: {
    schema: z.enum(['pretty', 'json']).optional(),
    about: 'pretty for people, json for machines.',
    default: 'json in production, pretty elsewhere',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url('http:', 'https:').optional(),
    about: 'OpenTelemetry collector that traces are sent to, over OTLP/HTTP. Unset, nothing is traced.',
    default: '(none)',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    about: 'Bearer token for /metrics of the API. Unset, production has no /metrics there; elsewhere it is open.',
    default: '(none)',
    secret: true,
  },
  DATA_DIR: {
    schema: z.string().min(1).default('.data'),
    about: 'Folder of embedded data, generated secrets and files.',
    default: '.data',
  },
  INBOX_PORT: {
    schema: port.optional(),
    about: 'Port of the development inbox page; unset, a busy 8025 gives way to a free one.',
    default: '8025',
  },
  INBOX_SMTP_PORT: {
    schema: port.optional(),
    about: 'Port of the development inbox for SMTP; unset, a busy 1025 gives way to a free one.',
    default: '1025',
  },
  CONSOLE_DIR: {
    schema: z.string().min(1).optional(),
    about: 'Folder of the console as it was built, which the API serves at `/`; without one, `/` is a plain page.',
    default: 'apps/console/dist of the checkout',
  },
  INBOX_URL: {
    schema: url('http:', 'https:').optional(),
    about:
      'Address of the page of the development inbox; the console links mails there. `npm start` sets it; ignored in production, where mails are real.',
    default: '(none)',
  },
} satisfies Record<string, ConfigVariable>;

type Variables = typeof configVariables;
/** What the environment says, before computed defaults are filled in. */
export type ParsedConfig = { [Name in keyof Variables]: z.output<Variables[Name]['schema']> };

/** The parsed configuration, under the names of its variables; computed defaults are filled in. */
export type Config = Omit<ParsedConfig, 'PUBLIC_URL' | 'STORAGE_URL' | 'ANONYMOUS_UPLOADS' | 'LOG_FORMAT'> & {
  PUBLIC_URL: string;
  STORAGE_URL: string;
  ANONYMOUS_UPLOADS: boolean;
  LOG_FORMAT: 'pretty' | 'json';
};
