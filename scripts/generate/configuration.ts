import type { ConfigVariable } from '@jobwire/runtime';
import { z } from 'zod';

import { cell, generatedNotice } from './cell.ts';

type Variables = Readonly<Record<string, ConfigVariable>>;

/** `.env.example`: every variable, commented out, with its default. */
export function environmentExample(variables: Variables): string {
  const blocks = Object.entries(variables).map(([name, variable]) => {
    const file = variable.secret ? `\n# ${name}_FILE=` : '';
    const line = isLiteral(variable) ? `# ${name}=${variable.default}` : `# ${name}=\n# default: ${variable.default}`;
    return `# ${variable.about}\n${line}${file}`;
  });
  return `# Written by \`npm run generate\`. Copy to .env and uncomment what you change.\n\n${blocks.join('\n\n')}\n`;
}

/** `docs/configuration.md`: what each variable does, accepts and defaults to. */
export function configurationPage(variables: Variables): string {
  const rows = Object.entries(variables).map(([name, variable]) => {
    const shown = variable.secret ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``;
    return `| ${shown} | ${cell(variable.about)} | ${cell(accepts(variable.schema))} | ${shownDefault(variable)} |`;
  });
  return `${generatedNotice('packages/runtime/src/config.ts')}

# Configuration

Everything is set by environment variables; \`npm start\` also reads \`.env\`. An empty value counts as unset. A value
that breaks its rule stops the process with one line per problem. For a secret, \`<NAME>_FILE\` names a file that holds
the value; set one of the two.

| variable | what it does | accepts | default |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** True when the default that is printed is a value that could be set, with the same effect as leaving it unset. */
function isLiteral({ schema, default: printed }: ConfigVariable): boolean {
  const [set, unset] = [schema.safeParse(printed), schema.safeParse(undefined)];
  return set.success && unset.success && JSON.stringify(set.data) === JSON.stringify(unset.data);
}

function shownDefault(variable: ConfigVariable): string {
  return isLiteral(variable) ? `\`${variable.default}\`` : cell(variable.default.replaceAll('<', '&lt;'));
}

function accepts(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (json.enum) return json.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (json.type !== 'integer' && json.type !== 'number') return 'text';
  const { minimum, maximum } = json;
  const bounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return bounded ? `a whole number, ${minimum ?? 0} to ${maximum}` : `a whole number, at least ${minimum ?? 0}`;
}
