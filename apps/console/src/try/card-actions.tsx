import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import type { JobPicture } from '../live-job/job-picture.ts';
import { type Card, maySteer } from './cards.ts';
import { mailLink } from './mail-link.ts';
import { tryWords } from './words.ts';

/** What may be done with a card now. */
export interface CardActionsProps {
  app: App;
  card: Card;
  picture: JobPicture;
  /** The job goes on again. */
  onAgain: () => void;
}

/** The buttons and links of a card. What goes wrong is said below them. */
export function CardActions({ app, card, picture, onAgain }: CardActionsProps) {
  const { upload, kept } = card;
  const language = app.language.value;
  const words = tryWords[language].actions;
  const steers = maySteer(app.person, kept);
  const steering = useAction(async (act: (jobId: string) => Promise<unknown>) => {
    if (kept) await act(kept.id);
  });
  const retry = async (jobId: string): Promise<void> => {
    await app.client.jobs.retry(jobId);
    app.kept.end(jobId);
    onAgain();
  };
  const mail = picture.state === 'succeeded' && kept?.name.startsWith('email.') && app.settings.inbox;
  const buttons = [
    (upload?.phase === 'waiting' || upload?.phase === 'sending') && (
      <button type="button" onClick={() => app.uploads.stop(upload.key)}>
        {words.stop}
      </button>
    ),
    (upload?.phase === 'unsent' || upload?.phase === 'stopped') && (
      <button type="button" class="primary" onClick={() => app.uploads.again(upload.key)}>
        {words.again}
      </button>
    ),
    steers && !picture.final && (
      <button type="button" disabled={steering.busy} onClick={() => steering.run((id) => app.client.jobs.cancel(id))}>
        {words.cancel}
      </button>
    ),
    steers && picture.final && picture.state !== 'succeeded' && (
      <button type="button" disabled={steering.busy} onClick={() => steering.run(retry)}>
        {words.retry}
      </button>
    ),
    mail && (
      <a class="button" href={mailLink(mail, card.title)} target="_blank" rel="noopener">
        <Icon name="mail" /> {words.mail}
      </a>
    ),
  ].filter(Boolean);
  return (
    <>
      {buttons.length > 0 && <div class="row">{buttons}</div>}
      {steering.error !== undefined && (
        <p class="wrong" role="alert">
          {problemText(steering.error, language)}
        </p>
      )}
    </>
  );
}
