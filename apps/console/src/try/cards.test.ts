import { describe, expect, it } from '@jest/globals';
import type { Upload, User } from '@jobwire/client';

import { createKeptJobs, type KeptJob } from '../kept/kept-jobs.ts';
import { agoText } from '../language/time.ts';
import { unknownJob } from '../live-job/job-picture.ts';
import { type Card, cardsOf, isOver, isWatched, maySteer, pictureOf, stateOf } from './cards.ts';
import { mailLink } from './mail-link.ts';
import { photoOf, savedPercent, srcsetOf } from './photo.ts';
import { segmentsOf, wholePercent } from './segments.ts';
import type { UploadEntry } from './upload-list.ts';

const kept = (id: string, createdAt: number, more: Partial<KeptJob> = {}): KeptJob => ({
  id,
  name: 'image.thumbnail',
  ticket: 'ticket',
  ticketEndsAt: new Date(Date.now() + 3_600_000).toISOString(),
  title: `title of ${id}`,
  createdAt: new Date(createdAt).toISOString(),
  ...more,
});
const entry = (key: string, at: number, more: Partial<UploadEntry> = {}): UploadEntry => ({
  key,
  at,
  file: new File([], `${key}.jpg`),
  preview: undefined,
  phase: 'sending',
  sent: 0,
  ...more,
});
const cardOf = (job: KeptJob | undefined, upload?: UploadEntry): Card => ({
  key: '',
  title: '',
  at: 0,
  upload,
  kept: job,
});

describe('cards', () => {
  it('stand the newest first, and a file stays where it was when it becomes a job', () => {
    const jobs = [kept('late', 9_000), kept('of b', 7_000), kept('early', 1_000)];
    const files = [entry('a', 5_000), entry('b', 5_000, { phase: 'accepted', jobId: 'of b' }), entry('c', 5_000)];
    expect(cardsOf(jobs, files).map(({ key }) => key)).toEqual(['late', 'a', 'b', 'c', 'early']);
    expect(cardsOf(jobs, files)[2]).toMatchObject({ title: 'b.jpg', kept: { id: 'of b' }, upload: { key: 'b' } });
  });

  it('go with their job when it is forgotten elsewhere', () => {
    expect(cardsOf([], [entry('a', 1, { phase: 'accepted', jobId: 'gone' })])).toEqual([]);
  });

  it('are where their file is, then where their job is', () => {
    const running = { ...unknownJob, state: 'running' as const };
    expect(stateOf(cardOf(undefined, entry('a', 1, { phase: 'waiting' })), unknownJob)).toBe('waiting');
    expect(stateOf(cardOf(kept('1', 1), entry('a', 1, { phase: 'accepted', jobId: '1' })), running)).toBe('running');
  });

  it('know after a reload how their job ended, and watch on what may run again', () => {
    const done = cardOf(kept('1', 1, { ended: 'succeeded' }));
    expect(pictureOf(done, undefined)).toMatchObject({ state: 'succeeded', percent: 100, final: true });
    expect([isWatched(done), isOver(done)]).toEqual([false, true]);
    const failed = cardOf(kept('2', 1, { ended: 'failed' }));
    expect([isWatched(failed), isOver(failed)]).toEqual([true, true]);
    expect(pictureOf(cardOf(kept('3', 1, { ended: 'nonsense' })), undefined)).toEqual(unknownJob);
  });

  it('let their owner and operators steer, and nobody by a ticket', () => {
    const seen = { verifiedAt: null, createdAt: '', lastSignInAt: null, signInCount: 1 };
    const ada: User = { id: 'ada', email: '', name: null, locale: 'en', role: 'user', ...seen };
    const asAda = { kind: 'user', user: ada } as const;
    expect(maySteer(asAda, kept('1', 1, { owner: 'ada' }))).toBe(true);
    expect(maySteer(asAda, kept('1', 1, { owner: 'grace' }))).toBe(false);
    expect(maySteer(asAda, kept('1', 1))).toBe(false);
    expect(maySteer({ kind: 'stranger' }, kept('1', 1, { owner: 'ada' }))).toBe(false);
    expect(maySteer({ kind: 'link' }, kept('1', 1))).toBe(true);
  });

  it('are kept with their end over a reload', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, text: string) => void stored.set(name, text),
    };
    const jobs = createKeptJobs(storage, Date.now);
    jobs.keep(kept('1', 1, { uploadId: 'u' }));
    createKeptJobs(storage, Date.now).keep(kept('of another tab', 2));
    jobs.end('1', 'failed');
    expect(jobs.find('of another tab')).toBeDefined();
    expect(createKeptJobs(storage, Date.now).find('1')).toMatchObject({ ended: 'failed', uploadId: 'u' });
    jobs.end('1');
    expect(createKeptJobs(storage, Date.now).find('1')?.ended).toBeUndefined();
  });
});

describe('the bar of a card', () => {
  it('tells the upload first, then the job, and never runs backwards between them', () => {
    const told = [wholePercent(0, 0), wholePercent(0.5, 0), wholePercent(1, 0), wholePercent(1, 50)];
    expect([...told, wholePercent(1, 100)]).toEqual([0, 15, 30, 65, 100]);
    expect(wholePercent(undefined, 40)).toBe(40);
  });

  it('has a part for each stage', () => {
    const parts = segmentsOf(65, ['probe', 'resize'], true);
    expect(parts.map(({ name, size }) => [name, size])).toEqual([
      ['upload', 30],
      ['probe', 35],
      ['resize', 35],
    ]);
    expect(parts.map(({ filled }) => filled)).toEqual([1, 1, 0]);
    expect(segmentsOf(40, [], false)).toEqual([{ name: 'job', size: 100, filled: 0.4 }]);
  });
});

describe('a photo', () => {
  const size = { preset: 'thumb', width: 256, height: 192, bytes: 1_000, url: '/thumb' };
  const large = { preset: 'large', width: 1_280, height: 960, bytes: 20_000, url: '/large' };
  const upload: Upload = {
    id: '1',
    state: 'ready',
    bytes: 100_000,
    thumbhash: 'IQgSHQYIiHePd3h4eIeIdwh4eHd4',
    derivatives: [large, size],
  };

  it('has its sizes from small to large, and says what they save', () => {
    const photo = photoOf(upload);
    expect(photo?.sizes.map(({ preset }) => preset)).toEqual(['thumb', 'large']);
    expect(photo && srcsetOf(photo)).toBe('/large 1280w, /thumb 256w');
    expect(photo && srcsetOf({ ...photo, sizes: [size, { ...large, width: 256 }] })).toBe('/thumb 256w');
    expect(photo && savedPercent(photo)).toBe(80);
    expect(photo?.placeholder).toMatch(/^data:image\/png;base64,/);
    expect(photo && savedPercent({ ...photo, bytes: 20_000 })).toBeUndefined();
  });

  it('waits for its sizes, and does without a placeholder that cannot be read', () => {
    expect(photoOf({ ...upload, derivatives: [] })).toBeUndefined();
    expect(photoOf({ ...upload, thumbhash: '%' })?.placeholder).toBeUndefined();
  });
});

it('leads to the mails of an address, whatever is in it', () => {
  expect(mailLink('http://localhost:8025', 'a+b@example.com')).toBe(
    'http://localhost:8025/search?q=a%2Bb%40example.com',
  );
});

it.each([
  [2, 'now'],
  [30, '30 seconds ago'],
  [120, '2 minutes ago'],
  [7_200, '2 hours ago'],
])('calls %i seconds before %s', (seconds, text) => {
  expect(agoText(-seconds * 1_000, 'en', 0)).toBe(text);
});
