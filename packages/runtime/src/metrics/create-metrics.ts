import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import { asError } from '../errors.ts';
import type { Emit } from '../events.ts';

/** Labels of one value. Their values must come from a small, known set: every combination is a time series for ever. */
export type Labels = Readonly<Record<string, string | number>>;

/** One metric: its name as Prometheus wants it (`jobwire_…_seconds`, `…_total`) and a sentence for people. */
export interface MetricAbout {
  name: string;
  help: string;
  labels?: readonly string[];
}

/** One value of a gauge. */
export interface Sample {
  labels?: Labels;
  value: number;
}

/** The metrics of one process, in a registry of its own. */
export interface Metrics {
  /** Something that only grows. */
  counter(about: MetricAbout): (labels?: Labels, by?: number) => void;
  /** Times, in seconds, counted by the bounds that they stay under. */
  histogram(about: MetricAbout & { bounds: readonly number[] }): (labels: Labels, seconds: number) => void;
  /** Something that goes up and down; read when it is asked for. A reading that fails leaves it out. */
  gauge(about: MetricAbout, read: () => readonly Sample[] | Promise<readonly Sample[]>): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  /** Media type of `text()`. */
  readonly contentType: string;
  /** Every metric, for documents. */
  list(): { name: string; help: string; type: string; labels: readonly string[] }[];
}

/**
 * Make the metrics of a process, with those that any Node process has: memory, CPU, garbage, delay of the event loop.
 *
 * @param process a label on everything
 */
export function createMetrics(process: string, emit: Emit): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const listed: ReturnType<Metrics['list']> = [];
  const options = ({ name, help, labels = [] }: MetricAbout, type: string) => {
    listed.push({ name, help, type, labels });
    return { name, help, labelNames: [...labels], registers: [registry] };
  };
  return {
    counter(about) {
      const counter = new Counter(options(about, 'counter'));
      // Shown from the start, so that the first one counts as an increase.
      if (!about.labels) counter.inc(0);
      return (labels = {}, by = 1) => counter.inc(labels, by);
    },
    histogram(about) {
      const histogram = new Histogram({ ...options(about, 'histogram'), buckets: [...about.bounds] });
      return (labels, seconds) => histogram.observe(labels, seconds);
    },
    gauge(about, read) {
      const gauge: Gauge = new Gauge({
        ...options(about, 'gauge'),
        collect: async () => {
          gauge.reset();
          try {
            for (const { labels = {}, value } of await read()) gauge.set(labels, value);
          } catch (error) {
            emit('metric.failed', { metric: about.name, error: asError(error) });
          }
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    list: () => [...listed],
  };
}
