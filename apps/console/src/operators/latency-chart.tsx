import type { App } from '../app.ts';
import { durationText } from '../language/time.ts';
import { Chart } from './charts/chart.tsx';
import { gridUntil } from './charts/series.ts';
import { timeTicks } from './charts/ticks.ts';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

/** A quarter of an hour in steps of ten seconds. */
const latencySteps = { stepMs: 10_000, steps: 90 } as const;

/** How long events take to this page. */
export function LatencyChart({ app, operations }: { app: App; operations: Operations }) {
  const words = operatorsWords[app.language.value].charts;
  const grid = gridUntil(operations.moment.value, latencySteps);
  const { p50, p95 } = operations.latencies.read(grid);
  return (
    <Chart
      app={app}
      title={words.latency.title}
      about={words.latency.about}
      grid={grid}
      ticksTo={timeTicks}
      format={latencyText}
      lines={[
        { name: words.half, values: p50, tone: 'accent' },
        { name: words.most, values: p95, tone: 'warn', dash: '7 3' },
      ]}
    >
      {operations.latencies.backwards && <p class="notice small">{words.latency.backwards}</p>}
    </Chart>
  );
}

/** A latency below zero is a difference of clocks, and is not hidden. */
function latencyText(ms: number): string {
  return ms < 0 ? `−${durationText(-ms)}` : durationText(ms);
}
