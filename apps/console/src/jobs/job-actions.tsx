import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { routeTo } from '../frame/route.ts';
import type { JobPart } from './job-part.ts';
import { jobWords } from './job-words.ts';
import { hasEnded } from './use-picture.ts';

/** Cancel, retry and replay, as far as the state of the job lets them. */
export function JobActions({ app, id, picture, begun }: JobPart & { begun(): void }) {
  const language = app.language.value;
  const words = jobWords[language].act;
  const { jobs } = app.client;
  const cancel = useAction(async () => {
    await jobs.cancel(id);
  });
  const retry = useAction(async () => {
    await jobs.retry(id);
    begun();
  });
  const replay = useAction(async () => {
    const started = await jobs.replay(id);
    location.hash = routeTo('jobs', started.id);
  });
  const ended = hasEnded(picture);
  const refused = cancel.error ?? retry.error ?? replay.error;
  return (
    <>
      <div class="row">
        {!ended && (
          <button type="button" class="danger" disabled={cancel.busy} onClick={() => cancel.run()}>
            {words.cancel}
          </button>
        )}
        {ended && picture.state !== 'succeeded' && (
          <button type="button" class="primary" disabled={retry.busy} onClick={() => retry.run()}>
            {words.retry}
          </button>
        )}
        {ended && (
          <button type="button" disabled={replay.busy} onClick={() => replay.run()}>
            {words.replay}
          </button>
        )}
      </div>
      {refused !== undefined && (
        <p class="notice bad" role="alert">
          {problemText(refused, language)}
        </p>
      )}
    </>
  );
}
