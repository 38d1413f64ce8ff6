import { problemText } from '../controls/problem-text.ts';
import { useNow } from '../controls/use-now.ts';
import { durationText } from '../language/time.ts';
import { ProgressBar } from '../live-job/progress-bar.tsx';
import { stateTone, stateWords } from '../live-job/states.ts';
import { JobActions } from './job-actions.tsx';
import type { JobPart } from './job-part.ts';
import { jobWords } from './job-words.ts';

/** How a job is, and what can be done about it. */
export function JobHead({ title, lost, begun, ...part }: JobHeadProps) {
  const { app, picture } = part;
  const language = app.language.value;
  const words = jobWords[language];
  const { state, stage, detail, attempt, maxAttempts, error, job } = picture;
  return (
    <section class="card stack tight" aria-labelledby="job-title">
      <div class="row apart">
        <h1 id="job-title" class="job-title">
          {title ?? job?.name}
        </h1>
        <span class={`badge ${stateTone[state]}`}>{stateWords[language][state]}</span>
      </div>
      <ProgressBar app={app} picture={picture} label={job?.name ?? ''} />
      <p class="row quiet small number">
        {title !== undefined && <span>{job?.name}</span>}
        {attempt > 0 && maxAttempts !== undefined && <span>{words.attempt(attempt, maxAttempts)}</span>}
        {state === 'running' && stage !== undefined && (
          <span>{detail === undefined ? stage : `${stage}: ${detail}`}</span>
        )}
        {state === 'retrying' && <Countdown {...part} />}
      </p>
      {error && (
        <p class="notice bad">
          <code>{error.code}</code> {error.message}
        </p>
      )}
      {lost !== undefined && (
        <p class="notice bad" role="alert">
          {words.lost} {problemText(lost, language)}
        </p>
      )}
      {part.way.maySteer && <JobActions {...part} begun={begun} />}
    </section>
  );
}

/** What the head of a job's page is given. */
export interface JobHeadProps extends JobPart {
  /** What people call the job, where that is known. */
  title: string | undefined;
  /** Why the job is not followed. */
  lost: Error | undefined;
  begun(): void;
}

function Countdown({ app, picture }: JobPart) {
  const words = jobWords[app.language.value];
  const left = (picture.nextAttemptAt ?? 0) - useNow();
  return <span>{left > 0 ? words.again(durationText(left)) : words.soon}</span>;
}
