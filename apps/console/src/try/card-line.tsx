import type { App } from '../app.ts';
import { useNow } from '../controls/use-now.ts';
import { durationText } from '../language/time.ts';
import type { JobPicture } from '../live-job/job-picture.ts';
import { Ago } from './ago.tsx';
import type { Card } from './cards.ts';
import { tryWords } from './words.ts';

/** What the line of a card tells. */
export interface CardLineProps {
  app: App;
  card: Card;
  picture: JobPicture;
  /** What it is at; empty where nothing is done. */
  stage: string;
  percent: number;
}

/** The line below a card's bar: where it is, which attempt, when the next one begins, and since when. */
export function CardLine({ app, card, picture, stage, percent }: CardLineProps) {
  const words = tryWords[app.language.value];
  const { attempt, maxAttempts, state, events, final } = picture;
  const first = events[0];
  const last = events.at(-1);
  const took = final && first && last ? Date.parse(last.at) - Date.parse(first.at) : undefined;
  return (
    <p class="line quiet small number">
      {stage !== '' && (
        <span class="stage">
          {Math.round(percent)} % · {stage}
        </span>
      )}
      {(attempt > 1 || state === 'retrying') && <span>{words.attempt(attempt, maxAttempts)}</span>}
      {state === 'retrying' && <Countdown app={app} until={picture.nextAttemptAt} />}
      {took !== undefined && <span>{words.took(durationText(took))}</span>}
      <Ago app={app} at={card.at} />
    </p>
  );
}

function Countdown({ app, until }: { app: App; until: number | undefined }) {
  const words = tryWords[app.language.value];
  const now = useNow();
  const left = Math.ceil(((until ?? now) - now) / 1_000);
  return (
    <span class="warn" role="timer">
      {left > 0 ? words.nextIn(secondsText(left)) : words.soon}
    </span>
  );
}

/** Whole seconds: a countdown jumps by one. */
function secondsText(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : durationText(seconds * 1_000);
}
