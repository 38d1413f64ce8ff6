import { type Facts, labelOf, type Metrics, onEvents, secondsOf, type Subscriber } from '@jobwire/runtime';

/** From an answer out of memory to what is reported as slow and beyond, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Declare what is measured of requests, and count by the process's events. Routes are labelled by their patterns: there
 * are as many as the code has.
 */
export function httpMetrics(metrics: Metrics): Subscriber {
  const duration = metrics.histogram({
    name: 'jobwire_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer, streams left out',
    labels: ['method', 'route', 'status'],
    bounds,
  });
  const limited = metrics.counter({
    name: 'jobwire_http_limited_total',
    help: 'Requests that a rate limit refused',
    labels: ['policy'],
  });
  const broken = metrics.counter({
    name: 'jobwire_http_broken_total',
    help: 'What was sent and is not a request, by the error code of the answer',
    labels: ['code'],
  });
  const dropped = metrics.counter({
    name: 'jobwire_http_dropped_connections_total',
    help: 'Connections that were closed because the process had too many',
  });

  const finished = (facts: Facts): void => {
    const seconds = secondsOf(facts, 'durationMs');
    if (seconds === undefined || facts['streamed'] === true) return;
    const method = labelOf(facts, 'method');
    // Whatever stands where a method should be is a label otherwise.
    const labels = { method: methods.has(method) ? method : 'other', route: labelOf(facts, 'route') };
    duration({ ...labels, status: labelOf(facts, 'status') }, seconds);
  };
  return onEvents({
    'request.finished': finished,
    'request.slow': finished,
    'request.limited': (facts) => limited({ policy: labelOf(facts, 'policy') }),
    'request.broken': (facts) => broken({ code: labelOf(facts, 'code') }),
    'connection.dropped': () => dropped(),
  });
}
