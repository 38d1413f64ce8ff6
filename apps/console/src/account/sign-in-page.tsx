import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Field } from '../controls/field.tsx';
import { fieldProblem, problemText } from '../controls/problem-text.ts';
import { textOf } from '../controls/text-of.ts';
import { useAction } from '../controls/use-action.ts';
import { useTitle } from '../controls/use-title.ts';
import { accountWords } from './words.ts';

/** Asks for the link that signs in. */
export function SignInPage({ app }: { app: App }) {
  const language = app.language.value;
  const words = accountWords[language];
  useTitle(words.title);
  const [sent, setSent] = useState(false);
  const asking = useAction(async (email: string) => {
    await app.client.signIn(email);
    setSent(true);
  });
  const wrong = fieldProblem(asking.error, '/email');
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      <form
        class="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          asking.run(textOf(event.currentTarget, 'email'));
        }}
      >
        <Field label={words.email} name="email" inputMode="email" autocomplete="email" wrong={wrong} />
        {asking.error !== undefined && !wrong && (
          <p class="notice bad" role="alert">
            {problemText(asking.error, language)}
          </p>
        )}
        <button type="submit" class="primary" disabled={asking.busy}>
          {words.send}
        </button>
        {sent && (
          <p class="notice" role="status">
            {words.sent}
          </p>
        )}
        {sent && app.settings.inbox !== null && (
          <a href={app.settings.inbox} target="_blank" rel="noopener">
            {words.inbox}
          </a>
        )}
      </form>
    </div>
  );
}
