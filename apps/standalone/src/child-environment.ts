import type { Ports } from './ports.ts';

/** What the parent knows better than the environment that it was given. */
export interface SharedFacts {
  dataDir: string;
  databaseUrl: string;
  smtpUrl: string;
  /** The inbox page; unset when mails go to a mail server of one's own. */
  inboxUrl: string | undefined;
  secretKey: string;
  ports: Ports;
}

/** The environment of api and worker: the parent's, with everything that the parent has decided. */
export function childEnvironment(env: NodeJS.ProcessEnv, facts: SharedFacts): NodeJS.ProcessEnv {
  const decided: NodeJS.ProcessEnv = {
    DATA_DIR: facts.dataDir,
    DATABASE_URL: facts.databaseUrl,
    SMTP_URL: facts.smtpUrl,
    SECRET_KEY: facts.secretKey,
    PORT: String(facts.ports.api),
    WORKER_PORT: String(facts.ports.worker),
    // Who reaches this machine by another name has said so.
    INBOX_URL: env['INBOX_URL'] || facts.inboxUrl,
  };
  // A value and its file must not both be set.
  const files = Object.keys(decided).map((name) => `${name}_FILE`);
  const inherited = Object.entries(env).filter(([name]) => !files.includes(name));
  return { ...Object.fromEntries(inherited), ...decided };
}
