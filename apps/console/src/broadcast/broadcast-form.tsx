import { type Audience, newKey } from '@jobwire/client';
import { useId, useRef, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { fieldProblem, problemText } from '../controls/problem-text.ts';
import { textOf } from '../controls/text-of.ts';
import { useAction } from '../controls/use-action.ts';
import { broadcastWords } from './words.ts';

/** Tells everybody something, for operators. */
export function BroadcastForm({ app }: { app: App }) {
  const language = app.language.value;
  const words = broadcastWords[language];
  const id = useId();
  const key = useRef(newKey());
  const [audience, setAudience] = useState<Audience>();
  const telling = useAction(async (form: HTMLFormElement) => {
    const text = textOf(form, 'text');
    if (text === '') return;
    setAudience(undefined);
    // The same words again after a lost answer are told once.
    setAudience(await app.client.announce({ text }, { idempotencyKey: key.current }));
    key.current = newKey();
    form.reset();
  });
  const problem = telling.error;
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        telling.run(event.currentTarget);
      }}
    >
      <h2>{words.title}</h2>
      <p class="quiet small">{words.about}</p>
      <div class="field">
        <label for={id}>{words.text}</label>
        <textarea id={id} name="text" rows={2} required onInput={() => (key.current = newKey())} />
      </div>
      {problem !== undefined && (
        <p class="wrong" role="alert">
          {fieldProblem(problem, '/message') ?? problemText(problem, language)}
        </p>
      )}
      <button type="submit" class="primary" disabled={telling.busy}>
        {words.send}
      </button>
      {audience && (
        <p class="notice" role="status">
          {words.sent(audience.sentTo, audience.online)}
        </p>
      )}
    </form>
  );
}
