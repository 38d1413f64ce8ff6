import { ownerText } from './seed-record.ts';

/** A search: what it is about, who asks, and the path of one of its requests. */
export interface Search {
  what: string;
  who: 'operator' | 'key';
  path: (round: number) => string;
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
/** The first 8 characters of ids of that day; the next minute has others. */
const idOf = (days: number): string =>
  Math.floor(Date.now() - days * 86_400_000)
    .toString(16)
    .padStart(12, '0')
    .slice(0, 8);

const ofEverybody: Readonly<Record<string, (round: number) => string>> = {
  'all jobs': () => '',
  'state queued': () => 'state=queued',
  'state running (none)': () => 'state=running',
  'state succeeded': () => 'state=succeeded',
  'state failed': () => 'state=failed',
  'state expired': () => 'state=expired',
  'several states': () => 'state=queued,failed,expired',
  name: () => 'name=email.send',
  'rare name': () => 'name=report.csv',
  'name and state': () => 'name=email.send&state=failed',
  'rare name and rare state': () => 'name=report.csv&state=cancelled',
  'common tag': () => 'tag=shop',
  'rare tag': (round) => `tag=order-${round}`,
  'common tag and rare state': () => 'tag=shop&state=expired',
  'common tag and rare name': () => 'tag=shop&name=report.csv',
  'one day': (round) => `createdAfter=${daysAgo(1 + (round % 25))}&createdBefore=${daysAgo(round % 25)}`,
  'before a day, and state': (round) => `createdBefore=${daysAgo(round % 25)}&state=failed`,
  'beginning of an id': (round) => `q=${idOf(round % 25)}`,
  'a word': (round) => `q=person${1000 + round}`,
  'a common word': () => 'q=example',
  'a common word and a rare state': () => 'q=example&state=cancelled',
  'one owner': (round) => `owner=${ownerText(round)}`,
};

const ofOneKey: Readonly<Record<string, string>> = {
  'own jobs': '/jobs',
  'own, failed': '/jobs?state=failed',
  'own, running (none)': '/jobs?state=running',
  'own, rare name': '/jobs?name=report.csv',
  'own, common tag': '/jobs?tag=shop',
  'own, a word': '/jobs?q=person',
  'own counts': '/jobs/stats',
};

/** Every filter, with common and rare values, alone and together. */
export const searches: readonly Search[] = [
  ...Object.entries(ofEverybody).map(([what, query]): Search => ({
    what,
    who: 'operator',
    path: (round) => `/jobs?${query(round)}`,
  })),
  ...Object.entries(ofOneKey).map(([what, path]): Search => ({ what, who: 'key', path: () => path })),
  { what: 'counts of all jobs', who: 'operator', path: () => '/jobs/stats' },
];
