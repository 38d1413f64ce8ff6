import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Field } from '../controls/field.tsx';
import { problemText } from '../controls/problem-text.ts';
import { textOf } from '../controls/text-of.ts';
import { useAction } from '../controls/use-action.ts';
import { accountPageWords } from './account-words.ts';

/** Deletes the account, when its address was typed. */
export function DeleteAccount({ app, email }: { app: App; email: string }) {
  const language = app.language.value;
  const words = accountPageWords[language].remove;
  const [differs, setDiffers] = useState(false);
  const deleting = useAction(async (typed: string) => {
    const confirmed = typed.toLowerCase() === email.toLowerCase();
    setDiffers(!confirmed);
    if (!confirmed) return;
    await app.leave(() => app.client.deleteAccount());
    app.announcer.say(words.removed);
  });
  return (
    <section class="card stack tight" aria-labelledby="delete">
      <h2 id="delete">{words.title}</h2>
      <p class="small">{words.about}</p>
      <form
        class="stack tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          deleting.run(textOf(event.currentTarget, 'confirm'));
        }}
      >
        <Field label={words.type(email)} name="confirm" autocomplete="off" wrong={differs ? words.other : undefined} />
        {deleting.error !== undefined && (
          <p class="notice bad" role="alert">
            {problemText(deleting.error, language)}
          </p>
        )}
        <div>
          <button type="submit" class="danger" disabled={deleting.busy}>
            {words.button}
          </button>
        </div>
      </form>
    </section>
  );
}
