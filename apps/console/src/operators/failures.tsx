import type { ListedJob } from '@jobwire/client';

import { isOperator } from '../account/person.ts';
import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { routeTo } from '../frame/route.ts';
import { timeText } from '../language/time.ts';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

/** The newest jobs that failed for good. */
export function Failures({ app, operations }: { app: App; operations: Operations }) {
  const words = operatorsWords[app.language.value].failures;
  const failed = operations.failed.value ?? [];
  return (
    <section class="card stack tight" aria-labelledby="failures">
      <div class="row apart">
        <h3 id="failures">{words.title}</h3>
        {failed.length > 0 && (
          <a class="small" href={routeTo('jobs', undefined, { state: 'failed' })}>
            {words.all}
          </a>
        )}
      </div>
      {failed.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="failures">
        {failed.map((job) => (
          <Failure key={job.id} app={app} job={job} look={operations.look} />
        ))}
      </ul>
    </section>
  );
}

function Failure({ app, job, look }: { app: App; job: ListedJob; look: () => void }) {
  const language = app.language.value;
  const words = operatorsWords[language].failures;
  const retrying = useAction(async () => {
    await app.client.jobs.retry(job.id);
    app.announcer.say(words.retried);
    look();
  });
  return (
    <li class="row apart">
      <div>
        <a href={routeTo('jobs', job.id)}>{job.name}</a>
        <span class="quiet small number"> {timeText(job.finishedAt ?? job.createdAt, language)}</span>
        <p class="small failure-text">
          <code>{job.error?.code}</code> {job.error?.message}
        </p>
        {retrying.error !== undefined && (
          <p class="wrong" role="alert">
            {problemText(retrying.error, language)}
          </p>
        )}
      </div>
      {isOperator(app.person) && (
        <button
          type="button"
          aria-label={words.retryOf(`${job.name} ${job.id}`)}
          disabled={retrying.busy}
          onClick={() => retrying.run()}
        >
          {words.retry}
        </button>
      )}
    </li>
  );
}
