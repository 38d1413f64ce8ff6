import type { JobDefinition } from '@jobwire/queue/job';
import { z } from 'zod';

/** What every kind of job is given, and what it hands back, by the names of the jobs. */
export function jobSchemas(catalog: Readonly<Record<string, JobDefinition>>): Record<string, z.ZodType> {
  const definitions = Object.values(catalog);
  return {
    JobPayloads: schemaOf(
      definitions.map(({ name, payload, summary, access }) => [
        name,
        payload.meta({ description: `${summary}. Who may start it: ${access}.` }),
      ]),
    ).meta({ unusedIO: 'input', description: 'What each kind of job is given' }),
    JobResults: schemaOf(definitions.map(({ name, result }) => [name, result])).meta({
      unusedIO: 'output',
      description: 'What each kind of job hands back',
    }),
  };
}

function schemaOf(members: readonly (readonly [string, z.ZodType])[]): z.ZodObject {
  return z.object(Object.fromEntries(members));
}
