import { describe, expect, it } from '@jest/globals';

import { ConfigError } from './config-error.ts';
import { loadConfig } from './load-config.ts';

const read = (text: string) => loadConfig({ ADMIN_EMAILS: text }).ADMIN_EMAILS;
const problemsOf = (text: string): readonly string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('ADMIN_EMAILS', () => {
  it('makes an address an operator, and one with :viewer a viewer', () => {
    expect(read('ada@example.com, bob@example.com:viewer')).toEqual([
      { emailKey: 'ada@example.com', role: 'operator' },
      { emailKey: 'bob@example.com', role: 'viewer' },
    ]);
  });

  it('means the same address as a registration does, however it is written', () => {
    expect(read('Ada@BÜCHER.example')).toEqual([{ emailKey: 'ada@xn--bcher-kva.example', role: 'operator' }]);
  });

  it('may be empty', () => {
    expect(read('')).toEqual([]);
    expect(read(' , ')).toEqual([]);
  });

  it.each([
    ['ada', '"ada" is not an address'],
    ['ada@example.com:admin', 'must be an address, or an address and ":viewer"'],
    ['ada@example.com:', 'must be an address, or an address and ":viewer"'],
    ['ada@example.com,ADA@example.com:viewer', '"ADA@example.com:viewer" is listed twice'],
  ])('stops the process for %j', (text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^ADMIN_EMAILS: /);
    expect(problems[0]).toContain(problem);
  });

  it('names every bad entry', () => {
    expect(problemsOf('one,two,ada@example.com')).toHaveLength(2);
  });
});
