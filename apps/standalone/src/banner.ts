/** What a person needs to know of the system that has just started. */
export interface BannerFacts {
  api: string;
  /** Unset when mails go to a mail server of one's own. */
  inbox: string | undefined;
  adminLink: string | undefined;
  dataDir: string;
  redis: boolean;
  embeddedDatabase: boolean;
  /** True when the pages for developers are there. */
  developing: boolean;
  readyAfterMs: number;
}

/** The lines that end a start. */
export function banner(facts: BannerFacts): string[] {
  const { api } = facts;
  const rows: (readonly [string, string])[] = [
    ['Console', `${api}/`],
    ['API docs', `${api}/docs`],
    ['Health', `${api}/health`],
    ['Inbox', facts.inbox ?? 'none: mails go to SMTP_URL'],
    ...(facts.developing ? [['Letters', `${api}/dev/mails`] as const] : []),
    [
      'Admin',
      facts.adminLink ? `${facts.adminLink}  (works once, within 15 minutes)` : '`npm run admin-link` prints a link',
    ],
    ['Engine', facts.redis ? 'Redis, because REDIS_URL is set' : 'PostgreSQL, because REDIS_URL is not set'],
    ['Data', `${facts.dataDir}${facts.embeddedDatabase ? '' : ' (the record: DATABASE_URL)'}`],
  ];
  return [
    '',
    `Jobwire is ready (${(facts.readyAfterMs / 1_000).toFixed(1)} s).`,
    '',
    ...rows.map(([label, text]) => `  ${label.padEnd(10)}${text}`),
    '',
    '  Ctrl-C stops everything.',
    '',
  ];
}
