import type { JobDefinition, RetryPolicy } from '@jobwire/queue/job';
import { z } from 'zod';

import { cell, duration, generatedNotice } from './cell.ts';

/** `docs/jobs.md`: every job of the catalog. */
export function jobsPage(catalog: Readonly<Record<string, JobDefinition>>): string {
  const definitions = Object.values(catalog).toSorted((a, b) => a.name.localeCompare(b.name));
  return `${generatedNotice('packages/jobs/src/catalog.ts')}

# Jobs

${definitions.map(section).join('\n')}`;
}

function section(definition: JobDefinition): string {
  const { schedule } = definition;
  const facts = {
    stages: definition.stages.map((stage) => `\`${stage}\``).join(' → '),
    attempts: `${definition.retry.attempts}, ${waits(definition.retry)}`,
    timeout: `asked to end after ${duration(definition.timeout.softMs)}, given up after ${duration(definition.timeout.hardMs)}`,
    'at a time': `${definition.concurrency} per worker`,
    'who may start it': definition.access,
    ...(definition.searchable.length > 0
      ? { 'found by words of': definition.searchable.map((field) => `\`${field}\``).join(', ') }
      : {}),
    ...(schedule ? { 'starts by itself': `\`${schedule.cron}\`, ${schedule.timeZone ?? 'UTC'}` } : {}),
    kept: `${duration(definition.retention.succeededMs)} when succeeded, ${duration(definition.retention.failedMs)} when failed`,
  };
  const rows = Object.entries(facts).map(([name, value]) => `| ${name} | ${cell(value)} |`);
  return `## \`${definition.name}\`

${definition.summary}.

| | |
|---|---|
${rows.join('\n')}

Payload:

${schemaBlock(definition.payload, 'input')}

Result:

${schemaBlock(definition.result, 'output')}
`;
}

function waits({ backoff }: RetryPolicy): string {
  const spread = `± ${backoff.jitter * 100} %`;
  if (backoff.type === 'list') return `${backoff.delaysMs.map(duration).join(', ')} apart (${spread})`;
  return `${duration(backoff.delayMs)} apart, doubling up to ${duration(backoff.capMs)} (${spread})`;
}

function schemaBlock(schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The pattern of a UUID says in two hundred characters what the format says in one word.
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  return `\`\`\`json\n${JSON.stringify(json, null, 2)}\n\`\`\``;
}
