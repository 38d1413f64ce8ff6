import type { App } from '../app.ts';
import type { Outbox, Unsent } from './outbox.ts';
import { roomProblem } from './room-problem.ts';
import { roomWords } from './words.ts';

/** One's own message until the room has said it. */
export function UnsentView({ app, message, outbox }: { app: App; message: Unsent; outbox: Outbox }) {
  const language = app.language.value;
  const words = roomWords[language];
  const { key, text, to, state } = message;
  const failed = state === 'failed';
  return (
    <article class={failed ? 'turn own failed' : 'turn own'} aria-live="off">
      <p class="said">{text}</p>
      <p class="row small">
        {to && <span class="badge accent">{words.onlyTo(to.name)}</span>}
        {failed ? (
          <span class="wrong" role="alert">
            {words.notSent}. {message.error !== undefined && roomProblem(message.error, language)}
          </span>
        ) : (
          <span class="quiet">{app.connection.value.state === 'live' ? words.sending : words.waiting}</span>
        )}
      </p>
      {failed && (
        <div class="row">
          <button type="button" onClick={() => outbox.again(key)}>
            {words.again}
          </button>
          <button type="button" class="plain" onClick={() => outbox.drop(key)}>
            {words.drop}
          </button>
        </div>
      )}
    </article>
  );
}
