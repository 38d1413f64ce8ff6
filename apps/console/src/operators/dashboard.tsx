import { useEffect, useState } from 'preact/hooks';

import { isOperator } from '../account/person.ts';
import type { App } from '../app.ts';
import { BroadcastForm } from '../broadcast/broadcast-form.tsx';
import { problemText } from '../controls/problem-text.ts';
import { HealthStrip } from './health-strip.tsx';
import { Links } from './links.tsx';
import { type Operations, watchOperations } from './operations.ts';
import { QueueCard } from './queue-card.tsx';
import { QueueCharts } from './queue-charts.tsx';
import { operatorsWords } from './words.ts';

/** How the system is, and what operators can do about it. */
export function Dashboard({ app }: { app: App }) {
  const language = app.language.value;
  const words = operatorsWords[language];
  const operations = useOperations(app);
  if (!operations) return null;
  const failure = operations.failure.value;
  const queues = operations.queues.value;
  return (
    <div class="stack operators">
      <div class="row apart">
        <h1>{words.title}</h1>
        <HealthStrip app={app} operations={operations} />
      </div>
      {failure !== undefined && (
        <p class="notice bad" role="alert">
          {words.lost} {problemText(failure, language)}
        </p>
      )}
      {queues.length === 0 ? (
        failure === undefined && <p role="status">{words.looking}</p>
      ) : (
        <>
          <QueueCharts app={app} operations={operations} />
          <section class="stack" aria-labelledby="queues">
            <h2 id="queues">{words.queues.title}</h2>
            <div class="queue-cards">
              {queues.map((queue) => (
                <QueueCard key={queue.name} app={app} operations={operations} queue={queue} />
              ))}
            </div>
          </section>
        </>
      )}
      <div class="columns even">
        {isOperator(app.person) && <BroadcastForm app={app} />}
        <Links app={app} />
      </div>
    </div>
  );
}

/** Watch while the page is shown; undefined in its first moment. */
function useOperations(app: App): Operations | undefined {
  const [operations, setOperations] = useState<Operations>();
  useEffect(() => {
    const ends = new AbortController();
    setOperations(watchOperations(app, document, ends.signal));
    return () => ends.abort();
  }, [app]);
  return operations;
}
