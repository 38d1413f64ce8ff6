import type { App } from '../app.ts';
import { stateWords } from '../live-job/states.ts';
import { Chart } from './charts/chart.tsx';
import { countTicks } from './charts/ticks.ts';
import { finishedGrid, perMinute } from './finished.ts';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

/** How many jobs ended, and how; nothing until the server has counted. */
export function EndedChart({ app, operations, name, format }: EndedProps) {
  const finished = operations.finished.value;
  if (!finished) return null;
  const words = operatorsWords[app.language.value].charts;
  const ways = stateWords[app.language.value];
  const ended = (...states: Parameters<typeof perMinute>[1]['states']) => perMinute(finished, { name, states });
  return (
    <Chart
      app={app}
      {...words.rate}
      grid={finishedGrid(finished)}
      ticksTo={countTicks}
      format={format}
      lines={[
        { name: ways.succeeded, values: ended('succeeded'), tone: 'good' },
        { name: ways.failed, values: ended('failed'), tone: 'bad', dash: '7 3' },
        { name: words.ended, values: ended('cancelled', 'expired'), tone: 'quiet', dash: '2 3' },
      ]}
    />
  );
}

/** What is drawn of what ended. */
export interface EndedProps {
  app: App;
  operations: Operations;
  /** One kind of job; left out, all. */
  name: string | undefined;
  format: (value: number) => string;
}
