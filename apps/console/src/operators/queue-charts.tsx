import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { durationText } from '../language/time.ts';
import { Chart } from './charts/chart.tsx';
import { gridUntil } from './charts/series.ts';
import { countTicks, timeTicks } from './charts/ticks.ts';
import { depthSteps } from './depths.ts';
import { EndedChart } from './ended-chart.tsx';
import { FailureCodes } from './failure-codes.tsx';
import { Failures } from './failures.tsx';
import { LatencyChart } from './latency-chart.tsx';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

/** How the queues were in the last quarter of an hour: all together, or one of them. */
export function QueueCharts({ app, operations }: { app: App; operations: Operations }) {
  const language = app.language.value;
  const words = operatorsWords[language];
  const [name, setName] = useState<string>();
  const queues = operations.queues.value;
  const grid = gridUntil(operations.moment.value, depthSteps);
  const { depths } = operations;
  const number = new Intl.NumberFormat(language, { notation: 'compact' });
  const format = (value: number): string => number.format(value);
  return (
    <section class="stack" aria-labelledby="charts">
      <div class="row apart">
        <h2 id="charts">{words.window}</h2>
        <label class="row small chart-queue">
          <span>{words.queue}</span>
          <select value={name ?? ''} onChange={(event) => setName(event.currentTarget.value || undefined)}>
            <option value="">{words.all}</option>
            {queues.map((queue) => (
              <option key={queue.name} value={queue.name}>
                {queue.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="charts">
        <Chart
          app={app}
          {...words.charts.depth}
          grid={grid}
          ticksTo={countTicks}
          format={format}
          lines={[
            { name: words.states.queued, values: depths.jobs(grid, 'queued', name), tone: 'accent' },
            { name: words.states.running, values: depths.jobs(grid, 'running', name), tone: 'good', dash: '7 3' },
            { name: words.states.retrying, values: depths.jobs(grid, 'retrying', name), tone: 'warn', dash: '2 3' },
            {
              name: words.states.scheduled,
              values: depths.jobs(grid, 'scheduled', name),
              tone: 'quiet',
              dash: '9 3 2 3',
            },
          ]}
        />
        <EndedChart app={app} operations={operations} name={name} format={format} />
        <Chart
          app={app}
          {...words.charts.age}
          grid={grid}
          ticksTo={timeTicks}
          format={durationText}
          lines={[{ name: words.charts.oldest, values: depths.age(grid, name), tone: 'warn' }]}
        />
        <LatencyChart app={app} operations={operations} />
      </div>
      <div class="columns">
        <FailureCodes app={app} operations={operations} name={name} format={format} />
        <Failures app={app} operations={operations} />
      </div>
    </section>
  );
}
