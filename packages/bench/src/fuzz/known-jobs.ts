import { dereferenced, type JsonSchema } from '@jobwire/testing/json-values';

/**
 * A schema in which what starts a job may also be one of the jobs that there are, each with its own payload: the document
 * lists them as `JobPayloads`, and no schema can say that name and payload belong together.
 */
export function withKnownJobs(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const plain = dereferenced(schema, named);
  const { properties, items } = plain;
  if (properties?.['payload']) return { anyOf: [plain, ...jobsOf(plain, named)] };
  const inside = Object.entries(properties ?? {}).map(([key, member]) => [key, withKnownJobs(member, named)]);
  return {
    ...plain,
    ...(properties ? { properties: Object.fromEntries(inside) } : {}),
    ...(typeof items === 'object' ? { items: withKnownJobs(items, named) } : {}),
  };
}

/** The same once for each job. It is called `name` where it is started, and `job` where it is scheduled. */
function jobsOf(
  { examples: _examples, ...plain }: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
): JsonSchema[] {
  const { properties = {} } = plain;
  const key = properties['job'] ? 'job' : 'name';
  return Object.entries(named['JobPayloads']?.properties ?? {}).map(([name, payload]) => ({
    ...plain,
    properties: { ...properties, [key]: { const: name }, payload },
  }));
}
