import { ConfigError } from './config-error.ts';
import type { Config } from './config.ts';

/** The variables that a lone api or worker cannot do without; `npm start` provides them. */
type Needed = 'DATABASE_URL' | 'SECRET_KEY';

/**
 * The configuration with the variables that this process needs.
 *
 * @throws ConfigError naming each that is missing
 */
export function requireConfig(config: Config): Config & Record<Needed, string> {
  const { DATABASE_URL, SECRET_KEY } = config;
  if (DATABASE_URL !== undefined && SECRET_KEY !== undefined) return { ...config, DATABASE_URL, SECRET_KEY };
  const missing = Object.entries({ DATABASE_URL, SECRET_KEY }).filter(([, value]) => value === undefined);
  throw new ConfigError(missing.map(([name]) => `${name}: is required here; "npm start" would bring its own`));
}
