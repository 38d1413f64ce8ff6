import type { Finding, FuzzReport } from './fuzz.ts';

/** Longest part of a body that is printed, in characters. */
const shown = 600;

/** Say what was tried, by route and status, and what was found. */
export function describeReport({ counts, findings }: FuzzReport): string {
  const routes = [...counts].map(([route, statuses]) => {
    const all = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status || 'left'}: ${times}`);
    return `${route.padEnd(36)} ${all.join('  ')}`;
  });
  const total = [...counts.values()]
    .flatMap((statuses) => [...statuses.values()])
    .reduce((sum, times) => sum + times, 0);
  return [...routes, '', `${total} requests, ${findings.length} findings`, ...findings.map(describeFinding)].join('\n');
}

/** One finding with all that is needed to see it again. */
export function describeFinding({ route, problem, times, caller, sent, received, log }: Finding): string {
  const body = sent.body?.toString().slice(0, shown) ?? '';
  return [
    '',
    `✗ ${route}: ${problem} (${times} times; first as ${caller})`,
    `  ${sent.method} ${sent.path.slice(0, shown)}`,
    `  ${JSON.stringify({ ...sent.headers, authorization: sent.headers['authorization'] && '…' })}`,
    ...(body === '' ? [] : [`  ${JSON.stringify(body)}`]),
    `  → ${received.status} ${received.headers['content-type'] ?? ''} ${received.body.toString().slice(0, shown)}`,
    ...(log === '' ? [] : [`  log: ${log.slice(0, 3 * shown)}`]),
  ].join('\n');
}
