import { describe, expect, it } from '@jest/globals';

import { createStream } from './stream.ts';

describe('a stream', () => {
  it('gives what was pushed before and after somebody waits, then ends', async () => {
    const closed: string[] = [];
    const stream = createStream<number>({ closed: () => void closed.push('closed') });
    stream.push(1);
    const read: number[] = [];
    const reading = (async () => {
      for await (const value of stream) read.push(value);
    })();
    await Promise.resolve();
    stream.push(2);
    stream.push(3);
    stream.end();
    stream.push(4);
    await reading;
    expect(read).toEqual([1, 2, 3]);
    expect(closed).toEqual(['closed']);
  });

  it('gives what was pushed before its failure', async () => {
    const stream = createStream<number>({ closed: () => undefined });
    stream.push(1);
    stream.fail(new Error('lost'));
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    await expect(stream.next()).rejects.toThrow('lost');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('is closed by a reader who leaves', async () => {
    const closed: string[] = [];
    const stream = createStream<number>({ closed: () => void closed.push('closed') });
    stream.push(1);
    for await (const value of stream) {
      expect(value).toBe(1);
      break;
    }
    expect(closed).toEqual(['closed']);
  });
});
