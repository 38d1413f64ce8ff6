import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((path) => readFileSync(path, 'utf8')) as [
  string,
  string,
];

/** What of a page does not depend on its language. */
const shapeOf = (page: string) => {
  const blocks = [...page.matchAll(/^```(.*)\n[\s\S]*?^```/gm)];
  const words = page.replace(/^```[\s\S]*?^```/gm, '');
  const count = (pattern: RegExp): number => [...words.matchAll(pattern)].length;
  return {
    headings: [...words.matchAll(/^(#+) /gm)].map(([, marks]) => marks?.length),
    blocks: blocks.map(([, language]) => language),
    rows: count(/^\|/gm),
    items: count(/^- /gm),
    links: [...words.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/README/.test(target ?? ''))
      .toSorted(),
  };
};

/** The commands of the first screen, without what is said about them. */
const commandsOf = (page: string): string =>
  (/^```sh\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '').replaceAll(/ *#.*$/gm, '');

it('the README says the same in both languages: sections, code, tables, lists and links', () => {
  expect(shapeOf(chinese)).toEqual(shapeOf(english));
  expect(commandsOf(chinese)).toBe(commandsOf(english));
});

it('each README leads to the other', () => {
  expect(english).toContain('[简体中文](README.zh-CN.md)');
  expect(chinese).toContain('[English](README.md)');
});
