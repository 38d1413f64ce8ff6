// What every command does with `.env`. Built-ins only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './install.mjs';

/** Load `.env` of the clone where there is one. What is set already stays as it is. */
export function loadEnvironment() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
