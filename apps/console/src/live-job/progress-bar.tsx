import type { App } from '../app.ts';
import type { JobPicture } from './job-picture.ts';
import { stateWords } from './states.ts';

/** How far a job is: a bar for eyes, a value for screen readers. Its colour says how the job is. */
export function ProgressBar({ app, picture, label }: { app: App; picture: JobPicture; label: string }) {
  const { percent, state, stage } = picture;
  const whole = Math.round(percent);
  const words = stateWords[app.language.value][state];
  return (
    <div
      class={`bar ${state}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole}
      aria-valuetext={`${whole} %, ${stage ?? words}`}
    >
      <div class="bar-fill" style={{ width: `${percent}%` }} />
    </div>
  );
}
