/** What a span is called, and where it belongs. */
export interface SpanAbout {
  name: string;
  kind: 'server' | 'producer' | 'consumer';
  /** `traceparent` of what caused it (W3C Trace Context); without a readable one a trace begins. */
  parent?: string | undefined;
  attributes?: Readonly<Record<string, string | number>>;
  /** Milliseconds since the epoch; now unless it is given. */
  startedAt?: number;
}

/** How a span ended. */
export interface SpanEnd {
  /** A better name than it began with. */
  name?: string;
  attributes?: Readonly<Record<string, string | number>>;
  /** A code or sentence; it makes the span a failed one. */
  failure?: string | undefined;
}

/** Something that takes time, as a part of a trace. */
export interface TraceSpan {
  /** The `traceparent` by which others continue it. */
  readonly context: string;
  readonly traceId: string;
  end(how?: SpanEnd): void;
}

/** Makes spans and sends them to the collector. Nothing travels by itself: what causes a span is said where it begins. */
export interface Tracer {
  start(about: SpanAbout): TraceSpan;
  /** Send what is left. */
  stop(): Promise<void>;
}

/** The trace's id in a `traceparent`; undefined when it is not one (W3C Trace Context, 3.2). */
export function traceIdOfContext(context: string | null | undefined): string | undefined {
  return /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.exec(context ?? '')?.[1];
}
