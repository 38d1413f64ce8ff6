import { ConfigError } from '@jobwire/runtime';
import type { SMTPPoolOptions } from 'nodemailer';

/** How long each step of a session may take, in milliseconds. */
export const smtpLimits = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  /** Silence, also while the server thinks about the mail. */
  socketTimeout: 30_000,
  dnsTimeout: 5_000,
  /** A whole mail, against servers that trickle. */
  sendTimeout: 60_000,
  /** Shorter than servers keep idle connections, so that a mail does not meet a dead one. */
  idleTimeout: 20_000,
};

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * Read SMTP_URL: `smtps:` speaks TLS at once, `smtp:` upgrades where the server offers it. The upgrade is required where
 * a password would cross a network, or with `?requireTLS=true`. Certificates are always checked.
 *
 * @throws ConfigError for anything else in the query, because a misspelt switch would silently do nothing
 */
export function smtpOptions(smtpUrl: string): SMTPPoolOptions {
  const url = new URL(smtpUrl);
  const unknown = [...url.searchParams.keys()].filter((name) => name !== 'requireTLS');
  if (unknown.length > 0)
    throw new ConfigError([`SMTP_URL: unknown option ${unknown.join(', ')}; known is requireTLS`]);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const auth = user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } };
  const requireTLS = url.searchParams.get('requireTLS') === 'true' || (user !== '' && !loopback.test(url.hostname));
  const { sendTimeout: _, ...limits } = smtpLimits;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && requireTLS,
    ...auth,
    ...limits,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    // The job's policy is the only loop that retries.
    maxRequeues: 0,
    maxRecipients: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
