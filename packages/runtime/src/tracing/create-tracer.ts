import type { Tracer } from './tracer.ts';

/**
 * Make the tracer of a process. The libraries are loaded only when there is a collector.
 *
 * @param endpoint OTEL_EXPORTER_OTLP_ENDPOINT
 * @param service e.g. `jobwire-api`
 * @returns undefined without an endpoint
 */
export async function createTracer(endpoint: string | undefined, service: string): Promise<Tracer | undefined> {
  if (endpoint === undefined) return undefined;
  const { createOtlpTracer } = await import('./otlp-tracer.ts');
  return createOtlpTracer(endpoint, service);
}
