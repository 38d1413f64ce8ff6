import { describe, expect, it } from '@jest/globals';

import { applyDiff, codeBlocks } from './code-blocks.ts';

describe('blocks of a page', () => {
  it('are those that name a file', () => {
    const page = 'Text\n\n```ts a/b.ts\nconst a = 1;\n```\n\n```sh\nnpm test\n```\n\n```diff c.ts\n one\n+two\n```\n';
    expect(codeBlocks(page)).toEqual([
      { kind: 'ts', path: 'a/b.ts', text: 'const a = 1;\n' },
      { kind: 'diff', path: 'c.ts', text: ' one\n+two\n' },
    ]);
  });
});

describe('a diff of a page', () => {
  it('puts lines behind the line that it names', () => {
    expect(applyDiff('one\nthree\nfive', ' one\n+two\n three\n+four\n+4.5\n')).toBe('one\ntwo\nthree\nfour\n4.5\nfive');
  });

  it('takes lines out', () => {
    expect(applyDiff('one\ntwo\nthree', '-two\n+2\n')).toBe('one\n2\nthree');
    expect(applyDiff('one', '-one\n+1\n')).toBe('1');
  });

  it('does not guess when the line is missing or stands there twice', () => {
    expect(() => applyDiff('one', ' two\n+three')).toThrow('"two" does not stand in the file once');
    expect(() => applyDiff('one\none', ' one\n+two')).toThrow('"one" does not stand in the file once');
  });
});
