import { cell, generatedNotice } from './cell.ts';

interface CatalogueEntry {
  status: number;
  retryable: boolean;
  title: string;
}

/** `docs/errors.md`: every code that an answer may carry. */
export function errorsPage(
  catalogue: Readonly<Record<string, CatalogueEntry>>,
  help: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(catalogue)
    .toSorted(([a, left], [b, right]) => left.status - right.status || a.localeCompare(b))
    .map(([code, { status, retryable, title }]) => {
      return `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${cell(title)} | ${cell(help[code] ?? '')} |`;
    });
  return `${generatedNotice('packages/runtime/src/errors.ts')}

# Errors

An error is \`application/problem+json\` (RFC 9457). Rely on \`code\`: it is never renamed. \`detail\` is for people and may
change. \`retryable\` says whether the same call may succeed later; \`traceId\` is also in the logs and in \`X-Request-Id\`.

| code | status | retryable | title | what to do |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
