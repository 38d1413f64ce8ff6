import { PassThrough } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import { createOutput, wantsColours } from './output.ts';

describe('the output', () => {
  test('puts the name of its process before every line, and keeps the lines whole', async () => {
    const { output, written } = open(false);
    const source = new PassThrough();
    output.follow('api', source);
    const ended = new Promise((resolve) => source.on('close', resolve));

    source.write('first li');
    source.write('ne\nsecond\nwithout an en');
    source.end('d');

    await ended;
    expect(written()).toBe('api     │ first line\napi     │ second\napi     │ without an end\n');
  });

  test('shows the colours of a child only where it may', () => {
    const [plain, coloured] = [open(false), open(true)];

    plain.output.say('\u001B[32minfo\u001B[39m');
    coloured.output.say('\u001B[32minfo\u001B[39m');

    expect(plain.written()).toBe('info\n');
    expect(coloured.written()).toBe('\u001B[32minfo\u001B[39m\n');
  });

  test('goes on when its reader is gone', () => {
    const stream = new PassThrough();
    createOutput({ stream, colours: false });

    expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow();
  });

  test('has colours on a terminal without NO_COLOR', () => {
    expect(wantsColours({ isTTY: true }, {})).toBe(true);
    expect(wantsColours({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColours({}, {})).toBe(false);
  });
});

function open(colours: boolean): { output: ReturnType<typeof createOutput>; written: () => string } {
  const stream = new PassThrough();
  return { output: createOutput({ stream, colours }), written: () => String(stream.read() ?? '') };
}
