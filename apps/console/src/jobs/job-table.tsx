import type { App } from '../app.ts';
import { routeTo } from '../frame/route.ts';
import { durationText, timeText } from '../language/time.ts';
import { stateTone, stateWords } from '../live-job/states.ts';
import type { ListedJob } from './job-list.ts';
import { hasEnded, usePicture } from './use-picture.ts';
import { listWords } from './words.ts';

/** Jobs that are watched at a time: a socket has 64 subscriptions, and other parts of the console want some too. */
const mostWatched = 20;

/**
 * Jobs as a table; on small screens each is a card, by the style sheet alone. The roles are said again because a table that
 * is laid out in another way is none for some screen readers.
 */
export function JobTable({ app, jobs }: { app: App; jobs: readonly ListedJob[] }) {
  const { columns, title } = listWords[app.language.value];
  const open = jobs.filter((job) => !hasEnded(job)).slice(0, mostWatched);
  const watched = new Set(open.map(({ id }) => id));
  return (
    <table class="jobs-table" role="table" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          {Object.entries(columns).map(([name, text]) => (
            <th key={name} role="columnheader" scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {jobs.map((job) => (
          <JobRow key={job.id} app={app} job={job} watching={watched.has(job.id)} />
        ))}
      </tbody>
    </table>
  );
}

function JobRow({ app, job, watching }: { app: App; job: ListedJob; watching: boolean }) {
  const language = app.language.value;
  const words = listWords[language];
  const {
    state,
    attempt,
    error,
    percent,
    events,
    job: seen,
    maxAttempts,
  } = usePicture(app.client, { id: job.id, job }, watching);
  const title = app.kept.find(job.id)?.title ?? job.tags?.join(', ') ?? `…${job.id.slice(-12)}`;
  const ended = job.finishedAt ?? textMember(seen, 'finishedAt') ?? events.at(-1)?.at;
  const took = hasEnded({ state }) && ended ? durationText(Date.parse(ended) - Date.parse(job.createdAt)) : undefined;
  return (
    <tr role="row">
      <td role="cell" data-label={words.columns.state}>
        <span class={`badge ${stateTone[state]}`}>
          {stateWords[language][state]}
          {state === 'running' && percent > 0 ? ` ${Math.round(percent)} %` : ''}
        </span>
      </td>
      <th role="rowheader" scope="row">
        <a href={routeTo('jobs', job.id)}>{job.name}</a>
        <span class="quiet small">{title}</span>
      </th>
      <td role="cell" class="number" data-label={words.columns.created}>
        <time dateTime={job.createdAt}>{timeText(job.createdAt, language)}</time>
      </td>
      <Cell label={words.columns.took} text={took} />
      <Cell
        label={words.columns.attempt}
        text={attempt === 0 ? undefined : words.attempt(attempt, maxAttempts ?? job.maxAttempts)}
      />
      <Cell label={words.columns.error} text={error?.code} />
    </tr>
  );
}

/** A cell; cards leave out those that have nothing to say. */
function Cell({ label, text }: { label: string; text: string | undefined }) {
  return (
    <td role="cell" class={text === undefined ? 'none' : 'number'} data-label={label}>
      {text ?? '–'}
    </td>
  );
}

function textMember(job: object | undefined, name: string): string | undefined {
  const value: unknown = job && Reflect.get(job, name);
  return typeof value === 'string' ? value : undefined;
}
