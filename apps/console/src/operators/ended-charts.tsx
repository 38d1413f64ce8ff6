import type { App } from '../app.ts';
import { stateWords } from '../live-job/states.ts';
import { Chart } from './charts/chart.tsx';
import { countTicks } from './charts/ticks.ts';
import { failureCodes, finishedGrid, perMinute } from './finished.ts';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

/** How many jobs ended, and why some failed; nothing until the server has counted. */
export function EndedCharts({ app, operations, name, format }: EndedChartsProps) {
  const language = app.language.value;
  const words = operatorsWords[language].charts;
  const finished = operations.finished.value;
  if (!finished) return null;
  const codes = failureCodes(finished, name);
  const most = codes[0]?.count ?? 1;
  return (
    <>
      <Chart
        app={app}
        {...words.rate}
        grid={finishedGrid(finished)}
        ticksTo={countTicks}
        format={format}
        lines={[
          {
            name: stateWords[language].succeeded,
            values: perMinute(finished, { name, states: ['succeeded'] }),
            tone: 'good',
          },
          {
            name: stateWords[language].failed,
            values: perMinute(finished, { name, states: ['failed'] }),
            tone: 'bad',
            dash: '7 3',
          },
          {
            name: words.ended,
            values: perMinute(finished, { name, states: ['cancelled', 'expired'] }),
            tone: 'quiet',
            dash: '2 3',
          },
        ]}
      />
      <section class="card stack tight">
        <h3>{words.codes.title}</h3>
        <p class="quiet small">{codes.length === 0 ? words.codes.none : words.codes.about}</p>
        <ul class="stack tight">
          {codes.slice(0, codesShown).map(({ code, count }) => (
            <li key={code} class="code-count">
              <code>{code}</code>
              <strong class="number">{format(count)}</strong>
              <span class="code-bar" style={{ width: `${(100 * count) / most}%` }} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** More than these would be higher than the charts beside them. */
const codesShown = 8;

/** What they are made of. */
export interface EndedChartsProps {
  app: App;
  operations: Operations;
  /** One kind of job; left out, all. */
  name: string | undefined;
  format: (value: number) => string;
}
