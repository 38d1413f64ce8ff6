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

  it('hides tokens and keys in texts, whatever the field is called', () => {
    const token = 'x'.repeat(42);
    const secrets = [
      `jw_${token}-`,
      `${token}_`,
      `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${token}`,
      `eyJhbGciOiJub25lIn0.e30.`,
    ];
    for (const format of ['json', 'pretty'] as const) {
      const { emit, lines } = logOf({ format });
      for (const secret of secrets) {
        emit('request.failed', { path: `/verify?x=${secret}&y`, error: new Error(`of ${secret}, in the middle`) });
      }
      for (const secret of secrets) expect(lines.join('')).not.toContain(secret.slice(3));
    }
  });

  it('shows ids and hashes, which are no secrets', () => {
    const { emit, lines } = logOf();
    const facts = { jobId: '0198f3a1-0000-7000-8000-000000000000', key: `originals/aa/${'a'.repeat(64)}`, count: 3 };
    emit('file.stored', facts);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject(facts);
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
