export type { AdminEmail, AdminRole } from './admin-emails.ts';
export { type Clock, systemClock } from './clock.ts';
export { ConfigError } from './config-error.ts';
export { type Config, type ConfigVariable, configVariables, longestHeartbeatMs } from './config.ts';
export { type EmailAddress, type EmailProblem, readEmailAddress } from './email-address.ts';
export { errorHelp } from './error-help.ts';
export {
  AppError,
  appError,
  asError,
  type ErrorCode,
  errorCatalogue,
  type ErrorFacts,
  type InputError,
} from './errors.ts';
export { createEvents, type Emit, type Events, type Facts, type Subscriber } from './events.ts';
export { randomToken, uuidv7 } from './ids.ts';
export { createLifecycle, type Lifecycle, type StopStep } from './lifecycle.ts';
export { loadConfig } from './load-config.ts';
export { type Locale, locales, nearestLocale } from './locales.ts';
export { createLog, type LogLevel, type LoggerOptions, redact } from './logger.ts';
export { createMetrics, type Labels, type MetricAbout, type Metrics, type Sample } from './metrics/create-metrics.ts';
export { boundedLabel, type EventCounts, labelOf, onEvents, secondsOf } from './metrics/event-counts.ts';
export type { Rate } from './rates.ts';
export { requireConfig } from './required.ts';
export { runProcess } from './run-process.ts';
export { createTracer } from './tracing/create-tracer.ts';
export { type SpanAbout, traceIdOfContext, type Tracer, type TraceSpan } from './tracing/tracer.ts';
export { createKeyRing, type KeyPurpose, type KeyRing, sameText, sha256, sign } from './secrets.ts';
export { type ProcessParts, startProcess } from './start-process.ts';
export { type HealthChecks, readiness, startHealthServer } from './health-server.ts';
export { type BucketAddress, readStorageAddress, type StorageAddress } from './storage-address.ts';
