import { catalog } from '@jobwire/jobs';
import { configVariables, errorCatalogue, errorHelp } from '@jobwire/runtime';

import { configurationPage, environmentExample } from './configuration.ts';
import { errorsPage } from './errors.ts';
import { jobsPage } from './jobs.ts';

/** Every generated file by its path, as it must be. */
export function documents(): Readonly<Record<string, string>> {
  return {
    '.env.example': environmentExample(configVariables),
    'docs/configuration.md': configurationPage(configVariables),
    'docs/errors.md': errorsPage(errorCatalogue, errorHelp),
    'docs/jobs.md': jobsPage(catalog),
  };
}
