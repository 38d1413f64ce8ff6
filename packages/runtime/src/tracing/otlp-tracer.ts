import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

import { traceIdOfContext, type Tracer } from './tracer.ts';

const kinds = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const;

/** How often spans are sent, in milliseconds. */
const sendEveryMs = 1_000;

/** Make a tracer that sends to an OTLP collector over HTTP. It registers nothing globally. */
export function createOtlpTracer(endpoint: string, service: string): Tracer {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: sendEveryMs })],
  });
  const tracer = provider.getTracer('jobwire');
  return {
    start({ name, kind, parent, attributes = {}, startedAt }) {
      const options = { kind: kinds[kind], attributes, ...(startedAt === undefined ? {} : { startTime: startedAt }) };
      const span = tracer.startSpan(name, options, parentOf(parent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        traceId,
        context: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
        end({ name: better, attributes: more = {}, failure } = {}) {
          if (better !== undefined) span.updateName(better);
          span.setAttributes(more);
          if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
          span.end();
        },
      };
    },
    stop: () => provider.shutdown(),
  };
}

function parentOf(context: string | undefined): Context {
  const traceId = traceIdOfContext(context);
  if (context === undefined || traceId === undefined) return ROOT_CONTEXT;
  const [, , spanId = '', flags = '0'] = context.split('-');
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
  });
}
