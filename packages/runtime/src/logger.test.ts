import { Writable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';

import { createEvents } from './events.ts';
import { createLog, type LoggerOptions } from './logger.ts';

/** A log whose lines can be read. */
const logOf = (options: Partial<LoggerOptions> = {}) => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const events = createEvents();
  events.subscribe(createLog({ level: 'info', format: 'json', process: 'test', stream, ...options }));
  return { emit: events.emit, lines };
};

describe('the log', () => {
  it('writes one JSON line an event, facts as fields', () => {
    const { emit, lines } = logOf();
    emit('worker.ready', { jobs: 2 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'worker.ready',
      process: 'test',
      level: 'info',
      jobs: 2,
    });
  });

  it('hides secrets and masks addresses, however deep they are', () => {
    const { emit, lines } = logOf();
    const error = new Error('no mailbox for ada@example.com');
    emit('mail.failed', { token: 'abc', nested: { ticket: 'def', to: ['ada@example.com'] }, error });
    const line = lines.join('');
    expect(line).not.toMatch(/abc|def|ada@example/);
    expect(line).toContain('a…@example.com');
  });

  it('masks addresses also in paths, in keys, and behind each other', () => {
    const { emit, lines } = logOf();
    emit('request.failed', {
      path: '/suppressions/ada%40example.com',
      sent: { 'bob@example.com': 1 },
      cc: 'carl@example.com,dora@example.com <erna@example.com>',
    });
    expect(lines.join('')).not.toMatch(/ada|bob|carl|dora|erna/);
  });

  it('reads a long text once', () => {
    const { emit, lines } = logOf();
    // One expression over the whole text took 4 s for this length and minutes for this one.
    emit('job.failed', { reply: `@${'x'.repeat(1_000_000)}` });
    expect(lines.join('').length).toBeGreaterThan(1_000_000);
  });

  it('keeps an event on one line, whatever its facts contain', () => {
    for (const format of ['json', 'pretty'] as const) {
      const { emit, lines } = logOf({ format });
      emit('register.accepted', { name: 'Eve\r\nlevel=error \u001b[31mred' });
      expect(lines.join('').trimEnd()).not.toMatch(/[\r\n]/);
    }
  });

  it('takes warnings out of names, and writes no quieter level than it was told', () => {
    const { emit, lines } = logOf({ level: 'warn' });
    emit('jobs.dispatched', { jobs: 1 });
    emit('worker.ready');
    emit('lock.lost', { job: 'x' });
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['lock.lost']);
  });
});
