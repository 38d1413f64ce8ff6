import type { Locale } from '@jobwire/runtime';
import { z } from 'zod';

/** What a letter needs, and who may use it. */
interface Letter<Variables extends z.ZodObject> {
  /** Who gets it. */
  about: string;
  /** What its templates may use; `npm run generate` fails when they use more or less. */
  variables: Variables;
  /** Variables for the preview and the tests, in each language. */
  sample: Readonly<Record<Locale, z.output<Variables>>>;
  /** True when other programs may send it, over `email.send`. */
  open: boolean;
}

/** Characters of what other programs may say. A heading is also the subject; more text belongs on a page of its own. */
const longest = { heading: 150, text: 10_000, label: 60, link: 2_000 };

/** Empty: the letter greets without a name. */
const name = z.string();

const link = z.url({ protocol: /^https?$/ }).max(longest.link);

/** One line: neither a control character nor a separator of lines. */
const line = (characters: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(characters)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line');

const personal = { variables: z.strictObject({ name, link }), open: false };

/** A link as long as the real ones. */
const sampleLink = `https://jobwire.example/verify?token=${'sample-token-'.repeat(4).slice(0, 43)}`;

const samplePersons = { en: { name: 'Ada', link: sampleLink }, 'zh-CN': { name: '王小明', link: sampleLink } };

/**
 * Every letter: its name is the folder of its templates, `packages/jobs/letters/<name>`. Only facts are here, neither
 * templates nor a template engine, so that definitions of jobs can use them.
 */
export const letters = {
  welcome: letter({ ...personal, about: 'Somebody registered', sample: samplePersons }),
  'already-registered': letter({
    ...personal,
    about: 'Somebody registered with an address that has an account',
    sample: samplePersons,
  }),
  'sign-in': letter({ ...personal, about: 'Somebody asked to sign in', sample: samplePersons }),
  'sign-in-unknown': letter({
    about: 'Somebody asked to sign in with an address that has no account',
    variables: z.strictObject({ link }),
    sample: { en: { link: 'https://jobwire.example/' }, 'zh-CN': { link: 'https://jobwire.example/' } },
    open: false,
  }),
  notification: letter({
    about: 'Somebody has a notification that they have not seen',
    variables: z.strictObject({
      name,
      title: line(longest.heading),
      text: z.string().max(longest.text).optional(),
      link: link.optional(),
    }),
    sample: {
      en: {
        name: 'Ada',
        title: 'Your export is ready',
        text: 'It holds 1,204 rows.\nIt is kept for 30 days.',
        link: 'https://jobwire.example/files/export-2026-w07',
      },
      'zh-CN': {
        name: '王小明',
        title: '您的导出已完成',
        text: '共 1,204 行。\n文件将保留 30 天。',
        link: 'https://jobwire.example/files/export-2026-w07',
      },
    },
    open: false,
  }),
  notice: letter({
    about: 'Another program has something to say',
    variables: z.strictObject({
      heading: line(longest.heading),
      /** Line breaks are kept; nothing else in it means anything. */
      text: z
        .string()
        .min(1)
        .max(longest.text)
        .regex(/^(?:[\t\n\r]|\P{Cc})*$/u, 'must not have control characters'),
      button: z.strictObject({ label: line(longest.label), link }).optional(),
    }),
    sample: {
      en: {
        heading: 'Your report is ready',
        text: '1,204 jobs finished last week.\nThree of them failed.\n\nThe report is kept for 30 days.',
        button: { label: 'Open the report', link: 'https://jobwire.example/files/report-2026-w07' },
      },
      'zh-CN': {
        heading: '您的报告已生成',
        text: '上周共完成 1,204 个任务。\n其中 3 个失败。\n\n报告将保留 30 天。',
        button: { label: '查看报告', link: 'https://jobwire.example/files/report-2026-w07' },
      },
    },
    open: true,
  }),
};

/** A name in `letters`. */
export type LetterName = keyof typeof letters;

/** What a letter says. */
export type LetterVariables<Name extends LetterName> = z.output<(typeof letters)[Name]['variables']>;

/** Keeps what is known of a letter, and that its samples fit. */
function letter<Variables extends z.ZodObject, Open extends boolean>(
  facts: Letter<Variables> & { open: Open },
): Letter<Variables> & { open: Open } {
  return facts;
}
