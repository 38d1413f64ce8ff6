import type { Queue } from '@jobwire/client';

import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import { textOf } from '../controls/text-of.ts';
import { useAction } from '../controls/use-action.ts';
import { operatorsWords } from './words.ts';

/** Pauses a queue, for a time or until it is resumed, and resumes it. */
export function PauseControl({ app, queue, look }: { app: App; queue: Queue; look: () => void }) {
  const language = app.language.value;
  const words = operatorsWords[language].queues;
  const { name, paused } = queue;
  const pausing = useAction(async (forMs: number) => {
    await app.client.pauseQueue(name, forMs > 0 ? { forMs } : {});
    app.announcer.say(words.paused(name));
    look();
  });
  const resuming = useAction(async () => {
    await app.client.resumeQueue(name);
    app.announcer.say(words.resumed(name));
    look();
  });
  const error = paused ? resuming.error : pausing.error;
  return (
    <form
      class="row queue-control"
      onSubmit={(event) => {
        event.preventDefault();
        if (paused) resuming.run();
        else pausing.run(Number(textOf(event.currentTarget, 'forMs')));
      }}
    >
      {!paused && (
        <select name="forMs" aria-label={`${words.howLong}: ${name}`}>
          {words.spans.map(({ label, forMs = 0 }) => (
            <option key={label} value={forMs}>
              {label}
            </option>
          ))}
        </select>
      )}
      <button
        type="submit"
        aria-label={paused ? words.resumeOf(name) : words.pauseOf(name)}
        disabled={pausing.busy || resuming.busy}
      >
        {paused ? words.resume : words.pause}
      </button>
      {error !== undefined && (
        <p class="wrong" role="alert">
          {problemText(error, language)}
        </p>
      )}
    </form>
  );
}
