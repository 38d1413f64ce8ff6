import Handlebars from 'handlebars';

import {
  isBlock,
  isComment,
  isContent,
  isMustache,
  isPartial,
  isPartialBlock,
  isPath,
  isString,
  isSub,
} from './nodes.ts';
import type { Partials, Source } from './read-sources.ts';

/** One place of a template that asks for a variable. */
export interface Use {
  /** `name`, `button.link`. */
  path: string;
  /** Printed, printed as the target of a link, or only looked at by `{{#if}}`. */
  as: 'printed' | 'link' | 'tested';
  /** Where its name is written. */
  file: string;
}

/** A variable, and where its name is written. */
type Named = Pick<Use, 'path' | 'file'>;

/** What a template asks for, with what it includes. */
export interface TemplateUses {
  uses: Use[];
  /** Addresses that are written out in it. */
  urls: string[];
  problems: string[];
}

/** Helpers of ours; `if` and `unless` are the only blocks. */
export const textForms = ['lines', 'excerpt'];

/** What a piece of a template can see. */
interface Scope {
  file: string;
  /** The variables that stand behind what a partial was given. */
  given: ReadonlyMap<string, readonly Named[]>;
  /** What `{{> @partial-block}}` stands for. */
  block: { program: hbs.AST.Program; file: string; outer: Scope['block'] } | undefined;
  depth: number;
}

/** No partial of ours includes more than a few; one that includes itself would never end. */
const deepest = 10;

/**
 * Read a template and all that it includes. The language is kept small, so that what is found is all that there is:
 * variables, `{{#if}}`, `{{#unless}}`, partials with named values, and our own helpers.
 */
export function templateUses(source: Source, partials: Partials): TemplateUses {
  const found: TemplateUses = { uses: [], urls: [], problems: [] };

  function visitSource({ file, text }: Source, scope: Omit<Scope, 'file'>): void {
    const program = parsed(text);
    if (typeof program === 'string') found.problems.push(`${file}: ${program}`);
    else visit(program, { ...scope, file });
  }

  function visit(program: hbs.AST.Program, scope: Scope): void {
    let before = '';
    for (const node of program.body) {
      if (isContent(node)) found.urls.push(...(node.value.match(/\bhttps?:\/\/[^\s"'<>]+/g) ?? []));
      else if (isMustache(node)) print(node, before.endsWith('href="') ? 'link' : 'printed', scope);
      else if (isBlock(node)) visitBlock(node, scope);
      else if (isPartial(node) || isPartialBlock(node)) include(node, scope);
      else if (!isComment(node)) complain(scope, `${node.type} is not supported`);
      before = isContent(node) ? node.value : '';
    }
  }

  function print(node: hbs.AST.MustacheStatement, as: Use['as'], scope: Scope): void {
    if (!node.escaped) complain(scope, `{{{${nameOf(node.path)}}}} would print HTML as it is; use {{ }}`);
    const isCall = node.params.length > 0 || node.hash !== undefined;
    use(isCall ? { ...node, type: 'SubExpression' } : node.path, as, scope);
  }

  function visitBlock(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = nameOf(node.path);
    if (name !== 'if' && name !== 'unless')
      complain(scope, `{{#${name}}} is not supported; {{#if}} and {{#unless}} are`);
    for (const condition of node.params) use(condition, 'tested', scope);
    for (const program of [node.program, node.inverse]) if (program) visit(program, scope);
  }

  function include(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, scope: Scope): void {
    const name = nameOf(node.name);
    if (scope.depth > deepest) return complain(scope, `{{> ${name}}} includes itself`);
    const inner = { ...scope, depth: scope.depth + 1 };
    if (name === '@partial-block') {
      if (!scope.block) return complain(scope, '{{> @partial-block}} stands outside of a block');
      const { program, file, outer } = scope.block;
      return visit(program, { ...inner, file, block: outer });
    }
    const partial = partials.get(name);
    if (!partial) return complain(scope, `there is no partial "${name}"`);
    const given = new Map(scope.given);
    for (const { key, value } of node.hash?.pairs ?? []) given.set(key, namedBy(value, scope));
    const block = isPartialBlock(node) ? { program: node.program, file: scope.file, outer: scope.block } : undefined;
    visitSource(partial, { ...inner, given, block });
  }

  function use(expression: hbs.AST.Expression, as: Use['as'], scope: Scope): void {
    for (const named of namedBy(expression, scope)) found.uses.push({ ...named, as });
  }

  /** The variables of the letter that stand behind an expression. */
  function namedBy(expression: hbs.AST.Expression, scope: Scope): Named[] {
    if (isSub(expression)) {
      const name = nameOf(expression.path);
      if (!textForms.includes(name)) complain(scope, `there is no helper "${name}"`);
      return expression.params.flatMap((parameter) => namedBy(parameter, scope));
    }
    if (isString(expression) && expression.value.includes('{{')) {
      complain(scope, `"${expression.value}" is printed as it is; it is no template`);
    }
    if (!isPath(expression)) return [];
    const [first, ...rest] = expression.parts;
    if (first === undefined || expression.data || expression.depth > 0) {
      complain(scope, `{{${expression.original}}} is not supported; name a variable`);
      return [];
    }
    const named = scope.given.get(first) ?? [{ path: first, file: scope.file }];
    return named.map(({ path, file }) => ({ path: [path, ...rest].join('.'), file }));
  }

  function complain(scope: Scope, problem: string): void {
    found.problems.push(`${scope.file}: ${problem}`);
  }

  visitSource(source, { given: new Map(), block: undefined, depth: 0 });
  return found;
}

function parsed(text: string): hbs.AST.Program | string {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    // The message has the lines around the place, and an arrow.
    return error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : String(error);
  }
}

const nameOf = (expression: hbs.AST.Expression): string => (isPath(expression) ? expression.original : expression.type);
