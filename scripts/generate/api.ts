import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { catalog } from '@jobwire/jobs';
import { z } from 'zod';

import { asyncApiDocument } from '../../apps/api/src/asyncapi/document.ts';
import { allDocs } from '../../apps/api/src/openapi/all-docs.ts';
import { openApiDocument } from '../../apps/api/src/openapi/document.ts';

const source = 'apps/api/src/openapi/all-docs.ts and the descriptions that it lists';

/**
 * The OpenAPI and AsyncAPI documents, and the client's types made of it.
 *
 * @param root the folder of the repository
 */
export async function apiFiles(root: string): Promise<Readonly<Record<string, string>>> {
  const version = versionOf(root);
  const document = textOf(openApiDocument({ docs: allDocs, catalog, version }));
  return {
    'docs/openapi.json': document,
    'docs/asyncapi.json': textOf(asyncApiDocument(version)),
    'packages/client/src/api.gen.ts': await typesOf(document, root),
  };
}

function textOf(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function versionOf(root: string): string {
  const file: unknown = JSON.parse(readFileSync(join(root, 'apps/api/package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(file).version;
}

/** What the generator has to offer. Its TypeScript is older than ours and lives with the client alone. */
interface TypeGenerator {
  default(document: string): Promise<readonly unknown[]>;
  astToString(nodes: readonly unknown[]): string;
}

async function typesOf(document: string, root: string): Promise<string> {
  const { resolve } = createRequire(join(root, 'packages/client/package.json'));
  const generator: TypeGenerator = await import(pathToFileURL(resolve('openapi-typescript')).href);
  const types = generator.astToString(await generator.default(document));
  return `// Written by \`npm run generate\` from ${source}. Edit those, not this file.\n\n${types}`;
}
