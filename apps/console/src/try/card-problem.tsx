import { JobwireError } from '@jobwire/client';

import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import type { JobPicture } from '../live-job/job-picture.ts';
import type { Card } from './cards.ts';
import { limitText, typeNames } from './upload-rules.ts';
import { tryWords } from './words.ts';

/** What a card has to say when something is wrong with it. */
export interface CardProblemProps {
  app: App;
  card: Card;
  picture: JobPicture;
  /** Why the job is not followed any more. */
  lost: Error | undefined;
}

/** What went wrong. A lost connection is nothing wrong: the job goes on, and is heard of again. */
export function CardProblem(props: CardProblemProps) {
  const text = textOf(props);
  const ended = props.picture.final || !props.card.kept;
  return text === undefined ? null : <p class={ended ? 'wrong' : 'warn small'}>{text}</p>;
}

function textOf({ app, card: { upload }, picture, lost }: CardProblemProps): string | undefined {
  const language = app.language.value;
  const words = tryWords[language];
  const { upload: rules } = app.settings;
  if (upload?.refusal) return words.refused(upload.refusal, typeNames(rules), limitText(rules));
  if (upload?.phase === 'unsent') return problemText(upload.error, language);
  if (picture.error) return picture.error.message || picture.error.code;
  if (picture.skipped !== undefined) return words.skipped(picture.skipped);
  if (!picture.final && lost instanceof JobwireError && !lost.retryable) return words.gone;
  return undefined;
}
