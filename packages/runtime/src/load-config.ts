import { readFileSync } from 'node:fs';

import { ConfigError } from './config-error.ts';
import { type Config, type ConfigVariable, configVariables, type ParsedConfig } from './config.ts';

/**
 * Read the configuration from an environment. An empty value counts as unset.
 *
 * @throws ConfigError with a line for every variable that breaks its rule
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries<ConfigVariable>(configVariables)) {
    const parsed = variable.schema.safeParse(readVariable(env, name, variable, problems));
    if (parsed.success) values[name] = parsed.data;
    else problems.push(...parsed.error.issues.map((issue) => `${name}: ${issue.message}`));
  }
  const config = values as ParsedConfig;
  if (problems.length === 0) problems.push(...pairProblems(config), ...productionProblems(config));
  if (problems.length > 0) throw new ConfigError(problems);
  const production = config.NODE_ENV === 'production';
  return {
    ...config,
    PUBLIC_URL: (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
    STORAGE_URL: config.STORAGE_URL ?? `file:${config.DATA_DIR}/blobs`,
    ANONYMOUS_UPLOADS: config.ANONYMOUS_UPLOADS ?? !production,
    INBOX_URL: production ? undefined : config.INBOX_URL?.replace(/\/+$/, ''),
    LOG_FORMAT: config.LOG_FORMAT ?? (production ? 'json' : 'pretty'),
  };
}

function readVariable(
  env: NodeJS.ProcessEnv,
  name: string,
  variable: ConfigVariable,
  problems: string[],
): string | undefined {
  const direct = env[name] || undefined;
  const file = variable.secret ? env[`${name}_FILE`] || undefined : undefined;
  if (direct !== undefined && file !== undefined) problems.push(`${name}: set it or ${name}_FILE, not both`);
  if (file === undefined) return direct;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    problems.push(`${name}_FILE: cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return direct;
  }
}

function pairProblems(config: ParsedConfig): string[] {
  if (Boolean(config.S3_ACCESS_KEY_ID) === Boolean(config.S3_SECRET_ACCESS_KEY)) return [];
  return ['S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set both or neither'];
}

function productionProblems(config: ParsedConfig): string[] {
  if (config.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  if (!config.SECRET_KEY) problems.push('SECRET_KEY: is required in production');
  if (!config.PUBLIC_URL) problems.push('PUBLIC_URL: is required in production');
  if (!config.DATABASE_URL) problems.push('DATABASE_URL: is required in production');
  if (!config.RATE_LIMITS) problems.push('RATE_LIMITS: cannot be off in production');
  return problems;
}
