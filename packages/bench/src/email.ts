import { emailRates } from './email-rate.ts';
import { onServers } from './servers.ts';
import type { Row } from './table.ts';

/** The way of a mail from the queue to the mail server, beside a loop that only sends. */
export async function email(): Promise<Row[]> {
  const rows: Row[] = [];
  await onServers(async (servers) => {
    const { ours, bare } = await emailRates(servers, { mails: 4_000, latencyMs: 0 });
    rows.push({ what: 'mails, server answers at once', unit: '/s', ours, limit: bare, target: 0.5 });
  });
  await onServers(async (servers) => {
    const { ours, bare } = await emailRates(servers, { mails: 2_000, latencyMs: 20 });
    rows.push({ what: 'mails, server takes 20 ms', unit: '/s', ours, limit: bare, target: 0.9 });
  });
  return rows;
}
