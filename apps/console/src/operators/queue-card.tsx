import type { Queue } from '@jobwire/client';

import { isOperator } from '../account/person.ts';
import type { App } from '../app.ts';
import { routeTo } from '../frame/route.ts';
import { durationText, timeText } from '../language/time.ts';
import { gridUntil, sumOf } from './charts/series.ts';
import { Spark } from './charts/spark.tsx';
import { depthSteps } from './depths.ts';
import type { Operations } from './operations.ts';
import { PauseControl } from './pause-control.tsx';
import { openStates } from './queue-states.ts';
import { operatorsWords } from './words.ts';

/** One queue: what is in it, whether it is paused and why, and for operators what can be done about it. */
export function QueueCard({ app, operations, queue }: { app: App; operations: Operations; queue: Queue }) {
  const language = app.language.value;
  const words = operatorsWords[language];
  const { name, paused, reason, pausedUntil, counts, oldestWaitingMs, workers } = queue;
  const grid = gridUntil(operations.moment.value, depthSteps);
  const { depths } = operations;
  const failed = operations.stats.value?.finished.find((each) => each.name === name && each.state === 'failed')?.count;
  const state = stateOf(queue);
  const number = new Intl.NumberFormat(language);
  return (
    <article class="card stack tight queue" aria-label={name}>
      <div class="row apart">
        <h3>
          <a href={routeTo('jobs', undefined, { name })}>{name}</a>
        </h3>
        <span class={`badge ${tones[state]}`}>{words.queues.states[state]}</span>
      </div>
      {paused && (
        <p class="notice small">
          {reason !== undefined && `${words.queues.because(reason)} · `}
          {pausedUntil === undefined ? words.queues.untilResumed : words.queues.until(timeText(pausedUntil, language))}
        </p>
      )}
      <dl class="counts">
        {openStates.map((each) => (
          <div key={each}>
            <dt class="quiet">{words.states[each]}</dt>
            <dd class="number">{number.format(counts[each])}</dd>
          </div>
        ))}
      </dl>
      <Spark values={sumOf([depths.jobs(grid, 'queued', name), depths.jobs(grid, 'retrying', name)])} />
      <p class="row quiet small number queue-facts">
        {oldestWaitingMs !== undefined && counts.queued > 0 && (
          <span>{words.queues.waits(durationText(oldestWaitingMs))}</span>
        )}
        {workers.length > 0 && <span title={workers.join(', ')}>{words.queues.workers(workers.length)}</span>}
        {failed !== undefined && (
          <a href={routeTo('jobs', undefined, { name, state: 'failed' })}>
            {words.queues.failed(number.format(failed))}
          </a>
        )}
      </p>
      {isOperator(app.person) && <PauseControl app={app} queue={queue} look={operations.look} />}
    </article>
  );
}

type QueueState = 'paused' | 'working' | 'waiting' | 'idle';

const tones: Readonly<Record<QueueState, string>> = { paused: 'warn', working: 'accent', waiting: '', idle: '' };

function stateOf({ paused, counts }: Queue): QueueState {
  if (paused) return 'paused';
  if (counts.running > 0) return 'working';
  return counts.queued + counts.retrying > 0 ? 'waiting' : 'idle';
}
