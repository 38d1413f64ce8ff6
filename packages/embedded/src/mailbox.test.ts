import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import { testFolder } from '@jobwire/testing';

import { arrivalOf, openMailbox } from './mailbox.ts';

it('forgets the oldest mails when there are too many', async () => {
  const folder = await testFolder('mailbox');
  const mailbox = await openMailbox(folder.path, 2);
  const [first, ...kept] = [
    await mailbox.add(Buffer.from('1')),
    await mailbox.add(Buffer.from('2')),
    await mailbox.add(Buffer.from('3')),
  ];
  expect(mailbox.ids()).toEqual(kept.toReversed());
  expect(await mailbox.read(first)).toBeUndefined();
  expect(await readdir(folder.path)).toHaveLength(2);
  await folder.stop();
});

it('reads no file but mails', async () => {
  const folder = await testFolder('mailbox');
  await writeFile(join(folder.path, 'notes.eml'), 'mine');
  const mailbox = await openMailbox(folder.path, 2);
  expect(mailbox.ids()).toEqual([]);
  expect(await mailbox.read('../notes')).toBeUndefined();
  await folder.stop();
});

it('tells from the id when a mail arrived', async () => {
  const before = Date.now();
  const mailbox = await openMailbox(undefined, 2);
  const id = await mailbox.add(Buffer.from('1'));
  expect(arrivalOf(id).getTime()).toBeGreaterThanOrEqual(before);
  expect(arrivalOf(id).getTime()).toBeLessThanOrEqual(Date.now());
  expect((await mailbox.read(id))?.toString()).toBe('1');
});
