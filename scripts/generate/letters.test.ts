import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { letterFiles } from './letters.ts';

const folder = 'packages/jobs/letters';
const compiled = 'packages/jobs/src/letters/compiled';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'letters-'));
  for (const path of [folder, compiled]) cpSync(path, join(root, path), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Change a template of the copy. */
function edit(path: string, from: string | RegExp, to: string): void {
  const file = join(root, folder, path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

const problems = (): readonly string[] => letterFiles(root).problems;

it('finds nothing to complain of in the letters that there are', () => {
  expect(problems()).toEqual([]);
});

describe('what a letter must have', () => {
  it('every part in every language', () => {
    rmSync(join(root, folder, 'welcome/zh-CN/text.hbs'));
    expect(problems()).toEqual([`${folder}/welcome/zh-CN/text.hbs: is missing`]);
  });

  it('every language', () => {
    rmSync(join(root, folder, 'welcome/zh-CN'), { recursive: true });
    expect(problems()).toEqual([`${folder}/welcome/zh-CN: is missing`]);
  });

  it('templates, when it has a contract', () => {
    rmSync(join(root, folder, 'sign-in'), { recursive: true });
    expect(problems()).toEqual([`${folder}/sign-in: is missing`]);
  });

  it('a contract, when it has templates', () => {
    cpSync(join(root, folder, 'welcome'), join(root, folder, 'farewell'), { recursive: true });
    expect(problems()).toEqual([`${folder}/farewell: has no contract in packages/jobs/src/letters/letters.ts`]);
  });

  it('no language and no part that nobody reads', () => {
    cpSync(join(root, folder, 'welcome/en'), join(root, folder, 'welcome/fr'), { recursive: true });
    renameSync(join(root, folder, 'notice/en/text.hbs'), join(root, folder, 'notice/en/body.hbs'));
    expect(problems()).toEqual([
      `${folder}/welcome/fr: is no language of ours (packages/runtime/src/locales.ts)`,
      `${folder}/notice/en/body.hbs: is no part of a mail`,
      `${folder}/notice/en/text.hbs: is missing`,
    ]);
  });

  it('a subject of one line', () => {
    edit('welcome/en/subject.hbs', ': ', ':\n');
    expect(problems()).toEqual([`${folder}/welcome/en/subject.hbs: a subject is one line`]);
  });
});

describe('variables', () => {
  it.each(['subject', 'text'])('that the contract lacks, in %s', (part) => {
    for (const locale of ['en', 'zh-CN']) edit(`sign-in/${locale}/${part}.hbs`, /Jobwire/, 'Jobwire {{nmae}}');
    expect(problems()).toEqual([
      `${folder}/sign-in/en/${part}.hbs: {{nmae}} is not in the contract of the letter "sign-in"`,
      `${folder}/sign-in/zh-CN/${part}.hbs: {{nmae}} is not in the contract of the letter "sign-in"`,
    ]);
  });

  it.each([
    ['{{#if nmae}}x{{/if}}', 'nmae'],
    ['{{#unless nmae}}x{{/unless}}', 'nmae'],
    ['{{#if name}}{{else}}{{nmae}}{{/if}}', 'nmae'],
    ['{{name.first}}', 'name.first'],
    ['{{lines nmae}}', 'nmae'],
    ['{{> button label=nmae link=link otherwise=""}}', 'nmae'],
    ['{{#> paragraph}}{{#> small}}{{nmae}}{{/small}}{{/paragraph}}', 'nmae'],
    ['{{constructor}}', 'constructor'],
  ])('that the contract lacks, wherever they hide: %s', (markup, path) => {
    for (const locale of ['en', 'zh-CN']) edit(`welcome/${locale}/html.hbs`, '{{/layout}}', `${markup}{{/layout}}`);
    expect(problems()).toContain(
      `${folder}/welcome/en/html.hbs: {{${path}}} is not in the contract of the letter "welcome"`,
    );
  });

  it('that a partial was not given', () => {
    edit('partials/button.hbs', '{{label}}', '{{lable}}');
    expect(problems()).toContain(
      `${folder}/partials/button.hbs: {{lable}} is not in the contract of the letter "welcome"`,
    );
  });

  it('that no template of a language prints', () => {
    const looked = '{{#if name}}Hello!{{/if}}';
    edit('welcome/en/text.hbs', /^.*/, looked);
    edit('welcome/en/html.hbs', /\{\{#> heading.*/, looked);
    expect(problems()).toEqual([
      `${folder}/welcome/en: {{name}} is in the contract of the letter "welcome", but no part prints it`,
    ]);
  });

  it('that only one language uses', () => {
    edit('welcome/zh-CN/text.hbs', /^.*/, '您好！');
    expect(problems()).toEqual([`${folder}/welcome/zh-CN/text.hbs: does not use {{name}}, which en/text.hbs uses`]);
  });
});

describe('links', () => {
  it('that the text lacks', () => {
    for (const locale of ['en', 'zh-CN']) edit(`welcome/${locale}/text.hbs`, '{{link}}', '');
    expect(problems()).toEqual([
      `${folder}/welcome/en/text.hbs: lacks the link {{link}} of html.hbs`,
      `${folder}/welcome/zh-CN/text.hbs: lacks the link {{link}} of html.hbs`,
    ]);
  });

  it('that the HTML lacks', () => {
    edit('notice/en/html.hbs', 'link=button.link', 'link="https://jobwire.example/"');
    expect(problems()).toContain(`${folder}/notice/en/html.hbs: lacks the link {{button.link}} of text.hbs`);
  });

  it('that are written out in one part', () => {
    edit('welcome/en/text.hbs', '{{link}}', '{{link}}\n\nhttps://jobwire.example/help');
    expect(problems()).toEqual([
      `${folder}/welcome/en/html.hbs: lacks the link https://jobwire.example/help of text.hbs`,
    ]);
  });

  it('whose target is no link', () => {
    for (const locale of ['en', 'zh-CN']) edit(`welcome/${locale}/html.hbs`, 'link=link', 'link=name');
    expect(problems()).toContain(
      `${folder}/welcome/en/html.hbs: {{name}} is the target of a link, but no link in the contract`,
    );
  });
});

describe('what templates may not do', () => {
  it.each([
    ['{{{name}}}', '{{{name}}} would print HTML as it is; use {{ }}'],
    ['{{&name}}', '{{{name}}} would print HTML as it is; use {{ }}'],
    ['{{#each name}}x{{/each}}', '{{#each}} is not supported; {{#if}} and {{#unless}} are'],
    ['{{#with name}}x{{/with}}', '{{#with}} is not supported; {{#if}} and {{#unless}} are'],
    ['{{shout name}}', 'there is no helper "shout"'],
    ['{{this}}', '{{this}} is not supported; name a variable'],
    ['{{../name}}', '{{../name}} is not supported; name a variable'],
    ['{{@root.name}}', '{{@root.name}} is not supported; name a variable'],
    ['{{#> small label="Hello {{name}}"}}{{/small}}', '"Hello {{name}}" is printed as it is; it is no template'],
    ['{{> footer}}', 'there is no partial "footer"'],
    ['{{> @partial-block}}', '{{> @partial-block}} stands outside of a block'],
    ['{{* decorate}}', 'Decorator is not supported'],
    ['{{#if name}}', 'Parse error on line'],
  ])('%s', (markup, problem) => {
    appendFileSync(join(root, folder, 'welcome/en/html.hbs'), markup);
    const found = problems().filter((line) => line.startsWith(`${folder}/welcome/en/html.hbs: ${problem}`));
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('\n');
  });

  it('include themselves', () => {
    appendFileSync(join(root, folder, 'partials/small.hbs'), '{{> small}}');
    expect(problems()).toContain(`${folder}/partials/small.hbs: {{> small}} includes itself`);
  });
});

it('reads the variables of a contract of any depth', () => {
  mkdirSync(join(root, 'deep', folder), { recursive: true });
  cpSync(join(root, folder, 'partials'), join(root, 'deep', folder, 'partials'), { recursive: true });
  for (const locale of ['en', 'zh-CN']) {
    mkdirSync(join(root, 'deep', folder, 'deep', locale), { recursive: true });
    for (const part of ['subject', 'text', 'html']) {
      writeFileSync(join(root, 'deep', folder, 'deep', locale, `${part}.hbs`), '{{a.b.c}}{{#if a.b}}{{a.b.d}}{{/if}}');
    }
  }
  const variables = (more: Record<string, z.ZodType>) =>
    z.strictObject({ a: z.strictObject({ b: z.strictObject({ c: z.string(), ...more }).nullable() }) });
  const check = (more: Record<string, z.ZodType>) =>
    letterFiles(join(root, 'deep'), { deep: { variables: variables(more) } }).problems;
  expect(check({ d: z.int() })).toEqual([]);
  expect(check({})).toHaveLength(6);
});

describe('npm run build', () => {
  const check = () =>
    spawnSync(
      process.execPath,
      ['--conditions=@jobwire/source', '--import', 'tsx', 'scripts/check-letters.ts', '--root', root],
      { encoding: 'utf8' },
    );

  it('begins with this check', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    expect(scripts['build']).toMatch(/^npm run check:letters && /);
    expect(scripts['check:letters']).toContain('scripts/check-letters.ts');
  });

  it('passes when the letters are as they were compiled', () => {
    expect(check()).toMatchObject({ status: 0, stdout: '' });
  });

  it('fails on a problem, in one line', () => {
    edit('welcome/en/subject.hbs', 'Jobwire', '{{nmae}}');
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout.split('\n')).toContain(
      `${folder}/welcome/en/subject.hbs: {{nmae}} is not in the contract of the letter "welcome"`,
    );
  });

  it('fails on a letter that was changed, but not compiled', () => {
    edit('welcome/en/subject.hbs', 'Welcome', 'Hello');
    expect(check()).toMatchObject({
      status: 1,
      stdout: `${compiled}/welcome.gen.ts is out of date: npm run generate\n`,
    });
  });

  it('fails on what a removed letter left behind', () => {
    writeFileSync(join(root, compiled, 'farewell.gen.ts'), '');
    expect(check()).toMatchObject({
      status: 1,
      stdout: `${compiled}/farewell.gen.ts: belongs to no letter, delete it\n`,
    });
  });
});
