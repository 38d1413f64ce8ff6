import { fileURLToPath } from 'node:url';

/**
 * Where the console's build is: CONSOLE_DIR, or in a checkout `apps/console/dist`, beside this app. It is named by its
 * place, because apps never import each other; an image of the API alone has none there, and needs none.
 */
export function consoleFolder(configured: string | undefined): string {
  // Four folders up from `src` as from `dist`.
  return configured ?? fileURLToPath(new URL('../../../console/dist', import.meta.url));
}
